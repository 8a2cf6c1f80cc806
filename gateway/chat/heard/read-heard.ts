// What the rules did not understand, read by its act and its spans: the act is heard, the task and the time are exact. Called by second-hearing.ts.
import type { Heard } from "../../../domain/language/acts/hear.ts";
import { ask, quote, talk } from "../asking.ts";
import type { Interpretation } from "../interpretation.ts";
import { type List, listIn, type Said } from "../lists/named-list.ts";
import { takeReminders } from "../lists/alarms.ts";
import { type Parts, partsOf, pointsAtShown } from "../lists/parts.ts";
import { createCommand, describe } from "../rules/new-task.ts";
import { beginsTitles, standingOf } from "../lists/standing.ts";
import { asked } from "../lists/asked.ts";
import { showList } from "../lists/show-list.ts";
import { leavesOut } from "../lists/leave-out.ts";
import { takeOffList } from "../lists/take-off-list.ts";
import type { Scene } from "../scene.ts";

/** What stands in a calendar. */
const dated =
  /(?<!\p{L})(?:events?|appointments?|meetings?|calendar|schedule|plans?|planned|busy|free)(?!\p{L})/iu;
/** Without a word for a list it is the calendar or everything. */
const nowhere = (said: string): Said => ({
  list: dated.test(said) ? { is: "calendar" } : { is: "own" },
  start: 0,
  end: 0,
});
/** All of them are meant. */
const all =
  /(?<!\p{L})(?:all|every|everything|whole|entire|events|meetings|appointments|tasks|plans)(?!\p{L})/iu;

/** The reading of an act that changes nothing or that names its task; null for any other. */
export const readHeard = (said: string, heard: Heard, scene: Scene): Interpretation | null => {
  const at = listIn(said, heard.spans, scene) ?? nowhere(said);
  const parts = partsOf(said, heard, at, scene);
  const { list } = at;
  switch (heard.act) {
    case "show":
      if (
        parts.item === "" &&
        parts.range === null &&
        parts.left.length > 0 &&
        at.end === 0 &&
        list.is === "own"
      )
        return talk("I find nothing like that on your list. For example “what is due tomorrow?”.");
      return showList(said, list, parts, scene);
    case "remove":
    case "complete":
      return takeOff(said, heard.act, parts, list, scene);
    case "add":
      return offerNew(
        parts.item === "" ? (needed.exec(said)?.[1] ?? "") : parts.item,
        parts.when,
        scene,
      );
    default:
      return null;
  }
};

const needed = /^(?:i|we)\s+(?:really\s+|also\s+)?need\s+(?:some\s+)?(?!to\s)(.+)$/iu;

/** "we need milk", "tell me to take out the trash in an hour": a question, since no rule knew the words. */
const offerNew = (item: string, when: string, scene: Scene): Interpretation | null => {
  const made =
    item === "" || pointsAtShown(item) ? null : createCommand(`${item} ${when}`.trim(), scene);
  if (!made?.ok) return null;
  return ask(`Shall I add ${describe(made.command, scene)}?`, [
    { label: `Add ${quote(made.command.fields.title)}`, commands: [made.command] },
    { label: "No, leave it", commands: [] },
  ]);
};

/** What a verb takes away or ends; always asked, for no exact rule knew the words. */
const takeOff = (
  said: string,
  act: "remove" | "complete",
  parts: Parts,
  list: List,
  scene: Scene,
): Interpretation | null => {
  if (standingOf(said, act) === "not ordered" || leavesOut(said)) return null;
  if (/(?<!\p{L})(?:reminders?|alarms?)(?!\p{L})/iu.test(said))
    return asked(takeReminders(said, parts, scene), scene);
  if (parts.item === "" && !all.test(said))
    return talk("Which task? For example “delete buy milk”.");
  const meant = asked(takeOffList(said, list, parts, scene, act), scene);
  if (meant || beginsTitles(said)) return meant;
  return talk("I do not know which tasks you mean. Nothing was changed.");
};
