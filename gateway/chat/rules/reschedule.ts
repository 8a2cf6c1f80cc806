// "move milk to friday", "postpone taxes by 2 days", "milk is due tomorrow", "no due date for milk". Rule of the grammar.
import type { Task } from "../../../domain/task.ts";
import type { When } from "../../../domain/when.ts";
import { act, type Order } from "../act.ts";
import { ask, quote, talk } from "../asking.ts";
import type { Interpretation } from "../interpretation.ts";
import { findNamed, findTargets } from "../pointing/targets.ts";
import { movedBy, movedTo, readShift, type Shift } from "../reading/move-due.ts";
import type { Rule, Scene } from "../scene.ts";
import {
  bareDay,
  byAmount,
  connector,
  mayBeNew,
  ordered,
  stated,
  whenever,
  without,
} from "./due-patterns.ts";
import { create } from "./create.ts";
import { createCommand } from "./new-task.ts";
import { offerToAdd } from "./offer.ts";
import { outer } from "./patterns.ts";

export const reschedule: Rule = (said, scene) =>
  unsetDue(said, scene) ?? shiftDue(said, scene) ?? setDue(said, scene) ?? askWhen(said, scene);

const unsetDue: Rule = (said, scene) => {
  for (const pattern of without) {
    const words = pattern.exec(said)?.[1];
    if (words)
      return act(
        words,
        scene.open,
        scene,
        dueOrder(
          (what) => `clear the date of ${what}`,
          () => null,
        ),
      );
  }
  return null;
};

const dueOrder = (phrase: Order["phrase"], due: (task: Task) => When | null): Order => ({
  phrase,
  commandsFor: (task) => [{ type: "task.patch", taskId: task.id, changes: { due: due(task) } }],
});

/** Of the ways to read "X to Y" those where all of Y is a date; of these the one whose X is known best. */
const setDue: Rule = (said, scene) => {
  const readings = splits(said, scene).flatMap(({ words, rest }) => {
    const to = scene.when(rest);
    return to ? [{ words, to }] : [];
  });
  const rank = ({ words }: { words: string }): number => {
    const targets = findNamed(words, scene.open, scene);
    if (targets.is !== "found") return 2;
    return targets.isExact === true ? 0 : 1;
  };
  const best = readings
    .map((reading) => ({ ...reading, rank: rank(reading) }))
    .toSorted((a, b) => a.rank - b.rank)[0];
  if (!best) return null;
  const isNew = best.rank > 1 && isMissing(best.words, scene);
  if (isNew && mayBeNew.test(said) && slotIn(said, scene) === undefined) return null;
  return act(best.words, scene.open, scene, {
    ...dueOrder(
      (what) => `move ${what} to ${scene.say(best.to.due)}`,
      (task) => movedTo(task, best.to, scene.clock),
    ),
    otherwise: () => offerOrRefuse(said, best.words, scene),
  });
};

/** Every way to split what is said into a task and a date, for a title may hold "to" or "for" itself. */
const splits = (sentence: string, scene: Scene): { words: string; rest: string }[] => {
  const said = sentence.replace(/(?:\s+(?:at\s+|on\s+)?(?:the\s+)?same\s+(?:time|day))$/iu, ""); // a day alone keeps the time
  const body = (ordered.exec(said)?.[1] ?? "").replace(ofOneDay, "$1 due ");
  const atConnectors = outer([...body.matchAll(connector)]).map((match) => ({
    words: body.slice(0, match.index),
    rest: body.slice(match.index + match[0].length),
  }));
  const reversed = dateFirst.exec(said);
  if (reversed && scene.when(reversed[1] ?? ""))
    return [{ words: reversed[2] ?? "", rest: reversed[1] ?? "" }];
  const others = [stated, bareDay].flatMap((pattern) => {
    const [, words, rest] = pattern.exec(said) ?? [];
    return words && rest ? [{ words, rest: rest.replace(/\s+(?:now|instead)$/iu, "") }] : [];
  });
  return [...atConnectors, ...others];
};

/** "move everything from tomorrow to wednesday" takes it off that day; "from friday on" is all that comes after. */
const ofOneDay =
  /^((?:everything|all(?:\s+(?:of\s+it|(?:my\s+|the\s+)?(?:tasks|todos|items|things)))?|(?:my\s+|the\s+)?(?:tasks|todos|items|things)))\s+from\s+(?!.*\s(?:on|onwards?)\s)/iu;

