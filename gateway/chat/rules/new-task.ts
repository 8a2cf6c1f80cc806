// From a line of words to the command that makes a task of it. Used by all rules that make tasks.
import type { TaskCommand } from "../../../domain/command.ts";
import { leadReminder } from "../../../domain/language/lead-reminder.ts";
import type { QuickAdd } from "../../../domain/language/quick-add.ts";
import { saidFields } from "../../../domain/language/quick-add-fields.ts";
import { maxReminders, type Trigger } from "../../../domain/reminder.ts";
import { Title } from "../../../domain/task.ts";
import type { When } from "../../../domain/when.ts";
import { quote } from "../asking.ts";
import { detailsOf } from "../details.ts";
import type { Scene } from "../scene.ts";

export type TaskCreate = Extract<TaskCommand, { type: "task.create" }>;
export type Made = { ok: true; command: TaskCreate } | { ok: false; reason: string };

/**
 * The command for a line, or why there is none. `more` are reminders said outside the line; a clock time without any is
 * reminded of by the person's lead time.
 */
export const createCommand = (line: string, scene: Scene, more: Trigger[] = []): Made =>
  commandFor(scene.quickAdd(line), scene, more);

/** The command for what a line says. */
export const commandFor = (read: QuickAdd, scene: Scene, more: Trigger[] = []): Made => {
  const title = Title.safeParse(trimmedTitle(read.title));
  if (!title.success)
    return { ok: false, reason: `A title ${title.error.issues[0]?.message ?? "is missing"}.` };
  if (read.tags.length > 50) return { ok: false, reason: "A task has at most 50 tags." };
  const triggers = distinct([...read.reminders, ...more]);
  if (triggers.length > maxReminders)
    return { ok: false, reason: `A task has at most ${maxReminders} reminders.` };
  const reminders = triggers.length > 0 ? triggers : byLead(read.due, scene);
  const fields = saidFields({ ...read, title: title.data, reminders }, scene.newId);
  return { ok: true, command: { type: "task.create", taskId: scene.newId(), fields } };
};

const distinct = (triggers: Trigger[]): Trigger[] => [
  ...new Map(triggers.map((trigger) => [JSON.stringify(trigger), trigger])).values(),
];

/** The reminder a clock time gets by itself; none when the person wants none or it would be past. */
const byLead = (due: When | null, { settings, clock }: Scene): Trigger[] => {
  const { instant, zone } = clock;
  const trigger = leadReminder(due, settings.defaultLeadMinutes, { now: instant.toString(), zone });
  return trigger ? [trigger] : [];
};

/** "to call bob" is "call bob", and quotes around a whole title fall off. */
const trimmedTitle = (title: string): string =>
  title
    .replace(/^(?:to|that|for|:)\s+(?=\S)/i, "")
    .replace(/^["“]([^"“”]+)["”]\s+(?:for|on|by|at|in|to)$/u, "$1")
    .replace(/^["“'‘]([^"“”]+)["”'’]$/u, "$1");

/** The new task in a few words, for a question: “call bob” (tomorrow 17:00, #work, p1). */
export const describe = ({ fields }: TaskCreate, scene: Scene): string => {
  const details = detailsOf(fields, scene);
  return details === "" ? quote(fields.title) : `${quote(fields.title)} (${details})`;
};
