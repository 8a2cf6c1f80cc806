// A message and its context cut for the way to the other thread: copying the notes of a long list at once would hold up everyone. Used by beside.ts and thread.ts.
import type { TaskSummary } from "../../../domain/task.ts";
import type { Context } from "../interpretation.ts";

export type Sent = { message: string; context: Context };
/** First the message without tasks, then the tasks a few at a time, then "whole". A first one begins anew. */
export type Piece = Sent | { tasks: readonly TaskSummary[] } | "whole";

/** Copied within about 2 ms: characters of notes, and what a task counts beside them. */
const [mostCharacters, ofTask] = [200_000, 1_000];

/** The pieces in their order. The rules search in notes, show them and add to them, so all of them go along. */
export function* piecesOf({ message, context }: Sent): Generator<Piece> {
  yield { message, context: { ...context, tasks: [] } };
  let tasks: TaskSummary[] = [];
  let characters = 0;
  for (const task of context.tasks) {
    tasks.push(task);
    characters += ofTask + (task.description?.length ?? 0);
    if (characters < mostCharacters) continue;
    yield { tasks };
    [tasks, characters] = [[], 0];
  }
  if (tasks.length > 0) yield { tasks };
  yield "whole";
}

/** Takes one piece after another; gives the message when it is whole. */
export const createGather = (): ((piece: Piece) => Sent | null) => {
  let message = "";
  let context: Context | null = null;
  let tasks: TaskSummary[] = [];
  return (piece) => {
    if (piece === "whole") {
      const whole = context && { message, context: { ...context, tasks } };
      [message, context, tasks] = ["", null, []];
      return whole;
    }
    if ("message" in piece) [message, context, tasks] = [piece.message, piece.context, []];
    else tasks.push(...piece.tasks);
    return null;
  };
};
