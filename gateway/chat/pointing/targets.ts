// From words to the tasks they mean: "it", "the second one", "all overdue tasks", "milk and eggs", a title. Called by act.ts.
import type { Task } from "../../../domain/task.ts";
import { readFilter, tasksThatFit } from "../reading/filter.ts";
import type { Scene } from "../scene.ts";
import { exactTasks, findNamedTasks, findTasks } from "../matching/find-task.ts";
import { lastReminded } from "../reading/last-reminded.ts";
import { readReference } from "./references.ts";
import { readOrdinals } from "../matching/ordinals.ts";
import { contentWords, stem, wordsOf } from "../matching/words.ts";

/**
 * `found`: all of these are meant (`isSure` false after a typing mistake, `isExact` when the words are the title). `several`: one of these, together with `also`.
 * `alike`: perhaps one of these. `unclear`: a pronoun or number that points at nothing. `none`: no task fits.
 */
export type Targets =
  | { is: "found"; tasks: Task[]; isSure: boolean; isExact?: boolean }
  | { is: "several"; tasks: Task[]; also: Task[] }
  | { is: "alike"; tasks: Task[] }
  | { is: "unclear" }
  | { is: "none" };

const remembering = (read: typeof findTargets): typeof findTargets => {
  const known = new WeakMap<Scene, WeakMap<Task[], Map<string, Targets>>>();
  return (said, pool, scene) => {
    const ofScene = known.get(scene) ?? new WeakMap<Task[], Map<string, Targets>>();
    const ofPool = ofScene.get(pool) ?? new Map<string, Targets>();
    const targets = ofPool.get(said) ?? read(said, pool, scene);
    known.set(scene, ofScene.set(pool, ofPool.set(said, targets)));
    return targets;
  };
};

/** What the words mean among the tasks of `pool`. Rules ask about the same words; the answer is found once a message. */
export const findTargets: (said: string, pool: Task[], scene: Scene) => Targets = remembering(
  (said, pool, scene) => targetsOf(said, pool, scene, findTasks),
);

/** The same without what merely looks alike: then it is `none`. For whoever asks only whether a task is named. */
export const findNamed: typeof findTargets = remembering((said, pool, scene) =>
  targetsOf(said, pool, scene, findNamedTasks),
);

const targetsOf = (said: string, pool: Task[], scene: Scene, find: typeof findTasks): Targets => {
  const words = bare(said);
  return (
    reference(said, pool, scene) ??
    pronoun(words, pool, scene) ??
    ordinal(words, pool, scene) ??
    set(words, pool, scene) ??
    titled(words, pool, scene, find) ?? { is: "none" }
  );
};

