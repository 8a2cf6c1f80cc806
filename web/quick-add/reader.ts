// Reads the quick-add line as the server would: the parser itself, in a file of its own that comes after the first paint. Called by
// use-reader.ts.
export { schemaConfig } from "./no-eval.ts"; // first, so that it is set before any schema is made
import { leadReminder } from "../../domain/language/lead-reminder.ts";
import { parseQuickAdd, type Token } from "../../domain/language/quick-add.ts";
import type { Recurrence } from "../../domain/recurrence.ts";
import type { When } from "../../domain/when.ts";
import { maxReminders } from "../../domain/reminder.ts";
import { defaultSettings, type Settings } from "../../domain/settings.ts";
import type { TaskFields } from "../../domain/task.ts";
import type { Line } from "./line.ts";
import { type Names, noNames, type SectionName, sectionsIn } from "./names.ts";
import type { Said } from "../../domain/language/quick-add-fields.ts";
import { withFields } from "./new-task.ts";
import { instantOf } from "../time/zone.ts";
import { quickAddWords } from "../words/quick-add.ts";
import { explainLine } from "./explain.ts";

/** What a line is read against. `filled` are the fields filled in by hand below it, `here` those of the list it is added to. */
export type World = {
  at: Date;
  settings: Settings;
  names: Names;
  filled?: Partial<TaskFields>;
  here?: Partial<TaskFields>;
};

/** What a line means: what will be added, as one sentence to check or with what is wrong, and the words it was read from. */
export type Reading = { said: Said; tokens: Token[]; explanation: string; problem: string | null };

/** Reads a line. A time without a reminder gets the one of the settings, which the explanation names like any other. */
export const readLine = (
  line: Line,
  { at, settings, names, filled = {}, here = {} }: World,
): Reading => {
  const now = at.toISOString();
  const { timeZone: zone, locale } = settings;
  const parse = (sections: readonly SectionName[]) =>
    parseQuickAdd(line.text, {
      now,
      zone,
      locale,
      weekStart: settings.weekStart,
      dayParts: settings.dayParts,
      projects: names.projects,
      tags: names.tags,
      sections: sections.map(({ name }) => name),
      plain: line.plain,
    });
  const hasStroke = line.text.includes("/") && (names.sections ?? []).length > 0;
  const project = hasStroke ? (withFields(parse([]), filled, here).project ?? null) : null;
  const sections = hasStroke ? sectionsIn(names, project) : [];
  const { tokens, ...words } = parse(sections);
  const said = withHeading(withFields(words, filled, here), sections);
  const lead = leadReminder(said.due, settings.defaultLeadMinutes, { now, zone });
  if (said.reminders.length === 0 && lead !== null) said.reminders = [lead];
  return {
    said,
    tokens,
    explanation: explainLine({ ...said, tokens }, { at, zone, locale }),
    problem: problemOf(said),
  };
};

/** A heading that was said alone says its project too. */
const withHeading = (said: Said, sections: readonly SectionName[]): Said => {
  if (said.section === undefined || said.project !== null) return said;
  const owner = sections.find(({ name }) => name === said.section)?.project;
  return { ...said, project: owner ?? null };
};

/** What words for a date alone mean; `rest` is what of them is none of it. Null where no date is said. */
export type DateSaid = { due: When; recurrence: Recurrence | null; rest: string };

/**
 * Reads the words for a date, as the line for new tasks would. On a task that is kept on the clock of `zone` its time will stand there: what is so long
 * from now is then said by that clock, for it is the same instant read by either; "9:00" is 9:00 there, on the day the person means.
 */
export const readDate = (
  text: string,
  at: Date,
  settings: Settings,
  zone: string = settings.timeZone,
): DateSaid | null => {
  const own = readDateIn(text, at, settings);
  if (own?.due.kind !== "floating" || zone === "" || zone === settings.timeZone) return own;
  const there = readDateIn(text, at, { ...settings, timeZone: zone });
  if (there?.due.kind !== "floating") return own;
  const isFromNow =
    instantOf(own.due.at, settings.timeZone).getTime() === instantOf(there.due.at, zone).getTime();
  return isFromNow ? there : own;
};

const readDateIn = (text: string, at: Date, settings: Settings): DateSaid | null => {
  const { title, due, recurrence, tokens } = parseQuickAdd(text, {
    now: at.toISOString(),
    zone: settings.timeZone,
    locale: settings.locale,
    weekStart: settings.weekStart,
    dayParts: settings.dayParts,
  });
  if (due === null) return null;
  const others = tokens.filter(({ kind }) => kind !== "due" && kind !== "recurrence");
  return { due, recurrence, rest: [title, ...others.map((one) => one.text)].join(" ").trim() };
};

/** Reads a line nobody wrote: the first one takes many times as long as the others, and must not be one that a person waits for. */
export const warmUp = (): void => {
  const text = "call bob every other friday at 17:00 for 10 min #home @phone p1 !1h {15 dec}";
  readLine({ text, plain: [] }, { at: new Date(), settings: defaultSettings, names: noNames });
};

/** Why a line cannot be added, as a sentence; null when it can. */
const problemOf = ({ title, tags, reminders }: Said): string | null => {
  if (title === "") return quickAddWords.wrong.empty;
  if (title.length > 500) return quickAddWords.wrong.long;
  if (tags.length > 50) return quickAddWords.wrong.tags;
  return reminders.length > maxReminders ? quickAddWords.wrong.reminders(maxReminders) : null;
};
