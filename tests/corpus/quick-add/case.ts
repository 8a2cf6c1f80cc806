// One line of words and what it means. The shape of the whole quick-add corpus; used by its tests and `npm run score:language`.
import type { Trigger } from "../../../domain/reminder.ts";
import type { When } from "../../../domain/when.ts";
import type { QuickAdd } from "../../../domain/language/quick-add.ts";

/** What a case is about. `negative`: words that only look like something. `messy`: haste, typos, dictation. */
export const kinds = [
  "day",
  "time",
  "recurrence",
  "reminder",
  "labels",
  "duration",
  "deadline",
  "literal",
  "negative",
  "mixed",
  "messy",
] as const;
export type Kind = (typeof kinds)[number];

/** All that a line says but where it says it. */
export type Fields = Omit<QuickAdd, "tokens">;

/** Where and for whom a line is read. */
export type World = {
  now: string;
  zone: string;
  locale?: string;
  weekStart?: number;
  projects: string[];
  tags: string[];
};

/** A line, its world, and the fields it makes. */
export type QuickAddCase = World & { kind: string; text: string; expect: Fields };

/**
 * The meaning of a line, written short. `due` without a time is a full day, with one a floating wall clock; `fixed` names
 * the zone. A reminder that is a number is minutes from the due, a text a floating wall clock. What is not named is none.
 */
export type Meaning = {
  due?: string;
  fixed?: string;
  deadline?: string;
  duration?: number;
  priority?: number;
  tags?: string[];
  project?: string;
  assignee?: string;
  rrule?: string;
  anchor?: "completion";
  reminders?: (number | string | Trigger)[];
};

/** The line, the title left of it, and the rest. */
export type Row = [line: string, title: string, meaning: Meaning];

/** Rows of one kind as cases. */
export const casesOf = (kind: Kind, rows: readonly Row[], world: World): QuickAddCase[] =>
  rows.map(([text, title, meaning]) => ({
    ...world,
    kind,
    text,
    expect: fieldsOf(title, meaning),
  }));

/** Lines that are their own title, and nothing else. */
export const plainCases = (kind: Kind, lines: readonly string[], world: World) =>
  casesOf(
    kind,
    lines.map((line): Row => [line, line, {}]),
    world,
  );

const fieldsOf = (title: string, meaning: Meaning): Fields => ({
  title,
  due: whenOf(meaning),
  deadline: meaning.deadline ?? null,
  duration: meaning.duration ?? null,
  priority: meaning.priority ?? null,
  tags: meaning.tags ?? [],
  project: meaning.project ?? null,
  assignee: meaning.assignee ?? null,
  reminders: meaning.reminders?.map(triggerOf) ?? [],
  recurrence:
    meaning.rrule === undefined
      ? null
      : { rrule: meaning.rrule, anchor: meaning.anchor ?? "schedule", overflow: "clamp" },
});

const whenOf = ({ due, fixed }: Meaning): When | null => {
  if (due === undefined) return null;
  if (fixed !== undefined) return { kind: "fixed", at: due, zone: fixed };
  return { kind: due.includes("T") ? "floating" : "day", at: due };
};

const triggerOf = (said: number | string | Trigger): Trigger => {
  if (typeof said === "number") return { kind: "relative", to: "due", minutes: said };
  return typeof said === "string" ? { kind: "wall", when: { kind: "floating", at: said } } : said;
};
