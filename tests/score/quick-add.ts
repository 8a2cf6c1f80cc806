// The quick-add half of the score: the corpus of the project, or cases of a JSON file. Called by language.ts.
import { isDeepStrictEqual } from "node:util";
import * as z from "zod";
import { quickAddCorpus } from "../corpus/quick-add/all.ts";
import { parseQuickAdd, type QuickAdd } from "../../domain/language/quick-add.ts";
import { parseRecurrence } from "../../domain/recurrence.ts";
import { Trigger } from "../../domain/reminder.ts";
import type { Score, Scored } from "./score.ts";

/**
 * Cases of quick add from a file. Fields that `expect` does not name are none; `titleOr: […]`, `dueOr: […]` hold further
 * values that are right where people may differ. A reminder may be written `{before: minutes}` or `{at: wall clock}`.
 */
export const QuickAddCases = z.array(
  z.object({
    kind: z.string(),
    text: z.string(),
    now: z.string(),
    zone: z.string(),
    locale: z.string().optional(),
    weekStart: z.int().optional(),
    projects: z.array(z.string()).default([]),
    tags: z.array(z.string()).default([]),
    expect: z.record(z.string(), z.unknown()),
  }),
);
type Case = z.infer<typeof QuickAddCases>[number];

const aim = 0.95;

/** Scores the corpus, or the cases given. */
export const scoreQuickAdd = (cases: readonly Case[] = quickAddCorpus): Score => ({
  name: "quick add",
  aim,
  cases: cases.map(scored),
});

const scored = ({ kind, text, expect, ...world }: Case): Scored => {
  const said = { ...nothing, ...expect };
  const got = canonical(fieldsOf(parseQuickAdd(text, world)));
  const wrong = Object.keys(got).filter(
    (field) => !readingsOf(said, field).some((one) => isDeepStrictEqual(one[field], got[field])),
  );
  if (wrong.length === 0) return { kind, text, miss: null };
  const only = (fields: Fields): Fields =>
    Object.fromEntries(wrong.map((field) => [field, fields[field]]));
  return { kind, text, miss: { expected: only(canonical(said)), got: only(got) } };
};

/** What is expected, once with each of the values that are right for a field. */
const readingsOf = (said: Fields, field: string): Fields[] => {
  const others = said[`${field}Or`];
  const values = [said[field], ...(Array.isArray(others) ? others : [])] as unknown[];
  return values.map((value) => canonical({ ...said, [field]: value }));
};

type Fields = Record<string, unknown>;

const nothing: Fields = {
  due: null,
  deadline: null,
  duration: null,
  priority: null,
  tags: [],
  project: null,
  assignee: null,
  reminders: [],
  recurrence: null,
};

const fieldsOf = ({ title, ...result }: QuickAdd): Fields => ({
  title,
  ...Object.fromEntries(Object.entries(result).filter(([field]) => Object.hasOwn(nothing, field))),
});

/** Tags in any order and case are the same tags; a rule whose parts stand in another order is the same rule. */
const canonical = (fields: Fields): Fields => ({
  ...fields,
  tags: Array.isArray(fields["tags"])
    ? fields["tags"].map((tag) => String(tag).toLowerCase()).toSorted()
    : fields["tags"],
  reminders: Array.isArray(fields["reminders"])
    ? fields["reminders"].map(shortReminder)
    : fields["reminders"],
  recurrence: canonicalRule(fields["recurrence"]),
});

/** When a full day reminds where a person has not set it (semantics: Reminders). */
const dayHour = "09:00";

/** A reminder as minutes before or as a wall clock, whether it was written so or is a trigger. */
const shortReminder = (said: unknown): unknown => {
  const trigger = Trigger.safeParse(said).data;
  if (trigger?.kind === "relative") return { before: 0 - trigger.minutes };
  if (trigger?.kind !== "wall") return said;
  const { at } = trigger.when;
  return { at: at.includes("T") ? at : `${at}T${dayHour}` };
};

const canonicalRule = (said: unknown): unknown => {
  if (said === null) return null;
  const parsed = parseRecurrence(said);
  return parsed.ok ? parsed.value : said;
};
