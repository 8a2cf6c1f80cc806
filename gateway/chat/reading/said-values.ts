// Values in plain words: "tagged shopping, for Ali, in Atlas, high priority". Called by the readers of what is said of tasks.
import type { QuickAdd } from "../../../domain/language/quick-add.ts";
import type { Scene } from "../scene.ts";

/** What quick add reads in the words when people, tags, projects and levels are named without their marks, and what is left. */
export type SaidValues = { read: QuickAdd; left: string };

const tagging =
  /(?<![\p{L}@#])(?:tag(?:s|ged)?|label(?:s|led)?)(?:\s+(?:it|them|all))?(?:\s+(?:as|with|of|to))?\s*[:=]?\s*[@#]?(\p{L}[\p{L}\p{N}_-]*)(?:\s*(?:and|&|\+)\s*[@#](\p{L}[\p{L}\p{N}_-]*))?/giu;
const assigning =
  /(?<![\p{L}])(?:re-?)?assign(?:ed|ee)?(?:\s+(?:it|them|all|both|each))*(?:\s+(?:to|is))?\s*[:=]?\s*(?!to\s)(\p{Lu}\p{L}+)(?![\p{L}])/gu;
const levels: [RegExp, string][] = [
  [
    /(?<![\p{L}\p{N}])(?:the\s+)?(?:priority|prio)\s+(?:of|for|on)\s+§\s+(?:(?:to|at|is|=)\s*)*([1-4])(?![\p{L}\p{N}:.])/giu,
    " § p$1 ",
  ],
  [
    /(?<![\p{L}\p{N}])(?:a\s+|the\s+)?(?:priority|prio)(?:\s+(?:of|to|is|level|number|at|as))*\s*[:=]?\s*([1-4])(?![\p{L}\p{N}:.])/giu,
    " p$1 ",
  ],
  [
    /(?<![\p{L}])(?:(?:very|really|super|is|it['’]?s)\s+)*(?:urgent|(?:high(?:est)?|top)[\s-]*(?:priority|prio)|important)(?![\p{L}])/giu,
    " p1 ",
  ],
  [/(?<![\p{L}])medium[\s-]*(?:priority|prio)(?![\p{L}])/giu, " p2 "],
  [/(?<![\p{L}])low(?:est)?[\s-]*(?:priority|prio)(?![\p{L}])/giu, " p3 "],
];

/** Reads them. A name counts where the person or project is known, or where the words say what it is. */
export const saidValues = (words: string, scene: Scene): SaidValues => {
  const tagged = words.replaceAll(tagging, (_, one: string, two?: string) =>
    two === undefined ? ` @${one} ` : ` @${one} @${two} `,
  );
  const leveled = levels.reduce((text, [pattern, by]) => text.replaceAll(pattern, by), tagged);
  const { text, project } = withoutProject(withPeople(leveled, scene), scene);
  const read = scene.quickAdd(text.replaceAll(/\s+/g, " ").trim());
  return { read: project === null ? read : { ...read, project }, left: read.title };
};

const withPeople = (said: string, { people }: Scene): string => {
  const lower = said.toLowerCase();
  const text = people
    .filter((name) => lower.includes(name.toLowerCase()))
    .reduce((one, name) => one.replace(personRule(name), ` ${markOf(name)} `), said);
  return text.replaceAll(assigning, " +$1 ");
};

const markOf = (name: string): string => (name.includes(" ") ? `+"${name}"` : `+${name}`);

const personRule = (name: string): RegExp => {
  const who = RegExp.escape(name);
  return new RegExp(
    `(?<![\\p{L}])(?:(?:re-?)?(?:assign(?:ed)?|given|hand(?:ed)?(?:\\s+over)?)\\s+)?(?:(?:to|for|by)\\s+|:\\s*)${who}(?![\\p{L}'’])|^\\s*${who}\\s+(?:does|do|is\\s+doing|takes|gets|has|can\\s+(?:do|take)|will\\s+(?:do|take)|handles)(?=\\s)|^\\s*${who}(?=\\s+(?:the\\s+)?§\\s*$)`,
    "iu",
  );
};

/** "in Atlas", "to the School list": only projects that are known, where the words end or a mark follows. */
const withoutProject = (
  said: string,
  { projects }: Scene,
): { text: string; project: string | null } => {
  const lower = said.toLowerCase();
  for (const project of projects.toSorted((a, b) => b.length - a.length)) {
    if (!lower.includes(project.toLowerCase())) continue;
    const rule = new RegExp(
      `(?<![\\p{L}])(?:(?:in|into|to|under|on|project|goes\\s+in(?:to)?|belongs\\s+(?:to|in))\\s+)+(?:the\\s+|my\\s+|project\\s+)*#?${RegExp.escape(project)}(?:\\s+(?:project|list))?(?=\\s*(?:[,.;)@#+]|$|and\\s|for\\s|by\\s|due\\s|p[1-4]))`,
      "iu",
    );
    if (rule.test(said)) return { text: said.replace(rule, " "), project };
  }
  return { text: said, project: null };
};
