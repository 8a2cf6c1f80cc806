// What stands after "remind me to": the task, and when to remind. Called by the remind rules.
import { amountPattern, secondsIn } from "../../../domain/language/amounts.ts";
import type { QuickAdd } from "../../../domain/language/quick-add.ts";
import { readTrigger } from "../../../domain/language/reminders/read-trigger.ts";
import { plannedFor } from "../../../domain/reminder-time.ts";
import type { Trigger } from "../../../domain/reminder.ts";
import { ownerOf } from "../../../domain/settings.ts";
import { startOfDay } from "../../../domain/zones/zoned.ts";
import type { Scene } from "../scene.ts";

/** At the due itself. */
export const atDue: Trigger = { kind: "relative", to: "due", minutes: 0 };

/** A line read as a task; `trigger` is the moment that "in 5 minutes" means, `isAhead` whether its due is still to come. */
export type RemindLine = { read: QuickAdd; trigger: Trigger | null; isAhead: boolean };

/** Reads the line: "in 5 minutes" is when to remind, not a due. */
export const readRemindLine = (line: string, scene: Scene): RemindLine => {
  const { rest, trigger } = elapsedIn(line, scene);
  const read = stillAhead(withTail(rest, scene), rest, scene);
  return { read, trigger, isAhead: isAhead(read, scene) };
};

const elapsedRule =
  /(?:^|\s)in\s+((?:about\s+)?(?:\d+(?:[.,]\d+)?|an?|one|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|thirty|forty[\s-]five|half|couple)[^,;]*?\s*(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?)(?:\s+and\s+(?:a\s+half|(?:\d+|an?)\s*(?:s|secs?|seconds?|mins?|minutes?)))?)(?=$|[\s,;.!])/iu;

/** The line without "in 5 minutes", and the moment that means. Nothing that is not hours, minutes or seconds. */
const elapsedIn = (line: string, { clock }: Scene): { rest: string; trigger: Trigger | null } => {
  const match = elapsedRule.exec(line);
  const words = match?.[1]?.replace(/^about\s+/i, "");
  if (!match || words === undefined || secondsIn(words) === null)
    return { rest: line, trigger: null };
  const trigger = readTrigger(`in ${words}`, clock, null);
  const rest = `${line.slice(0, match.index)} ${line.slice(match.index + match[0].length)}`.trim();
  return trigger ? { rest, trigger } : { rest: line, trigger: null };
};

const beforeTail = new RegExp(
  `[,\\s]+(?:and\\s+)?(${amountPattern}|the\\s+day)\\s+(before(?:hand)?(?:\\s+(?:the|its|my)\\s+deadline)?|early|earlier)$`,
  "iu",
);

/** "… tomorrow at 9, 10 minutes before": the end says when to remind, as a mark would. */
const withTail = (line: string, scene: Scene): QuickAdd => {
  const tail = beforeTail.exec(line);
  if (!tail) return scene.quickAdd(line);
  const marked = scene.quickAdd(`${line.slice(0, tail.index)} !${tail[1]} ${tail[2]}`);
  return marked.due === null && marked.deadline === null ? scene.quickAdd(line) : marked;
};

/** "every day" whose hour is over today begins with the next date. */
const stillAhead = (read: QuickAdd, line: string, scene: Scene): QuickAdd => {
  const isToday = read.due?.kind === "day" && read.due.at === scene.clock.today.toString();
  if (read.recurrence === null || !isToday || isAhead(read, scene)) return read;
  const midnight = startOfDay(scene.clock.today.add({ days: 1 }), scene.zone);
  return scene.quickAdd(line, midnight.toString());
};

/** Whether the due, taken as the moment to be reminded at, is still to come: "today" after its hour is not. */
const isAhead = ({ due }: QuickAdd, { settings, zone, clock }: Scene): boolean => {
  if (due === null) return false;
  const owner = ownerOf({ version: 0, settings: { ...settings, timeZone: zone } });
  const at = plannedFor(atDue, { due, deadline: null, priority: 4 }, owner);
  return at !== null && Date.parse(at) > clock.instant.epochMilliseconds;
};
