// Tasks in a map with the real rules, and what each command changed: for the tests of undo.
import { decide } from "../actors/task/decide.ts";
import type { TaskDoc } from "../actors/task/doc.ts";
import { TaskCommand } from "../domain/command.ts";
import type { Changes } from "../domain/changes.ts";
import { derivedId, type Id } from "../domain/ids.ts";
import type { ReminderStatus } from "../domain/reminder.ts";
import type { Refusal } from "../domain/result.ts";
import { ownerOf } from "../domain/settings.ts";
import type { Task } from "../domain/task.ts";
import { owner as ownerId, settings } from "./chat-world.ts";

export type DoneStep = {
  taskId: Id;
  version: number;
  changes: Changes;
  order: TaskCommand;
};

export type UndoWorld = {
  now: Date;
  refused: Refusal[];
  tasks: () => Task[];
  /** How the reminders of all tasks stand. */
  reminders: () => ReminderStatus[];
  find: (title: string) => Task;
  /** Carries the commands out and gives what they changed. A minute passes with each. */
  run: (commands: TaskCommand[]) => DoneStep[];
};

export const undoWorld = (): UndoWorld => {
  const docs = new Map<Id, TaskDoc>();
  const owner = ownerOf({ version: 1, settings });
  let count = 0;

  const carryOut = (command: TaskCommand): DoneStep[] => {
    world.now = new Date(world.now.getTime() + 60_000);
    const origin = {
      commandId: derivedId(ownerId, String((count += 1))),
      correlationId: ownerId,
      causationId: ownerId,
      actorId: ownerId,
      source: "chat" as const,
      device: null,
      traceparent: null,
    };
    const decided = decide(docs.get(command.taskId) ?? null, { command, origin, owner }, world.now);
    if (!decided.ok) {
      world.refused.push(decided.error);
      return [];
    }
    const { doc, event } = decided.value;
    docs.set(doc.task.id, doc);
    if (event === null) return [];
    const { id: taskId, version } = doc.task;
    return [{ taskId, version, changes: event.changes, order: command }];
  };

  const world: UndoWorld = {
    now: new Date("2026-11-25T09:00:00.000Z"),
    refused: [],
    tasks: () => [...docs.values()].map(({ task }) => task),
    reminders: () => [...docs.values()].flatMap(({ reminders }) => reminders),
    find: (title) => {
      const found = world.tasks().find((task) => task.title === title);
      if (!found) throw new Error(`there is no task ${title}`);
      return found;
    },
    run: (commands) => commands.map((command) => TaskCommand.parse(command)).flatMap(carryOut),
  };
  return world;
};
