// All that is recognised in a line, rule by rule. Called by quick-add.ts.
import { fullSecond } from "../moment.ts";
import type { Trigger } from "../reminder.ts";
import type { When } from "../when.ts";
import { readAmount, timePattern } from "./amounts.ts";
import { findAssignees } from "./assignee.ts";
import type { Clock } from "./clock.ts";
import { findDue, type FoundDue } from "./dates/find-due.ts";
import { findLabels } from "./labels.ts";
import { findPriorities } from "./priority.ts";
import { readWhen } from "./read-when.ts";
import { findRemindLead } from "./reminders/find-lead.ts";
import { findReminders, meantReminder } from "./reminders/find-reminders.ts";
import { findRepeats, type FoundRepeat } from "./repeat/find-repeats.ts";
import { firstOccurrence, type Repeating } from "./repeat/first-occurrence.ts";
import { findSections } from "./sections.ts";
import { keep, scan, sentenceMayGoOn, type Span, take, type Token, wholeWords } from "./token.ts";

/** The names of a person's projects and tags, and of the headings that can be meant. */
export type Known = {
  projects: readonly string[];
  tags: readonly string[];
  sections?: readonly string[];
};

/** What one rule has found the next no longer sees. Tokens come in the order of the text. */
export const findTokens = (
  text: string,
  clock: Clock,
  known: Known,
): { tokens: Token[]; due: When | null } => {
  const marked = findReminders(text, clock);
  const tokens: Token[] = findDeadlines(text, clock);
  let left = [...tokens, ...marked].reduce(take, text);
  const use = (found: Token[]): void => {
    tokens.push(...found);
    left = found.reduce(take, left);
  };
  use(findAssignees(left));
  use(findLabels(left, known));
  use(findSections(left, known.sections ?? []));
  use(findPriorities(left));
  const repeats = findRepeats(left, clock);
  // Words of a repetition are left alone, also where no rule can say it: "every monday" is not a monday.
  left = [...repeats.refused, ...repeats.found.flatMap(({ spans }) => spans)].reduce(keep, left);
  const covered = (repeats.found[0]?.spans ?? []).reduce(take, left);
  const [repeat] = repeats.found;
  if (repeat) left = covered;
  use(findDurations(left));
  const said = findDue(left, clock, { part: repeat?.draft.part ?? null });
  const repeating = repeat ? firstOccurrence(repeat.draft, said, clock) : null;
  if (repeat && !repeating) return findWithout(text, repeat, clock, known);
  const due = repeating?.due ?? said?.value ?? null;
  use(dueTokens(left, said, due));
  use(findDurations(left));
  if (repeat && repeating) tokens.push(...repeatTokens(text, repeat, repeating));
  const asked = due === null ? [] : findRemindLead(left);
  const deadline = tokens.find(({ kind }) => kind === "deadline")?.value as string | undefined;
  for (const reminder of marked) {
    const value = meantReminder(reminder, clock, { due, deadline: deadline ?? null });
    const { start, end } = reminder;
    if (value) tokens.push({ kind: "reminder", value, start, end, text: "" });
  }
  tokens.push(...askedTokens(text, asked, tokens, said?.instant));
  return { tokens: tokens.toSorted((a, b) => a.start - b.start), due };
};

/** A repetition that has no date stays in the title; the rest is read without it. */
const findWithout = (text: string, { spans }: FoundRepeat, clock: Clock, known: Known) =>
  findTokens(spans.reduce(keep, text), clock, known);

/** "remind me to": at the due, unless the line says when. "In 3 minutes" is an instant, whatever becomes of the clock. */
const askedTokens = (
  text: string,
  asked: Span[],
  tokens: Token[],
  instant: string | undefined,
): Token[] => {
  const said = tokens.find((token) => token.kind === "reminder");
  const own: Trigger = instant === undefined ? atDue : { kind: "instant", at: fullSecond(instant) };
  const value: Trigger = said?.kind === "reminder" ? said.value : own;
  return asked.map(({ start, end }) => ({
    kind: "reminder",
    value,
    start,
    end,
    text: text.slice(start, end),
  }));
};

const atDue: Trigger = { kind: "relative", to: "due", minutes: 0 };

const repeatTokens = (text: string, { spans }: FoundRepeat, { recurrence }: Repeating): Token[] =>
  spans.map(({ start, end }) => ({
    kind: "recurrence",
    value: recurrence,
    start,
    end,
    text: text.slice(start, end),
  }));

const findDeadlines = (text: string, clock: Clock): Token[] =>
  scan(text, /\{([^{}]{1,60})\}/gu).flatMap(({ match, start, end }): Token[] => {
    const due = readWhen(match[1] ?? "", clock)?.due;
    return due
      ? [{ kind: "deadline", value: due.at.slice(0, 10), start, end, text: match[0] }]
      : [];
  });

const durationRule = wholeWords(
  `for\\s+(?:about\\s+|around\\s+|~\\s?)?(${timePattern})(?:\\s+or\\s+so)?`,
);

const findDurations = (text: string): Token[] =>
  scan(text, durationRule).flatMap(({ match, start, end }): Token[] => {
    const value = readAmount(match[1] ?? "")?.minutes ?? 0;
    const isFirst = /^[\s,\uFFFC]*$/u.test(text.slice(0, start));
    const isDuration = value > 0 && value <= 60 * 24 && (isFirst || sentenceMayGoOn(text, end));
    return isDuration ? [{ kind: "duration", value, start, end, text: match[0] }] : [];
  });

/** The pieces that say the due, which all carry it, and the length that a range of times says. */
const dueTokens = (text: string, said: FoundDue | null, due: When | null): Token[] => {
  if (!said || !due) return [];
  const tokens = said.spans.map(({ start, end }: Span): Token => ({
    kind: "due",
    value: due,
    start,
    end,
    text: text.slice(start, end),
  }));
  const first = tokens[0];
  return said.minutes === null || !first
    ? tokens
    : [...tokens, { ...first, kind: "duration", value: said.minutes }];
};
