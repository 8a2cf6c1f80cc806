// The steps of a new person tick themselves by what is on the list; the sample is one change, and its tasks are not counted as theirs.
import { expect, test } from "vitest";
import type { Task } from "../domain/task.ts";
import { exampleTask } from "../tests/examples.ts";
import { makeSample, sampleId, stepsTaken } from "./first-steps.ts";
import { firstWords } from "./words/first-steps.ts";

const userId = "0198c2a4-7b1e-7c3d-9f00-3a5b6c7d8e9f";
const task = (more: Partial<Task> = {}) => exampleTask({ project: null, reminders: [], ...more });
const none = { sample: null, tookBack: false };

test("each step is taken when the list shows it", () => {
  expect(stepsTaken([], none)).toEqual({ add: false, remind: false, undo: false });
  expect(stepsTaken([task()], none)).toMatchObject({ add: true, remind: false });
  const sample = firstWords.project;
  const given = task({ project: sample });
  expect(stepsTaken([given], { ...none, sample })).toMatchObject({ add: false });
  const trigger = { kind: "instant" as const, at: "2026-12-01T08:00:00.000Z" };
  const reminded = { ...given, reminders: [{ id: userId, trigger, channels: null }] };
  expect(stepsTaken([reminded], { sample, tookBack: true })).toEqual({
    add: false,
    remind: true,
    undo: true,
  });
});

test("the sample is made under one correlation id, in the order of its words, and a refusal is said", async () => {
  const asked: { title: string; position: number; by: string; id: string }[] = [];
  const shown: Task[] = [];
  const refusal = {
    ok: false as const,
    problem: { code: "unavailable" as const, message: "not now", fields: [], status: 503 },
  };
  const ticket = { key: "k", correlationId: "c" };
  const directory = { directory: {} as never, tasksChanged: 0 };
  const making = (fails: number) => ({
    userId,
    now: new Date(1_000),
    onTask: (one: Task) => void shown.push(one),
    punctual: {
      directory: {
        createProject: async ({ id = "" }: { id?: string }) => {
          expect(id).toBe(sampleId(userId));
          return { ok: true as const, value: directory };
        },
      } as never,
      createTask: async (
        { title, position = 0, id }: { title: string; position?: number; id: string },
        { correlationId }: { correlationId: string },
      ) => {
        asked.push({ title, position, by: correlationId, id });
        return asked.length === fails
          ? (refusal as never)
          : { ok: true as const, value: task({ title }) };
      },
    },
  });
  expect(await makeSample(making(0), ticket)).toEqual({ ok: true, value: directory });
  const sorted = asked.toSorted((a, b) => a.position - b.position);
  expect(sorted.map(({ title }) => title)).toEqual(firstWords.tasks.map(({ title }) => title));
  expect(new Set(asked.map(({ by }) => by))).toEqual(new Set(["c"]));
  expect(shown).toHaveLength(firstWords.tasks.length);
  asked.length = 0;
  expect(await makeSample(making(3), ticket)).toBe(refusal);
});

test("the words fit what a task may hold", () => {
  for (const { title, description } of firstWords.tasks) {
    expect(title.length).toBeLessThanOrEqual(60);
    expect(description.length).toBeLessThanOrEqual(300);
  }
});
