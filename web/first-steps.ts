// The first five minutes: which steps a new person has taken, and the sample project. Pure but for what it sends; called by views/first/.
import { v5 } from "uuid";
import type { Task } from "../domain/task.ts";
import type { DirectoryAnswer } from "./api/directory.ts";
import { newId, type Punctual } from "./api/punctual.ts";
import type { Answer, Ticket } from "./api/request.ts";
import { firstWords } from "./words/first-steps.ts";

/** The one sample project of a person: made twice it is the same. */
export const sampleId = (userId: string): string => v5("sample project", userId);

export type Steps = { add: boolean; remind: boolean; undo: boolean };

/** What can be read off the list. `sample`: the name of the sample project, whose tasks nobody has added; `tookBack`: something was undone here. */
export const stepsTaken = (
  tasks: Iterable<Task>,
  { sample, tookBack }: { sample: string | null; tookBack: boolean },
): Steps => {
  const all = [...tasks];
  return {
    add: all.some(({ project }) => sample === null || project !== sample),
    remind: all.some(({ reminders }) => reminders.length > 0),
    undo: tookBack,
  };
};

/** Whoever has more tasks of their own needs no first steps. */
export const mostOfNewcomer = 10;

type Making = {
  punctual: Pick<Punctual, "createTask" | "directory">;
  userId: string;
  now: Date;
  onTask: (task: Task) => void;
};

/** Makes the project and its tasks under the ticket's correlation id, so that one undo takes all of it back. The first refusal is the answer. */
export const makeSample = async (
  { punctual, userId, now, onTask }: Making,
  ticket: Ticket,
): Promise<Answer<DirectoryAnswer>> => {
  const { project, tasks } = firstWords;
  const fields = { id: sampleId(userId), name: project, colour: "teal" as const };
  const made = await punctual.directory.createProject(fields, ticket);
  if (!made.ok) return made;
  const answers = await Promise.all(
    tasks.map((task, n) =>
      punctual.createTask(
        { ...task, id: newId(), project, position: now.getTime() + n },
        { key: newId(), correlationId: ticket.correlationId },
      ),
    ),
  );
  for (const answer of answers) if (answer.ok) onTask(answer.value);
  return answers.find((answer) => !answer.ok) ?? made;
};
