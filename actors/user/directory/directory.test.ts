// The rules of projects, tags and saved filters: what each order makes of the directory, and that taking it back brings all of it back.
import fc from "fast-check";
import { expect, test } from "vitest";
import type { DirectoryEnvelope } from "../../../domain/command.ts";
import { DirectoryCommand } from "../../../domain/directory/command.ts";
import type { Directory } from "../../../domain/directory/directory.ts";
import { DirectoryEvent } from "../../../domain/event.ts";
import { newId } from "../../../domain/ids.ts";
import { chatOrigin } from "../../../tests/chat-person.ts";
import { newUser } from "../decide.ts";
import { emptyState, type UserState } from "../state.ts";
import { direct } from "./direct.ts";

const now = new Date("2026-12-01T08:00:00.000Z");
const origin = () => ({ ...chatOrigin(), commandId: newId() });

/** A person's directory, and what each order to it came to. */
const aDirectory = () => {
  let state: UserState = emptyState(newUser(chatOrigin().actorId, now));
  const give = (command: DirectoryCommand, more: Partial<DirectoryEnvelope> = {}) => {
    const envelope = { v: 1 as const, command: DirectoryCommand.parse(command), origin: origin() };
    const done = direct(state, { ...envelope, ...more }, { now, eventId: newId() });
    if (done.ok) state = done.state;
    return done.ok ? done.reply : done;
  };
  return { give, directory: (): Directory => state.directory, outbox: () => state.outbox };
};

const [work, garden, soon] = [newId(), newId(), newId()];
const createWork: DirectoryCommand = {
  type: "project.create",
  projectId: work,
  fields: { name: "Work" },
};

const without = (directory: Directory) => ({
  projects: directory.projects.map(({ version: __, createdAt: ___, ...one }) => one),
  tags: directory.tags.map(({ version: __, createdAt: ___, ...one }) => one),
  filters: directory.filters.map(({ version: __, createdAt: ___, ...one }) => one),
});

test("a project gets a record behind the others, and an event with before, after and the whole directory", () => {
  const { give, directory, outbox } = aDirectory();
  give(createWork);
  give({ type: "project.create", projectId: garden, fields: { name: "Garden", colour: "green" } });
  expect(directory()).toMatchObject({
    version: 2,
    projects: [
      { id: work, name: "Work", colour: null, archived: false, sections: [], version: 1 },
      { id: garden, name: "Garden", colour: "green", version: 2 },
    ],
  });
  const event = DirectoryEvent.parse(outbox().at(-1));
  expect(event).toMatchObject({
    type: "punctual.project.created.v1",
    subject: garden,
    sequence: 2,
    data: { changes: { name: { before: null, after: "Garden" } }, directory: directory() },
  });
});

test.each([
  ["project", { type: "project.create", projectId: garden, fields: { name: "wOrK" } }],
  ["its own spelling", { type: "project.change", project: "work", changes: { name: "WORK" } }],
] as const)("names that differ only in case are the same: %s", (what, command) => {
  const { give, directory } = aDirectory();
  give(createWork);
  const reply = give(command);
  expect(reply.ok).toBe(what !== "project");
  expect(directory().projects.map(({ name }) => name)).toEqual([
    what === "project" ? "Work" : "WORK",
  ]);
});

test("a name that only tasks hold gets its record with its first change, an id that nothing has is not found", () => {
  const { give, directory } = aDirectory();
  give({ type: "tag.change", tag: "errand", changes: { colour: "red" } });
  expect(directory().tags).toMatchObject([{ name: "errand", colour: "red" }]);
  expect(give({ type: "tag.change", tag: newId(), changes: { colour: "red" } })).toMatchObject({
    ok: false,
    error: { code: "not_found" },
  });
  expect(give({ type: "filter.delete", filter: "none" })).toMatchObject({ ok: false });
  expect(give({ type: "tag.delete", tag: "only on tasks", becomes: null })).toMatchObject({
    ok: true,
    step: null,
  });
});

