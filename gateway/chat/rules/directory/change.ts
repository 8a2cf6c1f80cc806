// "rename project home to house", "delete tag fitness", "merge tag a into b", "archive the project garden", "delete filter Soon". Called by directory.ts.
import type { DirectoryCommand } from "../../../../domain/directory/command.ts";
import { ask, countOf, quote, run, talk } from "../../asking.ts";
import type { Choice, Interpretation } from "../../interpretation.ts";
import type { Scene } from "../../scene.ts";
import { findTargets } from "../../pointing/targets.ts";
import { isExactly } from "../project.ts";
import { bare, filterNamed, type Listed, named, type Thing, thingOf } from "./names.ts";

const thing = "(?<thing>project|tag|label)";
const the = "(?:the\\s+|my\\s+|this\\s+)?";
const polite = "(?:please\\s+|can\\s+you\\s+|could\\s+you\\s+)?";
const either = (verb: string, rest = ""): RegExp[] => [
  new RegExp(`^${polite}${verb}\\s+${the}${thing}\\s+(?<name>.+?)${rest}$`, "iu"),
  new RegExp(`^${polite}${verb}\\s+${the}(?<name>.+?)\\s+${thing}${rest}$`, "iu"),
];
const renaming = either("(?:rename|call|change)", "\\s+(?:to|into|as)\\s+(?<to>.+)");
const deleting = either("(?:delete|remove|drop|erase|get\\s+rid\\s+of)");
const archiving = either("(?<verb>un-?archive|archive)");
const merging = new RegExp(
  `^${polite}(?:merge|combine|fold)\\s+${the}(?<thing>projects?|tags?|labels?)\\s+(?<name>.+?)\\s+(?:into|with|to|and)\\s+${the}(?:(?:project|tag|label)\\s+)?(?<to>.+)$`,
  "iu",
);
const ofFilter =
  /^(?:please\s+)?(?:delete|remove|drop)\s+(?:the\s+|my\s+)?(?:saved\s+)?filter\s+(?<name>.+)$/iu;

/** More tasks than this want a yes first. */
const manyTasks = 5;

export const changeDirectory = (said: string, scene: Scene): Interpretation | null => {
  const filter = filterNamed(ofFilter.exec(said)?.groups?.["name"] ?? "", scene);
  if (filter) return run({ type: "filter.delete", filter: filter.id });
  const merge = merging.exec(said)?.groups;
  if (merge) return mergeThings(merge, scene);
  return (
    first(renaming, said, scene, rename) ??
    first(archiving, said, scene, archive) ??
    first(deleting, said, scene, remove) ??
    missingTag(said, scene)
  );
};

/** "delete tag fitness" where there is none: not about a task, unless one is called so; "remove tag home from milk" is. */
const missingTag = (said: string, scene: Scene): Interpretation | null => {
  const { thing: word = "", name = "" } = deleting[0]?.exec(said)?.groups ?? {};
  const isTag =
    name !== "" && thingOf(word) === "tag" && !/\s(?:from|off|of|on)\s/iu.test(` ${name} `);
  if (!isTag || isKnownTask(`${word} ${name}`, scene)) return null;
  return talk(`There is no tag ${quote(bare(name))}.`);
};

/** Words that name a task: "label maker", where there is a "Buy label maker". */
const isKnownTask = (words: string, scene: Scene): boolean =>
  isExactly(words, scene) || findTargets(words, scene.open, scene).is === "found";

type Groups = Record<string, string | undefined>;
type Found = { kind: Thing; one: Listed; groups: Groups; scene: Scene };

/** By the first pattern whose name is one of a project or tag that there is: else the words are about a task. */
const first = (
  patterns: RegExp[],
  said: string,
  scene: Scene,
  meant: (found: Found) => Interpretation | null,
): Interpretation | null => {
  for (const pattern of patterns) {
    const groups = pattern.exec(said)?.groups;
    if (!groups) continue;
    const kind = thingOf(groups["thing"] ?? "");
    const one = named(kind, groups["name"] ?? "", scene);
    // A task of that very name is meant before the project: "change website project to friday".
    if (one && isExactly(`${groups["name"] ?? ""} ${groups["thing"] ?? ""}`, scene)) return null;
    if (one) return meant({ kind, one, groups, scene });
  }
  return null;
};

