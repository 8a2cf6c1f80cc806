// "cancel my eight am alarm", "get rid of the alarm at 3", "cancel all reminders": takes reminders away, the tasks stay. Called by lists.ts.
import type { TaskCommand } from "../../../domain/command.ts";
import type { Task } from "../../../domain/task.ts";
import { actOn, act } from "../act.ts";
import { quote, run, talk } from "../asking.ts";
import type { Interpretation } from "../interpretation.ts";
import type { Scene } from "../scene.ts";
import { remindNew } from "../rules/remind-new.ts";
import { isWithin } from "./list-tasks.ts";
import type { Said } from "./named-list.ts";
import type { Parts } from "./parts.ts";

const waking =
  /^(?:(?:please|make|have|so)\s+)*(?:(?:make\s+)?me\s+)?(?:wake|get)\s+(?:me\s+)?up\s+(?<when>.+)$|^(?:please\s+)?wake\s+me\s+(?<other>.+)$/iu;

/** "wake me up at six": a task with its reminder. */
export const wake = (said: string, scene: Scene): Interpretation | null => {
  const groups = waking.exec(said)?.groups;
  const when = groups?.["when"] ?? groups?.["other"];
  return when !== undefined && isTime(when, scene) ? remindNew(`Wake up ${when}`, scene) : null;
};

/** "set an alarm for six am": where nothing but a time is said. Of what was shown last it is another rule's business. */
export const setAlarm = (
  said: string,
  { start, end }: Said,
  scene: Scene,
): Interpretation | null => {
  if (scene.shown.length > 0) return null;
  const rest = `${said.slice(0, start)} ${said.slice(end)}`
    .replace(
      /^\s*(?:(?:please|i|want|need|would|like|set|up|create|make|fix|add|turn|on|schedule|put|have|get|give|me|another|new)\s+)*/iu,
      "",
    )
    .replace(/^(?:to\s+(?:go\s+off|ring)|for\s+me)\s+/iu, "")
    .trim();
  return isTime(rest, scene) ? remindNew(`Alarm ${rest}`, scene) : null;
};

/** Words that are nothing but a time. */
const isTime = (words: string, scene: Scene): boolean => {
  const { due, title, recurrence } = scene.quickAdd(`x ${words}`);
  return words !== "" && title === "x" && (due !== null || recurrence !== null);
};

const every = /(?<!\p{L})(?:all|every|any|alarms|reminders)(?!\p{L})/iu;

/** "cancel the reminder": that of the task shown. */
const ofShown = /(?<!\p{L})(?:the|that|this|its)\s+(?:reminder|alarm)(?!\p{L})/iu;
/** What is done with them. */
export const reminderOrder = {
  phrase: (what: string) => `take the reminders of ${what} away`,
  destroys: true,
  commandsFor: (task: Task): TaskCommand[] => [
    { type: "task.patch", taskId: task.id, changes: { reminders: [] } },
  ],
};

export const takeReminders = (
  said: string,
  { item, when, range, left }: Parts,
  scene: Scene,
): Interpretation | null => {
  if (left.length > 0) return null;
  const [only] = scene.shown;
  if (item === "" && when === "" && only && scene.shown.length === 1 && ofShown.test(said))
    return only.reminders.length > 0
      ? run(...reminderOrder.commandsFor(only))
      : talk(`${quote(only.title)} has no reminder. Nothing was changed.`);
  const all = scene.open.filter(({ reminders }) => reminders.length > 0);
  const clock = clockIn(when, scene) ?? clockIn(said, scene);
  const there = all.filter(
    (task) =>
      (clock === null || (task.due?.at.includes(`T${clock}`) ?? false)) &&
      (clock !== null || isWithin(task, range, scene)),
  );
  if (item !== "") return act(item, there, scene, { ...reminderOrder, otherwise: nothing });
  if (there.length === 0) return nothing();
  if (there.length === 1 || every.test(said))
    return actOn(there, true, scene, { ...reminderOrder, confirms: every.test(said) });
  return which(there, scene);
};

const nothing = (): Interpretation => talk("I found no reminder that fits. Nothing was changed.");

const which = (tasks: Task[], scene: Scene): Interpretation =>
  act("it", tasks, { ...scene, shown: tasks.slice(0, 8) }, reminderOrder);

/** "06:00" of "six am", said of either half of the day where neither is named. */
const clockIn = (words: string, scene: Scene): string | null => {
  const read = words === "" ? null : scene.quickAdd(`x ${words}`).due;
  return read === null || !read.at.includes("T") ? null : read.at.slice(11, 16);
};