test("a change that was meant for another version is refused and names the present one", () => {
  const { give } = aDirectory();
  give(createWork);
  const changes = { colour: "blue" as const };
  const refused = give({ type: "project.change", project: work, changes, expectedVersion: 7 });
  expect(refused).toMatchObject({
    ok: false,
    error: { code: "version_mismatch", currentVersion: 1 },
  });
  expect(
    give({ type: "project.change", project: work, changes, expectedVersion: 1 }),
  ).toMatchObject({ ok: true, step: { was: "changed", version: 2 } });
});

test("sections are named within their project, keep their order and are found by name or id", () => {
  const { give, directory } = aDirectory();
  give(createWork);
  const [first, second] = [newId(), newId()];
  const section = (sectionId: string, name: string): DirectoryCommand => {
    return { type: "section.create", project: "Work", sectionId, fields: { name } };
  };
  give(section(first, "Now"));
  give(section(second, "Later"));
  expect(give(section(newId(), "later"))).toMatchObject({ ok: false, error: { code: "conflict" } });
  give({ type: "section.change", project: work, section: "Later", changes: { position: 0 } });
  expect(directory().projects[0]?.sections.map(({ name }) => name)).toEqual(["Later", "Now"]);
  give({ type: "section.delete", project: work, section: first });
  expect(directory().projects[0]?.sections).toMatchObject([{ id: second, name: "Later" }]);
});

test("a repeated command changes nothing again, and a late repetition does not win over a newer wish", () => {
  const { give, directory } = aDirectory();
  const once = origin();
  expect(give(createWork, { origin: once })).toMatchObject({ repeated: false });
  expect(give(createWork, { origin: once })).toMatchObject({
    ok: true,
    repeated: true,
    step: null,
  });
  const late = { promisedAt: "2026-12-01T07:00:00.000Z", by: "sweeper" as const };
  const renamed: DirectoryCommand = {
    type: "project.change",
    project: work,
    changes: { name: "Old wish" },
  };
  expect(give(renamed, { again: late })).toMatchObject({ ok: false, error: { code: "conflict" } });
  expect(directory().projects.map(({ name }) => name)).toEqual(["Work"]);
});

/** A project with these sections, and how to take a change of them back. */
const withSections = (...names: string[]) => {
  const person = aDirectory();
  person.give(createWork);
  for (const name of names)
    person.give({ type: "section.create", project: work, sectionId: newId(), fields: { name } });
  const change = (section: string, changes: { name?: string; position?: number }) => {
    const done = person.give({ type: "section.change", project: work, section, changes });
    if (!done.ok || done.step === null) throw new Error("nothing was changed");
    const { kind, id, was, changes: made } = done.step;
    return () => person.give({ type: "directory.back", kind, id, was, changes: made });
  };
  const called = () => person.directory().projects[0]?.sections.map(({ name }) => name);
  return { ...person, change, called };
};

test("an older change of a section is taken back though others have changed since", () => {
  const { give, change, called } = withSections("Now", "Later");
  const undo = change("Now", { name: "Today" });
  change("Later", { name: "Someday" });
  give({ type: "section.create", project: work, sectionId: newId(), fields: { name: "New" } });
  expect(undo()).toMatchObject({ ok: true });
  expect(called()).toEqual(["Now", "Someday", "New"]);
});

test("a section that was called otherwise since keeps that name, and one whose name is another's by now is refused", () => {
  const { give, change, called } = withSections("Now");
  const undo = change("Now", { name: "Today" });
  const undoLater = change("Today", { name: "Soon" });
  undo();
  expect(called()).toEqual(["Soon"]);
  give({ type: "section.create", project: work, sectionId: newId(), fields: { name: "today" } });
  expect(undoLater()).toMatchObject({ ok: false, error: { code: "conflict" } });
  expect(called()).toEqual(["Soon", "today"]);
});

test("of a plan that has begun before its gateway died the rest is not late", () => {
  const { give, directory } = aDirectory();
  const [first, second] = [origin(), origin()];
  const plan = [first.commandId, second.commandId];
  give(createWork, { origin: first });
  const again = { promisedAt: "2026-12-01T07:00:00.000Z", plan, by: "sweeper" as const };
  const red: DirectoryCommand = {
    type: "project.change",
    project: work,
    changes: { colour: "red" },
  };
  expect(give(red, { origin: second, again })).toMatchObject({ ok: true });
  expect(directory().projects).toMatchObject([{ colour: "red" }]);
});

