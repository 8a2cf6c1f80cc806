// "remind me to call mum at 6", "remind me about taxes an hour before", "in 5 minutes remind me of it". Rule of the grammar.
import { readTrigger } from "../../../domain/language/reminders/read-trigger.ts";
import { readRepeat } from "../../../domain/language/repeat/read-repeat.ts";
import { talk } from "../asking.ts";
import type { Interpretation } from "../interpretation.ts";
import { findTargets } from "../pointing/targets.ts";
import type { Rule, Scene } from "../scene.ts";
import { listTasks } from "./list.ts";
import { remindNew, remindOften } from "./remind-new.ts";
import { bestReading, readTriggers, remindOf } from "./remind-task.ts";
import { isImperative } from "../matching/task-verbs.ts";

const verb = "(?:remind|alert|notify|ping|nudge)\\s+me";
const ordered = new RegExp(`^${verb}(?:\\s+(?:please|again))?(?:\\s+(.+))?$`, "iu");
const setting =
  /^(?:set|create|add|make|put|schedule|i\s+(?:need|want)|(?:please\s+)?give)\s+(?:me\s+)?(?:up\s+)?(?:an?\s+|another\s+|the\s+)?(?:new\s+)?(?:reminder|alarm|alert|nudge|ping|heads[\s-]up|shout)(?:\s+for\s+me)?(?:\s+(.+))?$/iu;
const headed = /^(?:a\s+)?reminder\s*:\s*(?:to\s+)?(.+)$|^(?:a\s+)?reminder\s+to\s+(.+)$/iu;
const after = new RegExp(
  `^(.+?),?\\s+(?:please\\s+)?${verb}\\s+((?:to|about|of|that)\\s+.+)$`,
  "iu",
);

/** Three shapes: to do something new, about a task that is there, and both with the time in front. */
export const remind: Rule = (said, scene) => {
  const header = headed.exec(said);
  if (header) return remindNew(header[1] ?? header[2] ?? "", scene);
  const [, when, what] = after.exec(said) ?? [];
  if (when !== undefined && what !== undefined && isTime(when, scene))
    return read(`${what} ${when}`, scene);
  const match = ordered.exec(said) ?? setting.exec(said);
  if (!match) return null;
  const words = (match[1] ?? "").trim();
  if (words !== "") return read(words, scene);
  return scene.shown.length > 0
    ? remindOf("it", null, scene)
    : talk("Remind you of what? For example “remind me to call mum at 6”.");
};

const isTime = (words: string, { clock }: Scene): boolean =>
  mayBeTime(words) &&
  (readTrigger(words, clock, clockDue) !== null || readRepeat(words, clock) !== null);

const timeStarts =
  /^(?:for\s+)?(?:in|after|at|on|by|around|when|within|next|this|later|the\s+(?:day|week|hour|evening|night|morning|afternoon|\d)|an?|half|every!?|each|ev|evry|daily|nightly|weekly|bi|fortnight|monthly|quarterly|yearly|annually|hourly|once|one|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|thirty|\d|noon|midnight|midday|to(?:day|night|m)|tmr|2m|end|mid|early|first\s+thing|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|weekdays?|weekends?|workdays|morning|eo[dwmy])/iu;

/** Reading a date takes time, so it is tried only where words begin like one and are as few. */
const mayBeTime = (words: string): boolean =>
  timeStarts.test(words) && words.split(/\s+/).length <= 12;

/** Any due: whether words say a time does not depend on which. */
const clockDue = { kind: "day", at: "2026-01-01" } as const;

const asksList = /^(?:(?:of|about)\s+)?(?:what|which|(?:all\s+)?my\s+tasks)(?=['’\s]|$)/iu;

const read = (words: string, scene: Scene): Interpretation | null => {
  if (asksList.test(words)) return listTasks(words.replace(/^(?:of|about)\s+/iu, "show "), scene);
  const order = /^(?:to|that)\s+(.+)$/iu.exec(words)?.[1];
  if (order !== undefined) return remindNew(order, scene);
  // "tomorrow at 9 to call mum", "every friday to water the plants"
  for (const match of words.matchAll(/\s+(?:to|that)\s+/giu)) {
    const when = words.slice(0, match.index).replace(/^for\s+/i, "");
    const what = words.slice(match.index + match[0].length);
    if (isTime(when, scene)) return remindNew(atTime(what, when, scene), scene);
    if (/^(?:later|soon|sometime)$/iu.test(when)) return remindNew(what, scene);
  }
  return remindAbout(words, scene);
};

/** "at five to text Ann about sunday": where a time was said in front, the days behind it belong to the title. */
const atTime = (what: string, when: string, scene: Scene): string =>
  scene.quickAdd(what).due === null || what.includes('"') ? `${what} ${when}` : `"${what}" ${when}`;

/** The task and the time in either order, the longest time that leaves a task; without a time it is asked for. */
const remindAbout = (said: string, scene: Scene): Interpretation => {
  const words = said.replace(about, "").replace(/\s+(?:(?:is|are)\s+due|starts?|begins?)$/iu, "");
  const breaks = [...words.matchAll(/\s+/g)].slice(0, 14);
  const known = new Map<string, boolean>();
  const isWhen = (when: string): boolean => {
    const is =
      known.get(when) ?? (mayBeTime(when) && readTriggers(when, scene.clock, clockDue).length > 0);
    known.set(when, is);
    return is;
  };
  if (isWhen(said)) return remindOf("it", said, scene);
  if (isWhen(words)) return remindOf("it", words, scene);
  const splits = breaks.flatMap((space) => {
    const [left, right] = [words.slice(0, space.index), words.slice(space.index + space[0].length)];
    return [
      { what: left, when: right },
      { what: right.replace(/^(?:about|of|for|that)\s+/iu, ""), when: left },
    ];
  });
  const readable = splits.filter(({ when }) => isWhen(when));
  const best = bestReading(
    readable.toSorted((a, b) => b.when.length - a.when.length),
    scene,
  );
  const often = remindOften(
    splits.filter(({ when }) => repeats.test(when)),
    scene,
  );
  if (often) return often;
  if (!about.test(said) && isNew(best?.what ?? words, scene))
    return remindNew(best ? `${best.what} ${best.when}` : words, scene);
  return best ? remindOf(best.what, best.when, scene, words) : remindOf(words, null, scene);
};

const repeats =
  /^(?:every|each|daily|nightly|weekly|bi-?weekly|fortnightly|monthly|quarterly|yearly|annually|once|on\s+\p{L}+days)/iu;
const about = /^(?:about|of|for|on)\s+/iu;

/** "remind me call dad at 6": an order that fits no task is a new one. */
const isNew = (what: string, scene: Scene): boolean =>
  isImperative(what) &&
  /\s/.test(what) &&
  ["none", "alike"].includes(findTargets(what, scene.open, scene).is);
