// One line of words becomes the fields of a task. The same rules in browser and server: quick add, chat and REST use it.
import type { When } from "../when.ts";
import { readAmount, timePattern } from "./amounts.ts";
import { type Clock, clockAt, type DayPart } from "./clock.ts";
import { findDue } from "./dates/find-due.ts";
import { findLabels } from "./labels.ts";
import { findLiterals, type Literal } from "./literal.ts";
import { findNotYet } from "./not-yet.ts";
import { findPriorities } from "./priority.ts";
import { titleOf } from "./title.ts";
import { keep, scan, sentenceMayGoOn, take, type Token, wholeWords } from "./token.ts";

export type { Token } from "./token.ts";

/** What the words are read against. `now` is an ISO instant, `weekStart` an ISO weekday, day parts are `HH:MM`. */
export type QuickAddOptions = {
  now: string;
  zone: string;
  locale?: string | undefined;
  weekStart?: number | undefined;
  dayParts?: Partial<Record<DayPart, string>> | undefined;
  projects?: readonly string[] | undefined;
  tags?: readonly string[] | undefined;
};

/**
 * What a line says. `title` is what is left of it, "" when nothing is: then there is no task to make. `duration` is in
 * minutes. `assignee`, `reminders` and `recurrence` do not exist yet: their words stay in the title.
 */
export type QuickAdd = {
  title: string;
  due: When | null;
  deadline: string | null;
  duration: number | null;
  priority: number | null;
  tags: string[];
  project: string | null;
  assignee: null;
  reminders: never[];
  recurrence: null;
  tokens: Token[];
};

/** Reads one line (semantics: Words people type). Pure; throws only for a zone or an instant that does not exist. */
export const parseQuickAdd = (text: string, options: QuickAddOptions): QuickAdd => {
  const clock = clockAt(options);
  const known = { projects: options.projects ?? [], tags: options.tags ?? [] };
  const literals = findLiterals(text);
  const tokens = findTokens(literals.reduce(keep, text), clock, known);
  const isSyntax = (literal: Literal): boolean =>
    text[literal.start] === "\\" || findTokens(literal.inside, clock, known).length > 0;
  return {
    title: titleOf(text, tokens, literals.filter(isSyntax)),
    due: last(tokens, "due"),
    deadline: last(tokens, "deadline"),
    duration: last(tokens, "duration"),
    priority: last(tokens, "priority"),
    tags: distinct(tokens.flatMap((token) => (token.kind === "tag" ? [token.value] : []))),
    project: last(tokens, "project"),
    assignee: null,
    reminders: [],
    recurrence: null,
    tokens: tokens.map((token) => ({ ...token, text: text.slice(token.start, token.end) })),
  };
};

/** Runs the rules in turn; what one has found, the next no longer sees. Tokens come in the order of the text. */
const findTokens = (
  text: string,
  clock: Clock,
  known: { projects: readonly string[]; tags: readonly string[] },
): Token[] => {
  const tokens: Token[] = [];
  // Words of a repetition are left alone: "every monday" is not a monday.
  let left = findNotYet(text).reduce(keep, text);
  const rules = [
    () => findDeadlines(left, clock),
    () => findPriorities(left),
    () => findDurations(left),
    () => findDueTokens(left, clock),
    () => findLabels(left, known),
  ];
  for (const rule of rules) {
    for (const token of rule()) {
      tokens.push(token);
      left = take(left, token);
    }
  }
  return tokens.toSorted((a, b) => a.start - b.start);
};

const findDeadlines = (text: string, clock: Clock): Token[] =>
  scan(text, /\{([^{}]{1,60})\}/gu).flatMap(({ match, start, end }): Token[] => {
    const due = readWhen(match[1] ?? "", clock)?.due;
    return due
      ? [{ kind: "deadline", value: due.at.slice(0, 10), start, end, text: match[0] }]
      : [];
  });

const durationRule = wholeWords(`for\\s+(?:about\\s+)?(${timePattern})`);

const findDurations = (text: string): Token[] =>
  scan(text, durationRule).flatMap(({ match, start, end }): Token[] => {
    const value = readAmount(match[1] ?? "")?.minutes ?? 0;
    const isDuration = value > 0 && value <= 60 * 24 && sentenceMayGoOn(text, end);
    return isDuration ? [{ kind: "duration", value, start, end, text: match[0] }] : [];
  });

const findDueTokens = (text: string, clock: Clock): Token[] => {
  const due = findDue(text, clock);
  if (!due) return [];
  const tokens = due.spans.map(({ start, end }): Token => ({
    kind: "due",
    value: due.value,
    start,
    end,
    text: text.slice(start, end),
  }));
  const first = tokens[0];
  if (due.minutes === null || !first) return tokens;
  return [...tokens, { ...first, kind: "duration", value: due.minutes }];
};

/** A due, and whether a day was named for it or only a time. */
export type WhenSaid = { due: When; hasDay: boolean };

/**
 * The due of a text that is nothing but a date ("friday 5pm", "12/1", "the 5th", "5"); null when it says anything else.
 */
export const readWhen = (text: string, clock: Clock): WhenSaid | null => {
  const phrase = text
    .trim()
    .replace(/[.!?]+$/, "")
    .replace(/^(?:to|until|till|for|on|by)\s+/i, "");
  const said = /^\d{1,2}$/.test(phrase) ? `at ${phrase}` : phrase;
  const due = findDue(said, clock, true);
  if (!due) return null;
  const rest = due.spans.reduce(take, said).replaceAll(/\uFFFC+/g, " ");
  return /^(?:\s|,|\bthe\b|\bon\b|\bat\b|\bof\b)*$/i.test(rest)
    ? { due: due.value, hasDay: due.hasDay }
    : null;
};

const last = <K extends Token["kind"]>(tokens: Token[], kind: K) => {
  const found = tokens.findLast((token): token is Token & { kind: K } => token.kind === kind);
  return (found?.value ?? null) as Extract<Token, { kind: K }>["value"] | null;
};

/** Tags that differ only in case are one, as typed first. */
const distinct = (tags: string[]): string[] =>
  [...new Map(tags.toReversed().map((tag) => [tag.toLowerCase(), tag])).values()].toReversed();
