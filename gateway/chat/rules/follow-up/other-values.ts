// A day, a priority, a project and the like, said alone: of the task just made or changed. Called by follow-up.ts.
import { isOpen } from "../../../../domain/is-over.ts";
import type { Task, TaskPatch } from "../../../../domain/task.ts";
import { run } from "../../asking.ts";
import type { Interpretation } from "../../interpretation.ts";
import type { LastChange } from "../../reading/last-change.ts";
import { movedTo } from "../../reading/move-due.ts";
import { valuesOf } from "../../reading/values-of.ts";
import type { Scene } from "../../scene.ts";

const openings =
  /^(?:(?:no\s+(?:hurry|rush)(?:\s+(?:with|for)\s+(?:it|that))?|and|also|but|so|then|oh|ah|no+|nope|actually|rather|better|maybe|hm+|ugh|ok|okay|wait|sorry|oops|yes|yeah|please|pls|i\s+mean(?:t)?|let['’]?s\s+(?:say|do|make\s+it)|(?:make|set|leave|keep|put|change|give)\s+(?:it|that)(?:\s+to)?|it['’]?s|(?:it|that)\s+(?:is|should\s+be|has\s+to\s+be)|that['’]?s|should\s+be)[\s,.!;:–—-]+)+/iu;
const endings =
  /(?:[\s,]+(?:(?:is|would\s+be|works|sounds)\s+(?:much\s+)?(?:better|fine|good|ok|best|nicer)|will\s+do|instead|rather|after\s+all|actually|please|pls|then|thanks|thank\s+you|too|as\s+well|better|i\s+(?:think|guess|mean|meant)))+[.!]*$|[.!]+$/iu;

/** "p2", "and its for saturday", "no, monday is better", "in Atlas": nothing but values, or it is none of this rule's business. */
export const otherValues = (
  message: string,
  { task, what }: LastChange,
  scene: Scene,
): Interpretation | null => {
  if (!isOpen(task) || task.deletedAt !== null || what === "deleted") return null;
  const words = message.trim().replace(openings, "").replace(endings, "").trim();
  if (words === "" || /^\d+$/u.test(words)) return null;
  const changes = changesOf(words, task, scene);
  return changes && run({ type: "task.patch", taskId: task.id, changes });
};

const changesOf = (words: string, task: Task, scene: Scene): TaskPatch | null => {
  if (/\s(?:later|earlier|sooner)$/iu.test(words)) return null; // counted from its due, not from now
  const to = scene.when(words);
  if (to) return { due: movedTo(task, to, scene.clock) };
  const read = scene.quickAdd(words);
  if (read.title === "") return valuesOf(read, task, scene);
  const priority = urgency.find(([pattern]) => pattern.test(words))?.[1];
  if (priority !== undefined) return { priority };
  const project = known(place.exec(words)?.slice(1).find(Boolean), scene.projects);
  if (project !== undefined) return { project };
  const assignee = known(person.exec(words)?.[1], scene.people);
  return assignee === undefined ? null : { assignee };
};

/** As the priority rule reads them. */
const urgency: [RegExp, Task["priority"]][] = [
  [
    /^(?:very\s+|really\s+|super\s+|quite\s+)*(?:urgent|important|critical|top|highest|high)(?:[\s-]+(?:prio|priority))?$/iu,
    1,
  ],
  [/^(?:medium|normal)(?:[\s-]+(?:prio|priority))$/iu, 2],
  [/^(?:low)(?:[\s-]+(?:prio|priority))?$/iu, 3],
  [/^(?:not\s+(?:so\s+|that\s+|very\s+)?(?:urgent|important)|no\s+priority)$/iu, 4],
];
const place =
  /^(?:(?:in|under|into|to)\s+(?:the\s+)?#?(.+?)(?:\s+(?:project|list))?|for\s+(?:the\s+)?#?(.+?)\s+(?:project|list))$/iu;
const person = /^(?:with|for|to|by)\s+\+?(\p{L}+)$/iu;
const known = (name: string | undefined, names: string[]): string | undefined =>
  names.find((one) => one.toLowerCase() === name?.toLowerCase());
