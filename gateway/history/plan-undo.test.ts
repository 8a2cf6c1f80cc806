// Undo as a rule: what a request did, taken back by the real rules of tasks, leaves everything as it was. And what it asks about.
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Task } from "../../domain/task.ts";
import { type UndoWorld, undoWorld } from "../../tests/undo-world.ts";
import { commandsOn } from "../../tests/undo-commands.ts";
import { planUndo } from "./plan-undo.ts";

/** What a person sees of the tasks; one that is not there yet is as good as one in the trash. */
const seen = (tasks: Task[]) =>
  tasks
    .filter(({ deletedAt }) => deletedAt === null)
    .map((task) => ({ ...task, version: 0, updatedAt: "" }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));

const plan = (world: UndoWorld, steps: ReturnType<UndoWorld["run"]>) =>
  planUndo(steps, world.tasks(), { policy: "keep" });

/** Takes the steps back; nothing may be refused. */
const takeBack = (world: UndoWorld, steps: ReturnType<UndoWorld["run"]>) => {
  const { commands, conflicts, notes } = plan(world, steps);
  expect([conflicts, notes]).toEqual([[], []]);
  const undone = world.run(commands);
  expect(world.refused).toEqual([]);
  return undone;
};

/** The same seed every time: what is rarer than one in thousands is no news of the change at hand. */
const runs = { seed: 20_261_125, numRuns: 600 };

const history = commandsOn({ most: 8 });
const request = commandsOn({ most: 5 });

test("undo(do(x)) = x, whatever was done before and whatever the request does", () => {
  fc.assert(
    fc.property(history, request, (before, asked) => {
      const world = undoWorld();
      world.run(before);
      world.refused.length = 0;
      const x = seen(world.tasks());
      const steps = world.run(asked);
      world.refused.length = 0;
      takeBack(world, steps);
      expect(seen(world.tasks())).toEqual(x);
    }),
    runs,
  );
}, 60_000);

test("the undo of an undo does it again", () => {
  fc.assert(
    fc.property(history, request, (before, asked) => {
      const world = undoWorld();
      world.run(before);
      const steps = world.run(asked);
      const done = seen(world.tasks());
      world.refused.length = 0;
      const undone = takeBack(world, steps);
      const skipped = new Set(
        steps.filter(({ order }) => order.type === "task.skip").map(({ taskId }) => taskId),
      );
      const { commands } = planUndo(undone, world.tasks(), { policy: "keep", skipped });
      world.run(commands);
      expect(world.refused).toEqual([]);
      expect(seen(world.tasks())).toEqual(done);
    }),
    runs,
  );
}, 60_000);

/** Every reminder that can be, snoozed to an instant none of the tests comes to. */
const snoozeAll = (world: UndoWorld) => {
  const until = new Date(world.now.getTime() + 90 * 86_400_000).toISOString();
  world.run(
    world.reminders().map(({ taskId, reminderId }) => ({
      type: "reminder.snooze",
      taskId,
      reminderId,
      until,
    })),
  );
};

const snoozed = (world: UndoWorld) =>
  world
    .reminders()
    .flatMap(({ taskId, reminderId, state, scheduledFor }) =>
      state === "snoozed" ? [`${taskId} ${reminderId} ${scheduledFor}`] : [],
    )
    .toSorted();

test("what was snoozed before a request is snoozed after its undo", () => {
  fc.assert(
    fc.property(history, request, (before, asked) => {
      const world = undoWorld();
      world.run(before);
      snoozeAll(world);
      const stood = snoozed(world);
      const steps = world.run(asked);
      world.refused.length = 0;
      takeBack(world, steps);
      expect(snoozed(world)).toEqual(stood);
    }),
    runs,
  );
}, 60_000);
