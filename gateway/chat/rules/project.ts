// "move milk to #work", "take the report out of acme". Rule of the grammar.
import { act, actOn, type Order } from "../act.ts";
import { ask, quote, talk } from "../asking.ts";
import type { Interpretation } from "../interpretation.ts";
import { findTargets } from "../pointing/targets.ts";
import type { Rule, Scene } from "../scene.ts";
import { isSame, patch } from "./patch.ts";

const named = "(?<mark>#|(?:the\\s+|an?\\s+)?(?:new\\s+)?project\\s+(?:called\\s+|named\\s+)?#?)?";
const moving = [
  new RegExp(
    `^(?:move|put|add|transfer|file|shift|stick)\\s+(?<words>.+?)\\s+(?:back\\s+|over\\s+)?(?:to|in|into|under|from\\s+\\S+\\s+to)\\s+${named}(?<name>[^#@]+?)(?<after>\\s+(?:project|list))?$`,
    "iu",
  ),
  new RegExp(
    `^(?:set|change|make|update)\\s+(?:the\\s+)?(?<mark>project)\\s+(?:of|for|on)\\s+(?<words>.+)\\s+(?:to|as)\\s+#?(?<name>[^#@]+?)(?<after>\\s+project)?$`,
    "iu",
  ),
  new RegExp(
    `^(?<words>.+?)\\s+(?:belongs?|goes|should\\s+go|should\\s+be|is|is\\s+(?:a\\s+)?part)\\s+(?:to|in|into|under|of)\\s+${named}(?<name>[^#@]+?)(?<after>\\s+project)?$`,
    "iu",
  ),
];
const leaving = [
  /^(?:remove|take|move|pull|get)\s+(?<words>.+?)\s+(?:from|out\s+of|off)\s+(?:(?:the\s+|its\s+|any\s+|a\s+)?project(?:\s+\S+)?|(?:the\s+)?#\S+(?:\s+project)?)$/iu,
  /^(?:remove|take|move|pull|get)\s+(?<words>.+?)\s+(?:from|out\s+of|off)\s+(?:the\s+)?(?<name>.+?)(?:\s+project)?$/iu,
  /^(?<words>.+?)\s+(?:doesn['’]?t|does\s+not|no\s+longer)\s+belongs?\s+(?:to|in)\s+(?:a|any|its|the)\s+project(?:\s+any\s*more)?$/iu,
  /^(?<words>.+?)\s+(?:doesn['’]?t|does\s+not|no\s+longer)\s+belongs?\s+(?:to|in)\s+(?:the\s+)?(?<name>.+?)(?:\s+project)?(?:\s+any\s*more)?$/iu,
  /^(?:remove|clear|unset|drop)\s+(?:the\s+)?project\s+(?:of|from|for|on)\s+(?<words>.+)$/iu,
];

export const moveToProject: Rule = (said, scene) => {
  for (const pattern of leaving) {
    const { words, name } = pattern.exec(said)?.groups ?? {};
    if (words && (name === undefined || projectCalled(name, scene))) return leave(words, scene);
  }
  for (const pattern of moving) {
    const groups = pattern.exec(said)?.groups;
    const meant = groups ? moveAs(groups, said, scene) : null;
    if (meant) return meant;
  }
  return null;
};

const leave = (words: string, scene: Scene): Interpretation =>
  act(
    words,
    scene.open,
    scene,
    patch(
      (what) => `take ${what} out of its project`,
      () => ({ project: null }),
    ),
  );

const projectCalled = (name: string, { projects }: Scene): string | undefined =>
  projects.find((one) => isSame(one, name.trim().replace(/^the\s+/iu, "")));

const moveAs = (
  { words, mark, name, after }: Record<string, string | undefined>,
  said: string,
  scene: Scene,
): Interpretation | null => {
  if (!words || !name) return null;
  const known = projectCalled(name, scene);
  const isNamed = mark !== undefined || after?.includes("project") === true;
  if (!known && !isNamed) return null;
  // "add milk to #home" makes a task; "move milk to #home" needs one.
  if (/^(?:add|put|file|stick)/i.test(said) && !isExactly(words, scene)) return null;
  const isOrder = /^(?:move|put|add|transfer|file|shift|stick|set|change|make|update)\s/iu.test(
    said,
  );
  if (!isOrder && findTargets(words, scene.open, scene).is === "none") return null;
  const bare = words.replace(/\s+from\s+#?(?<from>\S+)$/iu, (all, from: string) =>
    projectCalled(from, scene) ? "" : all,
  );
  const fresh = name.trim().replace(/^the\s+|["“”]/giu, "");
  if (!known && mark === "#") return askProjectOrTag(bare, fresh, scene);
  return act(bare, scene.open, scene, toProject(known ?? fresh));
};

/** "add milk to #home" with a task "Buy milk" still makes a new one; only its whole title, or "it", means the old one. */
export const isExactly = (words: string, scene: Scene): boolean => {
  const targets = findTargets(words, scene.open, scene);
  const isPronoun = /^(?:it|that|this|them|these|those)$/i.test(words.trim());
  return targets.is === "found" && (isPronoun || targets.isExact === true);
};

const toProject = (project: string): Order =>
  patch(
    (what) => `move ${what} to #${project}`,
    () => ({ project }),
  );

/** A # that no project has may be a new project or a tag. */
const askProjectOrTag = (words: string, name: string, scene: Scene): Interpretation => {
  const targets = findTargets(words, scene.open, scene);
  if (targets.is !== "found") return act(words, scene.open, scene, toProject(name));
  const commandsFor = (order: Order) => actOn(targets.tasks, true, scene, order).commands;
  const tagged = patch(
    (what) => `tag ${what}`,
    (task) => ({
      tags: [...task.tags.filter((one) => !isSame(one, name)), name].slice(0, 50),
    }),
  );
  if (targets.tasks.length > 5)
    return talk(`There is no project ${quote(name)} yet. Move one task there first.`);
  return ask(`There is no project ${quote(name)} yet. Shall I make it one, or use it as a tag?`, [
    { label: `Project #${name}`, commands: commandsFor(toProject(name)) },
    { label: `Tag @${name}`, commands: commandsFor(tagged) },
  ]);
};
