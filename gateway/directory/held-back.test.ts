// What of a request is done when the directory's owner refuses a part of it.
import { expect, test } from "vitest";
import type { CommandEnvelope } from "../../domain/command.ts";
import type { DirectoryCommand } from "../../domain/directory/command.ts";
import type { DirectoryReply } from "../../domain/directory/reply.ts";
import { emptyDirectory } from "../../domain/directory/empty-directory.ts";
import { type Id, newId } from "../../domain/ids.ts";
import { refuse } from "../../domain/result.ts";
import { chatOrigin } from "../../tests/chat-person.ts";
import { exampleTask } from "../../tests/examples.ts";
import { askAll } from "../command/ask-all.ts";
import { notAsked } from "./ask.ts";

const gone: DirectoryCommand = { type: "tag.delete", tag: "a", becomes: null };
const back: DirectoryCommand = {
  type: "directory.back",
  kind: "tag",
  id: newId(),
  was: "changed",
  changes: {},
};
const no = refuse("conflict", "another one has the name");
const yes: DirectoryReply = { ok: true, directory: emptyDirectory, step: null, repeated: false };

/** Two orders to the directory with these answers; a task goes along with each, with a part, and one was ordered by itself. */
const asking = async (command: DirectoryCommand, answers: DirectoryReply[]) => {
  const origin = (commandId: Id, causationId: Id) => ({ ...chatOrigin(), commandId, causationId });
  const [first, second] = [newId(), newId()];
  const orders = [first, second].map((id) => {
    return { v: 1 as const, command, origin: origin(id, newId()) };
  });
  const task = (cause: Id): CommandEnvelope => {
    const deleted = { type: "task.delete" as const, taskId: newId() };
    return { v: 1, command: deleted, origin: origin(newId(), cause) };
  };
  const withPart = (whole: CommandEnvelope): CommandEnvelope[] => {
    const { commandId } = whole.origin;
    const part = {
      type: "task.follow" as const,
      taskId: newId(),
      partOf: whole.command.taskId,
      into: "trash" as const,
    };
    return [whole, { v: 1, command: part, origin: origin(newId(), commandId), after: commandId }];
  };
  const plan = [task(newId()), ...withPart(task(first)), ...withPart(task(second))];
  const left = [...answers];
  const { replies, directed } = await askAll(
    {
      actors: {
        execute: async ({ command: { taskId: id } }) => {
          const changes = { deletedAt: { before: null, after: "x" } };
          const moved = exampleTask({ id, deletedAt: "2026-12-01T08:00:00.000Z" });
          return { ok: true, task: moved, reminders: [], changes, repeated: false };
        },
        changeDirectory: async () => left.shift() ?? yes,
      },
      keepDirectory: async () => undefined,
    },
    { userId: newId(), orders, plan, repeated: null, isFinal: true },
  );
  return {
    replies: replies.map((reply) => (reply === notAsked ? "held" : reply.ok)),
    directed: directed.map(({ reply }) => (reply === notAsked ? "held" : reply.ok)),
    isLeft: left.length > 0,
  };
};

test("what was ordered by itself is done, and what goes along with a refused order is held back with its parts", async () => {
  expect(await asking(gone, [yes, no])).toEqual({
    replies: [true, true, true, "held", "held"],
    directed: [true, false],
    isLeft: false,
  });
});

test("behind a refused order no other one is given, and its tasks stay too", async () => {
  expect(await asking(gone, [no, yes])).toEqual({
    replies: [true, "held", "held", "held", "held"],
    directed: [false, "held"],
    isLeft: true,
  });
});

test("an undo that is refused at once leaves everything; one that has begun takes its tasks back", async () => {
  expect((await asking(back, [no, yes])).replies).toEqual(Array.from({ length: 5 }, () => "held"));
  expect((await asking(back, [yes, no])).replies).toEqual([true, true, true, "held", "held"]);
});
