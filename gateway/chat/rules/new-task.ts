// From a line of words to the command that makes a task of it. Used by create.ts and by offers.
import type { Command } from "../../../domain/command.ts";
import { Title } from "../../../domain/task.ts";
import { quote } from "../asking.ts";
import type { Scene } from "../scene.ts";

export type TaskCreate = Extract<Command, { type: "task.create" }>;
export type Made = { ok: true; command: TaskCreate } | { ok: false; reason: string };

/** The command for a line, or why there is none. */
export const createCommand = (line: string, scene: Scene): Made => {
  const read = scene.quickAdd(line);
  const title = Title.safeParse(trimmedTitle(read.title));
  if (!title.success)
    return { ok: false, reason: `A title ${title.error.issues[0]?.message ?? "is missing"}.` };
  if (read.tags.length > 50) return { ok: false, reason: "A task has at most 50 tags." };
  const fields: TaskCreate["fields"] = {
    title: title.data,
    ...(read.due === null ? {} : { due: read.due }),
    ...(read.deadline === null ? {} : { deadline: read.deadline }),
    ...(read.duration === null ? {} : { durationMinutes: read.duration }),
    ...(read.priority === null ? {} : { priority: read.priority }),
    ...(read.tags.length === 0 ? {} : { tags: read.tags }),
    ...(read.project === null ? {} : { project: read.project }),
  };
  return { ok: true, command: { type: "task.create", taskId: scene.newId(), fields } };
};

/** "to call bob" is "call bob", and quotes around a whole title fall off. */
const trimmedTitle = (title: string): string =>
  title.replace(/^(?:to|that|:)\s+(?=\S)/i, "").replace(/^["“'‘]([^"“”]+)["”'’]$/u, "$1");

/** The new task in a few words, for a question: “call bob” (tomorrow 17:00, #work, p1). */
export const describe = ({ fields }: TaskCreate, scene: Scene): string => {
  const details = detailsOf(fields, scene);
  return details === "" ? quote(fields.title) : `${quote(fields.title)} (${details})`;
};

/** What a task holds besides its title, in words. */
export const detailsOf = (fields: TaskCreate["fields"], { say }: Pick<Scene, "say">): string =>
  [
    fields.due ? say(fields.due) : "",
    fields.deadline ? `deadline ${say({ kind: "day", at: fields.deadline })}` : "",
    fields.durationMinutes ? `${fields.durationMinutes} min` : "",
    fields.project ? `#${fields.project}` : "",
    ...(fields.tags ?? []).map((tag) => `@${tag}`),
    fields.priority && fields.priority < 4 ? `p${fields.priority}` : "",
  ]
    .filter(Boolean)
    .join(", ");
