// "take pills at 8am and 8pm every day", "walk the dog twice a day": a task for each time, for a rule holds one clock time. Called by grammar.ts.
import type { Interpretation } from "../../interpretation.ts";
import { isImperative } from "../../matching/task-verbs.ts";
import type { Rule, Scene } from "../../scene.ts";
import { createCommand, type TaskCreate } from "../new-task.ts";

const clock = "(?:\\d{1,2}(?:[:.]\\d{2})?\\s*(?:[ap]\\.?m\\.?)?|noon|midnight)";
const order =
  "(?:(?:please\\s+)?(?:(?:add|create|new\\s+task:?)\\s+|(?<reminds>remind\\s+me\\s+to\\s+)))?";
const every = "(?:every|each)\\s+\\S.*|daily|nightly|weekdays|on\\s+weekdays";
const atTimes = new RegExp(
  `^${order}(?<what>.+?)\\s+(?:at\\s+)?(?<first>${clock})\\s*(?:,|and|&)\\s*(?:again\\s+)?(?:at\\s+)?(?<second>${clock})(?:\\s*(?:,\\s*and|,|and|&)\\s*(?:at\\s+)?(?<third>${clock}))?\\s+(?<rule>${every})$`,
  "iu",
);
const ruleFirst = new RegExp(
  `^${order}(?<what>.+?)\\s+(?<rule>every\\s+(?:single\\s+)?\\p{L}+|daily)\\s+at\\s+(?<first>${clock})\\s*(?:,|and|&)\\s*(?:again\\s+)?(?:at\\s+)?(?<second>${clock})$`,
  "iu",
);
const oftenADay = new RegExp(
  `^${order}(?<what>.+?)\\s+(?<count>twice|two\\s+times|2x|three\\s+times|thrice|3x)\\s+(?:a|per|each|every)\\s+day$`,
  "iu",
);

/** Null where one time is said, or the line names no thing to do. */
export const timesADay: Rule = (said, scene) => {
  const timed = (atTimes.exec(said) ?? ruleFirst.exec(said))?.groups;
  if (timed) {
    const { first = "", second = "", third, rule = "" } = timed;
    const half = /[ap]\.?m/iu.exec(second)?.[0] ?? "";
    const times = [/\d$/u.test(first.trim()) ? `${first} ${half}` : first, second];
    return each(timed, [...times, ...(third === undefined ? [] : [third])], rule, scene);
  }
  const often = oftenADay.exec(said)?.groups;
  if (!often || !isImperative(often["what"] ?? "")) return null;
  const { morning, afternoon, evening } = scene.clock.dayParts;
  const isThrice = /^(?:thr|3)/iu.test(often["count"] ?? "");
  const times = [morning, ...(isThrice ? [afternoon] : []), evening];
  return each(
    often,
    times.map((time) => time.toString().slice(0, 5)),
    "every day",
    scene,
  );
};

const each = (
  { what = "", reminds }: Record<string, string | undefined>,
  times: string[],
  rule: string,
  scene: Scene,
): Interpretation | null => {
  const reminder =
    reminds === undefined ? [] : [{ kind: "relative", to: "due", minutes: 0 } as const];
  const commands = times.flatMap((time): TaskCreate[] => {
    const made = createCommand(`${what} ${rule} at ${time.trim()}`, scene, reminder);
    const isWhole = made.ok && (made.command.fields.recurrence ?? null) !== null;
    return isWhole ? [made.command] : [];
  });
  if (commands.length !== times.length || commands.some(({ fields }) => fields.title !== what))
    return null;
  const text = "A task has one clock time, so each of them is a task.";
  return { commands, answer: { kind: "talk", text } };
};
