// Priority, tags and project of tasks that exist: "make milk p1", "tag milk with home", "move milk to #work". Rules of the grammar.
import type { Task, TaskPatch } from "../../../domain/task.ts";
import { act, actOn, type Order } from "../act.ts";
import { ask, quote, talk } from "../asking.ts";
import type { Interpretation } from "../interpretation.ts";
import { findTargets } from "../matching/targets.ts";
import type { Rule, Scene } from "../scene.ts";

const patch = (phrase: Order["phrase"], changes: (task: Task) => TaskPatch): Order => ({
  phrase,
  commandsFor: (task) => [{ type: "task.patch", taskId: task.id, changes: changes(task) }],
});

const level =
  "(?:p([1-4])|(?:priority|prio)\\s*:?\\s*([1-4])|([1-4])|(no|low|medium|normal|high|highest|top|urgent|important)(?:\\s+(?:priority|prio))?)";
const prioritizing = [
  new RegExp(
    `^(?:make|set|mark|change|give|put|flag)\\s+(?:the\\s+)?(?:priority|prio)\\s+(?:of|for|on)\\s+(?<words>.+?)\\s+(?:as|to|at)\\s+${level}$`,
    "iu",
  ),
  new RegExp(
    `^(?:make|set|mark|change|give|put|flag|raise|lower)\\s+(?<words>.+?)\\s+(?:as\\s+|to\\s+|at\\s+|a\\s+|priority\\s+to\\s+){0,3}${level}$`,
    "iu",
  ),
  new RegExp(`^(?<words>.+?)\\s+(?:is|are|has)\\s+(?:now\\s+|very\\s+)?${level}$`, "iu"),
];
const numbers: Record<string, number> = { no: 4, normal: 4, low: 3, medium: 2 };

export const prioritize: Rule = (said, scene) => {
  const important = /^(?:de-?)?prioriti[sz]e\s+(.+)$/iu.exec(said);
  if (important?.[1]) {
    const priority = /^de/i.test(said) ? 4 : 1;
    return act(important[1], scene.open, scene, toPriority(priority));
  }
  for (const pattern of prioritizing) {
    const match = pattern.exec(said);
    if (!match) continue;
    const [, , short, written, figure, word = ""] = match;
    const isFigureAlone = figure !== undefined && !/priority|prio/i.test(said);
    const priority = Number(short ?? written ?? figure ?? numbers[word.toLowerCase()] ?? 1);
    if (!isFigureAlone)
      return act(match.groups?.["words"] ?? "", scene.open, scene, toPriority(priority));
  }
  return null;
};

const toPriority = (priority: number): Order =>
  patch(
    (what) => `set ${what} to p${priority}`,
    () => ({ priority }),
  );

const tagging = [
  /^(?:tag|label)\s+(?<words>.+?)\s+(?:with|as)\s+(?<names>.+)$/iu,
  /^(?:tag|label)\s+(?<words>.+?)\s+(?<names>(?:[#@][^\s#@]+\s*)+)$/iu,
  /^(?:add|put|set)\s+(?:the\s+)?(?:tags?|labels?)\s+(?<names>.+?)\s+(?:to|on|for)\s+(?<words>.+)$/iu,
  /^(?:add|put)\s+(?<names>(?:@[^\s#@]+\s*)+)\s+(?:to|on)\s+(?<words>.+)$/iu,
];
/** Only for a task of that very title: "add #home to buy milk" without one adds "buy milk". */
const hashing = [/^(?:add|put)\s+(?<names>(?:#[^\s#@]+\s*)+)\s+(?:to|on)\s+(?<words>.+)$/iu];
const untagging = [
  /^(?:untag|unlabel)\s+(?<words>.+?)\s+(?:from\s+)?(?<names>[#@].+)$/iu,
  /^(?:remove|delete|drop|take)\s+(?:the\s+)?(?:tags?|labels?)\s+(?<names>.+?)\s+(?:from|off|of)\s+(?<words>.+)$/iu,
  /^(?:remove|take|drop)\s+(?<names>(?:[#@][^\s#@]+\s*)+)\s+(?:from|off)\s+(?<words>.+)$/iu,
];

const groupsOf = (patterns: RegExp[], said: string) => {
  for (const pattern of patterns) {
    const { words, names } = pattern.exec(said)?.groups ?? {};
    if (words && names) return { words, names: namesIn(names) };
  }
  return null;
};

const namesIn = (text: string): string[] =>
  text
    .split(/\s*,\s*|\s+and\s+|\s+(?=[#@])/u)
    .map((name) => name.replace(/^[#@]|["“”]/g, "").trim())
    .filter((name) => name !== "" && name.length <= 100);

const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

export const tag: Rule = (said, scene) => {
  const hashed = groupsOf(hashing, said);
  const add = groupsOf(tagging, said) ?? (hashed && isExactly(hashed.words, scene) ? hashed : null);
  if (add) {
    const fresh = (task: Task) =>
      add.names.filter((name) => !task.tags.some((one) => isSame(one, name)));
    return act(
      add.words,
      scene.open,
      scene,
      patch(
        (what) => `tag ${what} with ${add.names.map((name) => `@${name}`).join(" ")}`,
        (task) => ({
          tags: [...task.tags, ...fresh(task)].slice(0, 50),
        }),
      ),
    );
  }
  const drop = groupsOf(untagging, said);
  if (!drop) return null;
  return act(
    drop.words,
    scene.open,
    scene,
    patch(
      (what) => `untag ${what}`,
      (task) => ({
        tags: task.tags.filter((one) => !drop.names.some((name) => isSame(one, name))),
      }),
    ),
  );
};

const moving =
  /^(?:move|put|add|transfer|file)\s+(?<words>.+?)\s+(?:back\s+)?(?:to|in|into|under)\s+(?<mark>#|(?:the\s+)?project\s+#?)?(?<name>[^#@]+?)(?<after>\s+(?:project|list))?$/iu;
const leaving =
  /^(?:remove|take|move)\s+(.+?)\s+(?:from|out\s+of)\s+(?:(?:the\s+|its\s+|any\s+)?project(?:\s+\S+)?|#\S+\s+project)$/iu;

export const moveToProject: Rule = (said, scene) => {
  const out = leaving.exec(said)?.[1];
  if (out)
    return act(
      out,
      scene.open,
      scene,
      patch(
        (what) => `take ${what} out of its project`,
        () => ({ project: null }),
      ),
    );
  const { words, mark, name, after } = moving.exec(said)?.groups ?? {};
  if (!words || !name) return null;
  const known = scene.projects.find((one) => isSame(one, name.trim()));
  const isNamed = mark !== undefined || after?.includes("project") === true;
  if (!known && !isNamed) return null;
  // "add milk to #home" makes a task; "move milk to #home" needs one.
  if (/^(?:add|put|file)/i.test(said) && !isExactly(words, scene)) return null;
  if (!known && mark === "#") return askProjectOrTag(words, name.trim(), scene);
  return act(words, scene.open, scene, toProject(known ?? name.trim()));
};

/** "add milk to #home" with a task "Buy milk" still makes a new one; only its whole title, or "it", means the old one. */
const isExactly = (words: string, scene: Scene): boolean => {
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
