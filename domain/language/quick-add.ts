// One line of words becomes the fields of a task. The same rules in browser and server: quick add, chat and REST use it.
import type { Recurrence } from "../recurrence.ts";
import type { Trigger } from "../reminder.ts";
import type { When } from "../when.ts";
import { type Clock, clockAt, type DayPart } from "./clock.ts";
import { findLiterals, type Literal } from "./literal.ts";
import { findTokens, type Known } from "./find-tokens.ts";
import { respell } from "./spelling/respell.ts";
import { titleOf } from "./title.ts";
import { keep, type Span, take, type Token } from "./token.ts";

export type { Token } from "./token.ts";

/**
 * What the words are read against. `now` is an ISO instant, `weekStart` an ISO weekday, day parts are `HH:MM`. `plain` are
 * recognised stretches the person wants kept as text.
 */
export type QuickAddOptions = {
  now: string;
  zone: string;
  locale?: string | undefined;
  weekStart?: number | undefined;
  dayParts?: Partial<Record<DayPart, string>> | undefined;
  projects?: readonly string[] | undefined;
  tags?: readonly string[] | undefined;
  /** The headings that can be meant by `/name`. */
  sections?: readonly string[] | undefined;
  plain?: readonly Span[] | undefined;
};

/**
 * What a line says. `title` is what is left of it, "" when nothing is: then there is no task to make. `duration` is in
 * minutes. `due` is the first occurrence when there is a `recurrence`.
 */
export type QuickAdd = {
  title: string;
  due: When | null;
  deadline: string | null;
  duration: number | null;
  priority: number | null;
  tags: string[];
  project: string | null;
  /** A heading of the project; only where one was said. */
  section?: string;
  assignee: string | null;
  reminders: Trigger[];
  recurrence: Recurrence | null;
  tokens: Token[];
};

/** Reads one line (semantics: Words people type). Pure; throws only for a zone or an instant that does not exist. */
export const parseQuickAdd = (text: string, options: QuickAddOptions): QuickAdd => {
  const clock = clockAt(options);
  const { projects = [], tags = [], sections = [] } = options;
  const known = { projects, tags, sections };
  const literals = findLiterals(text);
  // Its neighbours are read as they were when it was recognised: "for 10 min p1" is ten minutes also where p1 is text.
  const plain = (options.plain ?? []).reduce(take, literals.reduce(keep, text));
  const { tokens, due } = readTokens(plain, clock, known);
  const section = last(tokens, "section");
  return {
    title: titleOf(
      text,
      tokens,
      literals.filter((one) => isSyntax(text, one, clock, known)),
    ),
    due,
    deadline: last(tokens, "deadline"),
    duration: last(tokens, "duration"),
    priority: last(tokens, "priority"),
    tags: distinct(tokens.flatMap((token) => (token.kind === "tag" ? [token.value] : []))),
    project: last(tokens, "project"),
    ...(section !== null && { section }),
    assignee: last(tokens, "assignee"),
    reminders: differing(
      tokens.flatMap((token) => (token.kind === "reminder" ? [token.value] : [])),
    ),
    recurrence: last(tokens, "recurrence"),
    tokens: tokens.map((token) => ({ ...token, text: text.slice(token.start, token.end) })),
  };
};

/** Recognises in the text as it was meant and places the tokens in the text as it was typed. */
const readTokens = (text: string, clock: Clock, known: Known) => {
  const { text: meant, sourceOf } = respell(text);
  const { tokens, due } = findTokens(meant, clock, known);
  return { tokens: tokens.map((token) => ({ ...token, ...trimmed(text, sourceOf(token)) })), due };
};

/** A chip has no spaces at its ends. */
const trimmed = (text: string, { start, end }: Span): Span => {
  const words = text.slice(start, end);
  const from = start + words.length - words.trimStart().length;
  return { start: from, end: Math.max(from, start + words.trimEnd().length) };
};

/** The marks of a literal go when they protected something, in whatever case; other quotes stay in the title. */
const isSyntax = (text: string, literal: Literal, clock: Clock, known: Known): boolean =>
  text[literal.start] === "\\" ||
  [literal.inside, literal.inside.toLowerCase()].some(
    (inside) => readTokens(inside, clock, known).tokens.length > 0,
  );

const last = <K extends Token["kind"]>(tokens: Token[], kind: K) => {
  const found = tokens.findLast((token): token is Token & { kind: K } => token.kind === kind);
  return (found?.value ?? null) as Extract<Token, { kind: K }>["value"] | null;
};

/** Two pieces of one reminder, or a reminder said twice, are one. */
const differing = (triggers: Trigger[]): Trigger[] => [
  ...new Map(triggers.map((trigger) => [JSON.stringify(trigger), trigger])).values(),
];

/** Tags that differ only in case are one, as typed first. */
const distinct = (tags: string[]): string[] =>
  [...new Map(tags.toReversed().map((tag) => [tag.toLowerCase(), tag])).values()].toReversed();
