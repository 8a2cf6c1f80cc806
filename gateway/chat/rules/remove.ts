// "delete buy milk", "cancel the dentist", "restore taxes". Rules of the grammar. The verbs have no typing mistakes.
import { act } from "../act.ts";
import { quote, talk } from "../asking.ts";
import { findTargets } from "../pointing/targets.ts";
import { findTasks } from "../matching/find-task.ts";
import { readFilter, tasksThatFit } from "../reading/filter.ts";
import type { Rule, Scene } from "../scene.ts";
import { offerToAdd } from "./offer.ts";
import { emptying, emptyTrash } from "./empty-trash.ts";
import { firstMatch } from "./patterns.ts";

const deleting = [
  /^(?:delete|erase|trash|discard|bin|scrap|get\s+rid\s+of|throw\s+away|throw\s+out)\s+(.+?)(?:\s+from\s+(?:my|the)\s+(?:\S+\s+)?(?:list|tasks|todos))?$/iu,
  /^(?:remove|take|cross)\s+(.+?)\s+(?:from|off)\s+(?:my|the)\s+(?:\S+\s+)?(?:list|tasks|todos)$/iu,
  /^remove\s+(.+)$/iu,
  /^i\s+don['’]?t\s+need\s+(.+?)(?:\s+any\s*more)?\s*[,.;]?\s*(?:so\s+|please\s+|you\s+can\s+)*(?:delete|remove)\s+(?:it|that)$/iu,
  /^(?:move|put|throw)\s+(.+?)\s+(?:in|into|to)\s+(?:the\s+)?(?:trash|bin|rubbish)$/iu,
];
const clearing = [
  /^(?:clear|clean\s+up|wipe)\s+(?:out\s+)?((?:all\s+|my\s+|the\s+|every)?.*(?:tasks|todos|list|everything))$/iu,
];

export const remove: Rule = (said, scene) => {
  if (emptying.test(said)) return emptyTrash(scene);
  const words = firstMatch(deleting, said) ?? firstMatch(clearing, said) ?? dropped(said, scene);
  if (words === null) return null;
  const filter = readFilter(words, scene);
  // "delete all my tasks" means the open ones; the done ones only when they are named.
  const wantsDone = filter.state === "done" && filter.text === null;
  const pool = wantsDone ? tasksThatFit(filter, scene.closed, scene) : scene.open;
  const target =
    wantsDone || /^(?:my\s+|the\s+)?(?:list|whole\s+list)$/i.test(words) ? "all tasks" : words;
  const order = {
    phrase: (what: string) => `delete ${what}`,
    destroys: true,
    commandsFor: (task: { id: string }) => [{ type: "task.delete" as const, taskId: task.id }],
  };
  const fromDone = () =>
    act(words, scene.closed, scene, { ...order, otherwise: () => offerToAdd(said, words, scene) });
  return act(target, pool, scene, { ...order, otherwise: fromDone });
};

/** "drop call bob" deletes a task of that very title; "drop off the laundry" is one to add. */
const dropped = (said: string, scene: Scene): string | null => {
  const words = /^(?:drop|kill)\s+(.+)$/iu.exec(said)?.[1];
  const targets = words === undefined ? null : findTargets(words, scene.open, scene);
  return words !== undefined && targets?.is === "found" && targets.isExact ? words : null;
};

const cancelling = [/^(?:cancel|call\s+off|abandon)\s+(.+)$/iu];

/** Cancelled is a state of its own: the task stays, and can be opened again. */
export const cancel: Rule = (said, scene) => {
  const words = firstMatch(cancelling, said);
  if (words === null) return null;
  return act(words, scene.open, scene, {
    phrase: (what) => `cancel ${what}`,
    destroys: true,
    commandsFor: (task) => [
      { type: "task.patch", taskId: task.id, changes: { status: "cancelled" } },
    ],
    otherwise: () => offerToAdd(said, words, scene),
  });
};

/** "bring back the draft", of one that was done. */
const reopened = (words: string, scene: Scene) => {
  const targets = findTargets(words, scene.closed, scene);
  if (targets.is !== "found" || !targets.isSure) return null;
  return act(words, scene.closed, scene, {
    phrase: (what) => `open ${what} again`,
    commandsFor: ({ id }) => [{ type: "task.reopen", taskId: id }],
  });
};

const restoring = [
  /^(?:restore|undelete|un-delete|recover|bring\s+back|untrash)\s+(.+?)(?:\s+(?:from\s+(?:the\s+)?(?:trash|bin)|(?:to|on|onto)\s+(?:my|the)\s+(?:open\s+)?list))?$/iu,
  /^(?:take|get|move|put|pull|fish)\s+(.+?)\s+(?:back\s+)?(?:out\s+of|from)\s+(?:the\s+)?(?:trash|bin)$/iu,
];

/** Said of something in the trash; of anything else they are tasks to add ("put the plates back"). */
const backAgain = [
  /^(?:get|put|bring|move|take|have)\s+(.+?)\s+back(?:\s+(?:from|on|onto|in|into|to|out\s+of)\s+.*)?$/iu,
  /^i\s+(?:want|need|['’]?d\s+like)\s+(.+?)\s+back$/iu,
  /^i\s+(?:\p{L}+ly\s+)?(?:deleted|removed|trashed|binned)\s+(.+?)(?:\s+(?:by\s+(?:mistake|accident)|accidentally))?(?:[,.;]?\s*(?:and\s+|can\s+you\s+|please\s+)*(?:restore|undelete|bring|get|put)\s+(?:it|that)(?:\s+back)?)?$/iu,
];

const takenBack = (said: string, scene: Scene): string | null => {
  const words = firstMatch(backAgain, said);
  const targets = words === null ? null : findTargets(words, scene.trash, scene);
  const isThere = targets?.is === "found" || targets?.is === "several";
  return words !== null && isThere && findTasks(words, scene.closed, [])?.sureness !== "exact"
    ? words
    : null;
};

export const restore: Rule = (said, scene) => {
  const words = firstMatch(restoring, said) ?? takenBack(said, scene);
  if (words === null) return null;
  return act(words, scene.trash, scene, {
    phrase: (what) => `restore ${what}`,
    commandsFor: (task) => [{ type: "task.restore", taskId: task.id }],
    otherwise: () =>
      reopened(words, scene) ?? talk(`I found no deleted task that fits ${quote(words)}.`),
  });
};