test("a plan that was drawn up on another directory is refused whole, and one that was applied is not", () => {
  const { give, directory } = aDirectory();
  const once = origin();
  give(createWork, { origin: once, on: 0 });
  expect(give(createWork, { origin: once, on: 0 })).toMatchObject({ ok: true, repeated: true });
  const renamed: DirectoryCommand = {
    type: "project.change",
    project: work,
    changes: { name: "Office" },
  };
  expect(give(renamed, { on: 0 })).toMatchObject({
    ok: false,
    error: { code: "conflict", currentVersion: 1 },
  });
  expect(directory().projects.map(({ name }) => name)).toEqual(["Work"]);
  expect(give(renamed, { on: 1 })).toMatchObject({ ok: true });
});

test("what is merged into itself is refused, and nothing of it is lost", () => {
  const { give, directory } = aDirectory();
  give(createWork);
  const becomes = { is: "project" as const, name: "work" };
  expect(give({ type: "project.delete", project: work, becomes })).toMatchObject({ ok: false });
  expect(directory().projects).toHaveLength(1);
});

const anyName = fc.constantFrom("Work", "work", "Garden", "Home", "a", "B");
const anyRef = fc.oneof(anyName, fc.constantFrom(work, garden, soon));
const anyColour = fc.constantFrom("red", "blue", null);
const anyCommand: fc.Arbitrary<DirectoryCommand> = fc.oneof(
  fc.record({
    type: fc.constant("project.create" as const),
    projectId: fc.constantFrom(work, garden, soon),
    fields: fc.record({ name: anyName, colour: anyColour }),
  }),
  fc.record({
    type: fc.constant("project.change" as const),
    project: anyRef,
    changes: fc.record({ name: anyName, archived: fc.boolean() }, { requiredKeys: [] }),
  }),
  fc.record({
    type: fc.constant("section.create" as const),
    project: anyRef,
    sectionId: fc.constantFrom(work, garden, soon),
    fields: fc.record({ name: anyName }),
  }),
  fc.record({
    type: fc.constant("project.delete" as const),
    project: anyRef,
    becomes: fc.constant({ is: "inbox" as const }),
  }),
  fc.record({
    type: fc.constant("tag.change" as const),
    tag: anyName,
    changes: fc.record({ name: anyName, colour: anyColour }, { requiredKeys: [] }),
  }),
  fc.record({
    type: fc.constant("filter.create" as const),
    filterId: fc.constantFrom(work, garden, soon),
    fields: fc.record({ name: anyName, query: fc.constant("today") }),
  }),
);

test("taking back any order, and taking that back, leaves the directory as it was before and after it", () => {
  fc.assert(
    fc.property(fc.array(anyCommand, { maxLength: 8 }), anyCommand, (before, command) => {
      const { give, directory } = aDirectory();
      for (const one of before) give(one);
      const was = without(directory());
      const done = give(command);
      if (!done.ok || done.step === null) return;
      const is = without(directory());
      const { kind, id, was: what, changes } = done.step;
      const undone = give({ type: "directory.back", kind, id, was: what, changes });
      expect(without(directory())).toEqual(was);
      if (!undone.ok || undone.step === null) throw new Error("nothing was taken back");
      const { step } = undone;
      give({ type: "directory.back", kind, id, was: step.was, changes: step.changes });
      expect(without(directory())).toEqual(is);
    }),
  );
});

test("whatever is ordered, no two of a kind have one name and the lists stay in their order", () => {
  fc.assert(
    fc.property(fc.array(anyCommand, { maxLength: 20 }), (commands) => {
      const { give, directory } = aDirectory();
      for (const one of commands) give(one);
      for (const list of [directory().projects, directory().tags, directory().filters]) {
        const names = list.map(({ name }) => name.toLowerCase());
        expect(new Set(names).size).toBe(names.length);
        expect(list.map(({ position }) => position)).toEqual(
          list.map(({ position }) => position).toSorted((a, b) => a - b),
        );
      }
    }),
  );
});