/** "change tag home to work on milk" is about milk, and "to friday" about a date: neither is a name. */
const isOfTask = (to: string, kind: Thing, scene: Scene): boolean =>
  (kind === "tag" && /\s(?:on|of|for|in)\s/iu.test(to)) || scene.when(to) !== null;

const rename = ({ kind, one, groups, scene }: Found): Interpretation | null => {
  const to = bare(groups["to"] ?? "");
  if (to === "" || to.length > 100 || isOfTask(to, kind, scene)) return null;
  const other = named(kind, to, scene);
  if (other && other.name !== one.name) return offerMerge(kind, one, other);
  const command: DirectoryCommand =
    kind === "project"
      ? { type: "project.change", project: one.name, changes: { name: to } }
      : { type: "tag.change", tag: one.name, changes: { name: to } };
  return confirmed(`rename the ${kind} ${quote(one.name)} to ${quote(to)}`, one, command);
};

const archive = ({ kind, one, groups }: Found): Interpretation | null => {
  if (kind !== "project") return null;
  const archived = !/^un/iu.test(groups["verb"] ?? "");
  return run({ type: "project.change", project: one.name, changes: { archived } });
};

const remove = ({ kind, one }: Found): Interpretation => {
  if (kind === "tag") {
    const command: DirectoryCommand = { type: "tag.delete", tag: one.name, becomes: null };
    return confirmed(`delete the tag ${quote(one.name)}`, one, command);
  }
  const to = (is: "inbox" | "trash"): DirectoryCommand[] => [
    { type: "project.delete", project: one.name, becomes: { is } },
  ];
  if (one.open === 0) return run(...to("inbox"));
  const tasks = countOf(one.open);
  return ask(`What becomes of the ${tasks} in the project ${quote(one.name)}?`, [
    { label: `Delete the project, keep its ${tasks}`, commands: to("inbox") },
    { label: `Delete the project and its ${tasks}`, commands: to("trash") },
    { label: "No, leave it", commands: [] },
  ]);
};

const mergeThings = (groups: Groups, scene: Scene): Interpretation | null => {
  const kind = thingOf(groups["thing"] ?? "");
  const [one, other] = [groups["name"], groups["to"]].map((name) => named(kind, name ?? "", scene));
  // "merge project files into one folder"
  if (!one && !other) return null;
  const missing = one ? groups["to"] : groups["name"];
  if (!one || !other) return talk(`There is no ${kind} ${quote(bare(missing ?? ""))}.`);
  if (one.name === other.name) return talk("That is one and the same.");
  return confirmed(
    `merge the ${kind} ${quote(one.name)} into ${quote(other.name)}`,
    one,
    mergeOf(kind, one, other),
  );
};

const mergeOf = (kind: Thing, { name }: Listed, other: Listed): DirectoryCommand =>
  kind === "project"
    ? { type: "project.delete", project: name, becomes: { is: "project", name: other.name } }
    : { type: "tag.delete", tag: name, becomes: other.name };

const offerMerge = (kind: Thing, one: Listed, other: Listed): Interpretation =>
  ask(`There is a ${kind} ${quote(other.name)} already. Shall I merge the two?`, [
    { label: `Merge ${one.name} into ${other.name}`, commands: [mergeOf(kind, one, other)] },
    { label: "No, leave them", commands: [] },
  ]);

/** What changes many tasks wants a yes first. */
const confirmed = (phrase: string, { open }: Listed, command: DirectoryCommand): Interpretation => {
  if (open <= manyTasks) return run(command);
  const yes: Choice = { label: `Yes, ${phrase}`, commands: [command] };
  return ask(`Shall I ${phrase}? ${countOf(open)} have it.`, [
    yes,
    { label: "No, leave it", commands: [] },
  ]);
};
