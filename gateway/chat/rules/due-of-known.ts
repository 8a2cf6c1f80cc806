// "dentist to tuesday", "cake sunday instead", "milk p1 @home": a task that is there and what becomes of it, without a verb. Rule of the grammar.
import type { TaskPatch } from "../../../domain/task.ts";
import { act, type Order } from "../act.ts";
import { run } from "../asking.ts";
import type { Interpretation } from "../interpretation.ts";
import { findNamed } from "../pointing/targets.ts";
import { tasksTitled } from "../matching/title-index.ts";
import { valuesOf } from "../reading/values-of.ts";
import { movedTo } from "../reading/move-due.ts";
import type { Rule, Scene } from "../scene.ts";
import { outer } from "./patterns.ts";

/** Between a task and its new date where no verb says so: words nobody would write into a title. */
const arrow =
  /\s+(?:to|until|till|(?:has\s+been\s+|is\s+|was\s+|got\s+)?(?:moved|postponed|pushed|delayed|rescheduled|shifted|changed)\s+to|can\s+wait\s+(?:until|till)|is\s+now\s+(?:on|at|due)?|(?:needs?|has|have|should|must|ought)\s+(?:to\s+)?be\s+(?:done|ready|finished|complete|completed|in|out|over|sent)\s+(?:by|on|at|until|before)?|will\s+be\s+(?:on|at|due)?)\s+|\s*(?:->|→|=>)\s*/giu;
const instead =
  /^(?:do\s+|have\s+|let['’]?s\s+do\s+|make\s+)?(?<body>.+?)\s+(?:instead|rather)(?:\s+(?:of|than)\s+.+)?$/iu;
const doing =
  /^(?:i['’]?ll\s+|i\s+will\s+|we['’]?ll\s+|i['’]?m\s+going\s+to\s+)?(?:do|make|have|let['’]?s\s+do|work\s+on|plan)\s+(?<body>.+)$/iu;

export const dueOfKnown: Rule = (said, scene) => {
  const marked = labelled(said, scene) ?? stated(said, scene);
  if (marked) return marked;
  for (const match of outer([...said.matchAll(arrow)])) {
    const [words, rest] = [said.slice(0, match.index), said.slice(match.index + match[0].length)];
    const meant = moveKnown(words, rest, scene);
    if (meant) return meant;
  }
  const body = instead.exec(said)?.groups?.["body"] ?? doing.exec(said)?.groups?.["body"];
  return body === undefined ? null : lastWords(body, scene);
};

/** The longest end of the words that is a date, the beginning a task that is there. */
const lastWords = (body: string, scene: Scene): Interpretation | null => {
  if (scene.when(body)) return moveKnown("it", body, scene);
  for (const space of [...body.matchAll(/\s+(?:on\s+|for\s+|to\s+)?/giu)].slice(0, 12)) {
    const rest = body.slice(space.index + space[0].length);
    const meant = moveKnown(body.slice(0, space.index), rest, scene);
    if (meant) return meant;
  }
  return null;
};

const moveKnown = (words: string, rest: string, scene: Scene): Interpretation | null => {
  const bare = words.replace(/^(?:also|and)\s+/iu, "");
  const isShift = /\s(?:later|earlier|sooner)$/iu.test(rest); // counted from its due, not from now
  const to = bare === "" || isShift ? null : scene.when(rest);
  if (!to || !isMeant(bare, scene)) return null;
  return act(bare, scene.open, scene, {
    phrase: (what) => `move ${what} to ${scene.say(to.due)}`,
    commandsFor: (task) => [
      { type: "task.patch", taskId: task.id, changes: { due: movedTo(task, to, scene.clock) } },
    ],
  });
};

const isMeant = (words: string, scene: Scene): boolean => {
  const targets = findNamed(words, scene.open, scene);
  return (targets.is === "found" && targets.isSure) || targets.is === "several";
};

/** The title of a task and labels, nothing else: they are to be its own. */
const labelled = (said: string, scene: Scene): Interpretation | null => {
  const { title, tokens, priority, assignee, project, tags } = scene.quickAdd(said);
  if (tokens.length === 0 || tokens.some(({ kind }) => !labels.has(kind))) return null;
  const [same, other] = tasksTitled(title, scene.open);
  const isIt = same === undefined && /^(?:it|that|this|them|both|make\s+it)$/iu.test(title);
  if (other || (!same && !isIt)) return null;
  const order: Order = {
    phrase: (what) => `change ${what}`,
    commandsFor: (task) => {
      const fresh = tags.filter(
        (name) => !task.tags.some((one) => one.toLowerCase() === name.toLowerCase()),
      );
      const changes: TaskPatch = {
        ...(priority === null ? {} : { priority }),
        ...(assignee === null ? {} : { assignee }),
        ...(project === null ? {} : { project }),
        ...(tags.length === 0 ? {} : { tags: [...task.tags, ...fresh] }),
      };
      return [{ type: "task.patch", taskId: task.id, changes }];
    },
  };
  return act(same ? same.title : "it", scene.open, scene, order);
};
/** "renew passport: due 15 jan, p1": the title, and what is stated of it. */
const stated = (said: string, scene: Scene): Interpretation | null => {
  const [, words = "", rest = ""] = /^(.{2,}?)(?:\s*:\s+|\s*,\s*(?=due\s))(.+)$/iu.exec(said) ?? [];
  const [same, other] = words === "" ? [] : tasksTitled(words, scene.open);
  const read = same && !other ? scene.quickAdd(rest) : null;
  if (!same || read?.title !== "") return null;
  const changes = valuesOf(read, same, scene);
  return changes && run({ type: "task.patch", taskId: same.id, changes });
};

const labels = new Set(["priority", "tag", "project", "assignee"]);