/** "set a due date of friday for milk" */
const dateFirst =
  /^(?:set|add|give|put)\s+(?:a\s+|the\s+)?(?:due\s*)?date\s+(?:of|to|on)\s+(.+?)\s+(?:for|on|to)\s+(.+)$/iu; // words of a date first

const isMissing = (words: string, scene: Scene): boolean =>
  ["none", "alike"].includes(findTargets(words, scene.open, scene).is);

/** "schedule a haircut for friday" is an order to add it; "move the couch on saturday" may be one. */
const offerOrRefuse = (said: string, words: string, scene: Scene): Interpretation => {
  const scheduled = slotIn(said, scene);
  const listed = /^put\s/iu.test(said) ? create(said, scene) : null;
  if (listed) return listed;
  const made = scheduled === undefined ? null : createCommand(scheduled, scene);
  if (made?.ok) return { commands: [made.command] };
  return /^(?:move|push|shift)\s/i.test(said)
    ? offerToAdd(said, words, scene)
    : talk(`I found no open task that fits ${quote(words)}.`);
};

/** "put laundry on saturday", where there is no laundry, adds it. */
/** "put the bins out" is a verb and its particle. */
const particle = /\s(?:out|away|up|down|back|on|off|in|together|over)$/iu;
const newSlot = /^(?:schedule|put|pencil\s+in|plan\s+in)\s+(?:an?\s+)?(.+)$/iu;

const slotIn = (said: string, scene: Scene): string | undefined => {
  const line = newSlot.exec(said)?.[1];
  return line === undefined || particle.test(scene.quickAdd(line).title) ? undefined : line;
};

const shiftDue: Rule = (said, scene) => {
  for (const pattern of byAmount) {
    const [, words = "", amount = ""] = pattern.exec(said) ?? [];
    const shift = readShift(amount, said);
    if (words !== "" && shift) return actShift(words, shift, scene);
  }
  return shiftAtEnd(said, scene);
};

/** "move the rehearsal half an hour earlier": the longest end that is an amount. */
const shiftAtEnd = (said: string, scene: Scene): Interpretation | null => {
  const body =
    /^(?:move|push|shift|bring|pull|make|do|have|start)\s+(.+\s(?:earlier|later|forward|sooner|back))$/iu.exec(
      said,
    )?.[1] ?? "";
  for (const space of [...body.matchAll(/\s+/g)].slice(0, 10)) {
    const shift = readShift(body.slice(space.index + space[0].length), said);
    if (shift) return actShift(body.slice(0, space.index), shift, scene);
  }
  return null;
};

const actShift = (words: string, shift: Shift, scene: Scene): Interpretation => {
  const targets = findTargets(words, scene.open, scene);
  const timeless =
    targets.is === "found" &&
    targets.tasks.find((task) => movedBy(task, shift, scene.clock) === null);
  if (timeless) {
    const isDay = timeless.due?.kind === "day";
    return talk(
      `${quote(timeless.title)} has no ${isDay ? "time of day" : "due date"} to move. Say when instead: “move it to tomorrow 17:00”.`,
    );
  }
  return act(
    words,
    scene.open,
    scene,
    dueOrder(
      (what) => `move ${what}`,
      (task) => movedBy(task, shift, scene.clock) ?? task.due,
    ),
  );
};

/** "postpone milk" says neither how far nor until when. */
const askWhen: Rule = (said, scene) => {
  const words = whenever.exec(said)?.[1];
  if (!words) return null;
  const targets = findTargets(words, scene.open, scene);
  if (targets.is !== "found" || targets.tasks.length > 5)
    return act(
      words,
      scene.open,
      scene,
      dueOrder(
        (what) => `move ${what} to tomorrow`,
        (task) => on("tomorrow", task, scene),
      ),
    );
  const titles = targets.tasks.map(({ title }) => quote(title)).join(", ");
  return ask(
    `Until when shall I move ${titles}?`,
    ["tomorrow", "this weekend", "next week"].map((day) => ({
      label: day.replace(/^./, (letter) => letter.toUpperCase()),
      commands: targets.tasks.map((task) => ({
        type: "task.patch" as const,
        taskId: task.id,
        changes: { due: on(day, task, scene) },
      })),
    })),
  );
};

const on = (day: string, task: Task, scene: Scene): When | null => {
  const to = scene.when(day);
  return to && movedTo(task, to, scene.clock);
};
