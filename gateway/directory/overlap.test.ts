// Two changes of one person's projects at a time: the second waits for the first, or is drawn up on what the first left.
import { expect, test } from "vitest";
import { direct } from "../../actors/user/directory/direct.ts";
import { newUser } from "../../actors/user/decide.ts";
import { emptyState, type UserState } from "../../actors/user/state.ts";
import type { Intent } from "../../database/commands/start-intent.ts";
import type { TaskCommand } from "../../domain/command.ts";
import type { DirectoryCommand } from "../../domain/directory/command.ts";
import { newId } from "../../domain/ids.ts";
import { isSameLabel } from "../../domain/label-key.ts";
import { ok } from "../../domain/result.ts";
import { chatOrigin } from "../../tests/chat-person.ts";
import { exampleTask } from "../../tests/examples.ts";
import { executeBy } from "../command/execute.ts";
import type { ExecutePorts } from "../command/ports.ts";
import { takeAlong } from "./take-along.ts";

const now = new Date("2026-12-01T08:00:00.000Z");

/** A person with the project Work and one task in it; `meanwhile` happens when a plan has been drawn up. */
const aPerson = (meanwhile: DirectoryCommand[] = [], isBusy = false) => {
  let state: UserState = emptyState(newUser(chatOrigin().actorId, now));
  const task = exampleTask({ id: newId(), project: "Work" });
  const intents = new Map<string, Intent>();
  const told: TaskCommand[] = [];
  const order = (command: DirectoryCommand, more = {}) => {
    const origin = { ...chatOrigin(), commandId: newId() };
    const envelope = { v: 1 as const, command, origin, ...more };
    const done = direct(state, envelope, { now, eventId: newId() });
    if (!done.ok) return done;
    state = done.state;
    return done.reply;
  };
  const happen = (): void => {
    const [one, ...later] = meanwhile;
    meanwhile = later;
    if (one === undefined) return;
    task.project = one.type === "project.change" ? (one.changes.name ?? null) : null;
    order(one);
  };
  order({ type: "project.create", projectId: newId(), fields: { name: "Work" } });
  const ports: ExecutePorts = {
    actors: {
      execute: async ({ command }) => {
        told.push(command);
        const changes = { project: { before: task.project, after: "?" } };
        if (command.type === "task.relabel") task.project = command.to;
        return { ok: true, task, reminders: [], changes, repeated: false };
      },
      changeDirectory: async (_, { command, ...more }) => order(command, more),
    },
    takeAlong: (of) =>
      takeAlong(
        {
          readDirectory: async () => state.directory,
          isTakingAlong: async () => isBusy,
          listHolders: async ({ held }) =>
            isSameLabel(task.project, held.name) ? [{ id: task.id, shelf: 0 as const }] : [],
        },
        of,
      ),
    keepDirectory: async () => undefined,
    readDirectory: async () => state.directory,
    withParts: async ({ commands }) => ok(commands.map((command) => ({ command, parts: [] }))),
    ownerFor: async () => undefined,
    startIntent: async ({ key, bodyHash, plan, directory = null }) => {
      const known = intents.get(key);
      if (known) return { ...known, fresh: false };
      const open = { status: "started" as const, replies: null, directoryReplies: null };
      const intent = { fresh: true, bodyHash, plan, directory, promisedAt: now, ...open };
      intents.set(key, intent);
      happen();
      return intent;
    },
    redrawIntent: async ({ key, plan, directory }) => {
      const known = intents.get(key);
      if (known) intents.set(key, { ...known, plan, directory });
      happen();
      return true;
    },
    finishIntent: async () => undefined,
  };
  const actorId = state.user.id;
  const run = async (directory: DirectoryCommand, ...commands: TaskCommand[]) =>
    executeBy(ports, { userId: actorId, commands, directory: [directory], origin: chatOrigin() });
  return { run, told, task, names: () => state.directory.projects.map(({ name }) => name) };
};

const rename = (project: string, name: string): DirectoryCommand => {
  return { type: "project.change", project, changes: { name } };
};

test("while tasks still follow an earlier change, another one is refused and nothing is done", async () => {
  const person = aPerson([], true);
  expect(await person.run(rename("Work", "Office"))).toMatchObject({
    ok: false,
    error: { code: "conflict", message: expect.stringContaining("still being carried out") },
  });
  expect([person.names(), person.told]).toEqual([["Work"], []]);
});

test("what moves no task is done also then", async () => {
  const person = aPerson([], true);
  const red: DirectoryCommand = {
    type: "project.change",
    project: "Work",
    changes: { colour: "red" },
  };
  expect(await person.run(red)).toMatchObject({ ok: true });
});

test("a new name that came between the plan and its carrying out: the plan is drawn up anew, and the tasks follow", async () => {
  const person = aPerson([rename("Work", "Office")]);
  expect(await person.run(rename("Work", "Job"))).toMatchObject({
    ok: true,
    value: { directed: [{ reply: { ok: true } }], replies: [{ ok: true }] },
  });
  expect(person.told).toMatchObject([{ type: "task.relabel", from: "Office", to: "Job" }]);
  expect([person.names(), person.task.project]).toEqual([["Job"], "Job"]);
});

test("what is ordered beside it is done once, however often the plan is drawn up", async () => {
  const person = aPerson([rename("Work", "Office"), rename("Office", "Firm")]);
  const beside = { type: "task.complete" as const, taskId: newId() };
  expect(await person.run(rename("Work", "Job"), beside)).toMatchObject({ ok: true });
  expect(person.told.map(({ type }) => type)).toEqual(["task.complete", "task.relabel"]);
});

test("a plan that is overtaken again and again is refused in the end, and what is ordered beside it is done", async () => {
  const names = Array.from({ length: 9 }, (_, n) => `Name ${n}`);
  const person = aPerson(names.map((name, n) => rename(names[n - 1] ?? "Work", name)));
  const beside = { type: "task.complete" as const, taskId: newId() };
  expect(await person.run(rename("Work", "Job"), beside)).toMatchObject({
    ok: true,
    value: { directed: [{ reply: { ok: false, error: { code: "conflict" } } }] },
  });
  expect(person.told.map(({ type }) => type)).toEqual(["task.complete"]);
});

test("who was meant by a name that has gone is not made a second time", async () => {
  const person = aPerson([{ type: "project.delete", project: "Work", becomes: { is: "inbox" } }]);
  expect(await person.run(rename("Work", "Job"))).toMatchObject({
    ok: true,
    value: { directed: [{ reply: { ok: false, error: { code: "not_found" } } }] },
  });
  expect(person.names()).toEqual([]);
});