/** Quotes, marks and words that only say "a task" fall off: «the task "Buy milk"» is «Buy milk». */
export const bare = (said: string): string =>
  said
    .trim()
    .replace(/[.!?;:,]+$/u, "")
    .replace(
      /^(?:(?:the|my|that|this)\s+)?(?:task|todo|to-do|item)\s+(?:called|named|titled|about|to|:)?\s*(?=\S)/iu,
      "",
    )
    .replace(/(?<=\S)\s+(?:task|todo|to-do|item|one|thing|stuff)$/iu, "")
    .replace(/^(?:the\s+)?one\s+(?:about|with|for|called|named)\s+/iu, "")
    .replace(/^(["'“‘])(.+)["'”’]$/u, "$2")
    .trim();

/** Tasks named by what was done with them; one that points at nothing is unclear. */
const reference = (said: string, pool: Task[], scene: Scene): Targets | null => {
  const meant = titleOnly(bare(said), pool) ? null : readReference(said, pool, scene);
  if (!meant) return null;
  const { tasks, isOne } = meant;
  if (tasks.length === 0) return { is: "unclear" };
  return isOne && tasks.length > 1
    ? { is: "several", tasks, also: [] }
    : { is: "found", tasks, isSure: true };
};

const single =
  /^(?:it|that|this|that one|this one|that task|this task|the task|the last one|the same)$/i;
const plural =
  /^(?:them|these|those|they|both|both of (?:them|those|these)|all of (?:them|those|these)|them all|them both|all)$/i;

const pronoun = (words: string, pool: Task[], scene: Scene): Targets | null => {
  const { shown } = scene;
  // Nothing was shown, but something has just reminded: "that's done" is said of it.
  const told = shown.length === 0 && single.test(words) ? lastReminded(pool, scene) : null;
  if (told) return { is: "found", tasks: [told.task], isSure: false };
  const here = shown.filter((task) => pool.includes(task));
  if (here.length === 0 && shown.length > 0 && single.test(words)) return { is: "none" };
  if (plural.test(words)) {
    if (here.length === 0 && pool.length > 0 && /^all$/i.test(words))
      return { is: "found", tasks: pool, isSure: true };
    const fits = /both/i.test(words) ? here.length === 2 : here.length > 0;
    return fits ? { is: "found", tasks: here, isSure: true } : { is: "unclear" };
  }
  if (!single.test(words) || /last/i.test(words)) return null;
  if (here.length > 1) return { is: "several", tasks: here.slice(0, 10), also: [] };
  return here.length === 1 ? { is: "found", tasks: here, isSure: true } : { is: "unclear" };
};

const ordinal = (words: string, pool: Task[], { counted: shown }: Scene): Targets | null => {
  const places = readOrdinals(words, shown.length);
  if (places === null) return null;
  const tasks = places.flatMap((place) => shown[place] ?? []).filter((task) => pool.includes(task));
  return tasks.length === places.length && tasks.length > 0
    ? { is: "found", tasks, isSure: true }
    : (titleOnly(words, pool) ?? { is: "unclear" });
};

/** A title may be a number: "1984". */
const titleOnly = (words: string, pool: Task[]): Targets | null => {
  const tasks = exactTasks(words, pool);
  return tasks.length === 1 ? { is: "found", tasks, isSure: true } : null;
};

const manyWords =
  /(?:^|\s)(?:all|every|everything|each|tasks|todos|to-dos|items)(?:\s|$)|\s(?:ones|things)$|^[#@]\S+$/i;

/** "all my tasks", "everything due today", "overdue tasks": a filter that is understood to the last word. */
const set = (said: string, pool: Task[], scene: Scene): Targets | null => {
  if (!manyWords.test(said) || titleOnly(said, pool)) return null;
  const filter = readFilter(said, scene);
  if (filter.text !== null) return allNamed(said, pool);
  const tasks = tasksThatFit({ ...filter, state: filter.state ?? "any" }, pool, scene);
  return tasks.length > 0 ? { is: "found", tasks, isSure: true } : { is: "none" };
};

/** "all the packing tasks": those whose titles have the words, in whatever form. */
const allNamed = (said: string, pool: Task[]): Targets | null => {
  const words =
    /^(?:all|every)\s+(?:of\s+)?(?:the\s+|my\s+)?(.+?)\s+(?:tasks|todos|to-dos|items|ones|things)$/iu.exec(
      said,
    )?.[1];
  if (words === undefined) return null;
  const stems = contentWords(words).map(stem);
  const tasks = pool.filter(({ title }) => {
    const own = wordsOf(title).map(stem);
    return stems.every((one) => own.includes(one));
  });
  return tasks.length > 0 ? { is: "found", tasks, isSure: true } : null;
};

const titled = (
  words: string,
  pool: Task[],
  scene: Scene,
  find: typeof findTasks,
): Targets | null => {
  const whole = find(words, pool, scene.shown);
  if (whole?.sureness === "exact") return exactly(choose(whole.tasks));
  if (whole?.sureness === "words") return choose(whole.tasks);
  const parts = listed(words, pool, scene);
  if (parts) return parts;
  if (whole?.sureness === "typo") {
    const only = whole.tasks.length === 1;
    return only
      ? { is: "found", tasks: whole.tasks, isSure: false }
      : { is: "several", tasks: whole.tasks, also: [] };
  }
  return whole ? { is: "alike", tasks: whole.tasks } : null;
};

const exactly = (targets: Targets): Targets =>
  targets.is === "found" ? { ...targets, isExact: true } : targets;

/** One that fits is meant. Of several that fit equally none is: even the one mentioned last is only offered first. */
const choose = (tasks: Task[]): Targets =>
  tasks.length === 1 ? { is: "found", tasks, isSure: true } : { is: "several", tasks, also: [] };

/** "milk, eggs and bread": each part a task. At most one part may fit several. */
const listed = (words: string, pool: Task[], scene: Scene): Targets | null => {
  const parts = words.split(/\s*(?:,\s*and\s+|,|\sand\s|\s&\s|\sn\s|\splus\s)\s*/i).filter(Boolean);
  if (parts.length < 2 || parts.length > 20) return null;
  const finds = parts.map((part) =>
    contentWords(part).length > 0 ? titled(bare(part), pool, scene, findNamedTasks) : null,
  );
  const sure = finds.flatMap((find) => (find?.is === "found" ? [find] : []));
  const open = finds.flatMap((find) => (find?.is === "several" ? [find] : []));
  if (sure.length + open.length < parts.length || open.length > 1) return null;
  const tasks = [...new Set(sure.flatMap((find) => find.tasks))];
  const unclear = open[0];
  if (unclear)
    return {
      is: "several",
      tasks: unclear.tasks.filter((task) => !tasks.includes(task)),
      also: tasks,
    };
  return { is: "found", tasks, isSure: sure.every((find) => find.isSure) };
};
