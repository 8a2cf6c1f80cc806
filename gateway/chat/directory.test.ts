// Projects, tags and saved filters by words: what is listed, made, renamed, merged and deleted, with what of it needs a yes, and what "undo" brings back.
import { expect, test } from "vitest";
import { type ChatPerson, chatPerson } from "../../tests/chat-person.ts";
import { taskCalled } from "../../tests/chat-world.ts";

const person = (): ChatPerson =>
  chatPerson([
    taskCalled("Write report", 1, { project: "Work", tags: ["fitness"] }),
    taskCalled("File taxes", 2, { project: "work", tags: ["a"] }),
    taskCalled("Run", 3, { tags: ["Fitness", "b"] }),
    taskCalled("Old run", 4, { status: "done", project: "Work", tags: ["fitness"] }),
  ]);
const projectsOf = ({ stored }: ChatPerson) => [...stored.values()].map(({ project }) => project);
const tagsOf = ({ stored }: ChatPerson) => [...stored.values()].map(({ tags }) => tags.join(" "));

test.each([
  ["list my projects", "You have 1 project:\n• #Work (2 tasks)"],
  ["what projects do I have?", "You have 1 project:\n• #Work (2 tasks)"],
  ["show my tags", "You have 3 tags:\n• @a (1 task)\n• @b (1 task)\n• @Fitness (2 tasks)"],
  ["how many projects do I have", "You have 1 project:\n• #Work (2 tasks)"],
  [
    "list my filters",
    "You have no saved filters yet. “Save filter Soon: today | overdue” makes one.",
  ],
])("%s", async (said, text) => {
  const me = person();
  const reply = await me.say(said);
  expect([reply.text, reply.changes, me.applied]).toEqual([text, [], []]);
});

test("a project is made, not a task, and listed though nothing is in it", async () => {
  const me = person();
  const made = await me.say("add a project Garden");
  expect([made.text, made.undoable]).toEqual(["Added the project “Garden”.", true]);
  expect(made.directory).toMatchObject([{ kind: "project", name: "Garden", what: "created" }]);
  expect((await me.say("list my projects")).text).toContain("• #Garden");
  expect((await me.say("add a project garden")).text).toBe("There is a project “Garden” already.");
  await me.say("undo");
  expect(me.directory.projects).toEqual([]);
  expect(me.applied).toEqual([]);
});

test.each([
  "add project report by friday",
  "add a project plan to the wiki",
  "create project deck",
])("what may be a task stays one: %s", async (said) => {
  const me = person();
  await me.say(said);
  expect(me.directory.projects).toEqual([]);
});

test("a new name goes to all its tasks, and undo brings the old one back", async () => {
  const me = person();
  const renamed = await me.say("rename project work to Office");
  expect(renamed.text).toBe("Renamed the project “Work” to “Office”. 3 tasks went with it.");
  expect(projectsOf(me)).toEqual(["Office", "Office", null, "Office"]);
  expect((await me.say("undo")).text).toContain("Took that back.");
  expect(projectsOf(me)).toEqual(["Work", "work", null, "Work"]);
  await me.say("redo");
  expect(projectsOf(me)).toEqual(["Office", "Office", null, "Office"]);
});

test("a message that is sent again is answered the same: what went along is told with the directory", async () => {
  const me = person();
  const key = "once";
  const first = await me.say("rename project work to Office and complete Run", { key });
  expect(first.changes.map(({ title }) => title)).toEqual(["Run"]);
  const again = await me.say("rename project work to Office and complete Run", { key });
  expect(again).toEqual(first);
});

test("what is like that already is called by its name", async () => {
  const me = person();
  await me.say("add a project Work");
  await me.say("archive the project work");
  expect((await me.say("archive the project Work")).text).toBe(
    "The project “Work” is like that already.",
  );
});

test("a tag is deleted from all tasks, not put on one", async () => {
  const me = person();
  const deleted = await me.say("delete tag fitness");
  expect(deleted.text).toBe("Deleted the tag “Fitness”. 3 tasks had it.");
  expect(tagsOf(me)).toEqual(["", "a", "b", ""]);
  await me.say("undo");
  expect(tagsOf(me)).toEqual(["fitness", "a", "Fitness b", "fitness"]);
});

test.each([
  ["delete tag nothing", "There is no tag “nothing”."],
  ["archive the project work", "Archived the project “Work”."],
])("%s", async (said, text) => {
  const me = person();
  expect([(await me.say(said)).text, me.applied]).toEqual([text, []]);
});

test("a task that is called like an order to a tag is meant by it", async () => {
  const me = chatPerson([taskCalled("tag cloud", 1)]);
  await me.say("delete tag cloud");
  expect(me.find("tag cloud")?.deletedAt).not.toBeNull();
});

test.each(["merge tag a into b", "merge the tags a and b"])("%s", async (said) => {
  const me = person();
  expect((await me.say(said)).text).toBe("Merged the tag “a” into “b”: 1 task.");
  expect(tagsOf(me)[1]).toBe("b");
  expect((await me.say("merge tag nothing into b")).text).toBe("There is no tag “nothing”.");
});

test("a project with tasks is deleted only when it is said what becomes of them", async () => {
  const me = person();
  const asked = await me.say("delete the project Work");
  expect(asked.choices).toEqual([
    "Delete the project, keep its 2 tasks",
    "Delete the project and its 2 tasks",
    "No, leave it",
  ]);
  expect(me.applied).toEqual([]);
  await me.say("Delete the project, keep its 2 tasks");
  expect(projectsOf(me)).toEqual([null, null, null, null]);
});

test("what many tasks have changes after a yes only", async () => {
  const many = Array.from({ length: 7 }, (_, n) => taskCalled(`t ${n}`, n, { tags: ["home"] }));
  const me = chatPerson(many);
  const asked = await me.say("delete tag home");
  expect(asked.text).toBe("Shall I delete the tag “home”? 7 tasks have it.");
  await me.say("yes");
  expect(new Set(tagsOf(me))).toEqual(new Set([""]));
});

test("a filter is kept under a name and shown by it; one that cannot be read is said to be so", async () => {
  const me = person();
  expect((await me.say("save filter Fit: @fitness & !#work")).text).toBe("Added the filter “Fit”.");
  const shown = await me.say("show filter fit");
  expect([shown.text, shown.tasks.map(({ title }) => title)]).toEqual([
    "1 task for “Fit”.",
    ["Run"],
  ]);
  expect((await me.say("save filter Bad: today &")).text).toMatch(/^I cannot read that filter: /u);
  expect((await me.say("show filter nothing of it")).text).toContain("There is no filter");
  expect((await me.say("delete filter Fit")).text).toBe("Deleted the filter “Fit”.");
});

test("an order on one task's tag is none on the tag", async () => {
  const me = chatPerson([
    taskCalled("Buy milk", 1, { tags: ["home"] }),
    taskCalled("Call Bob", 2, { tags: ["home"] }),
  ]);
  await me.say("change tag home to work on milk");
  expect(tagsOf(me)).toEqual(["work", "home"]);
  await me.say("remove the tag from milk");
  expect(tagsOf(me)).toEqual(["", "home"]);
  expect(me.directory).toMatchObject({ tags: [], version: 0 });
});

test("a task that is called like a project is moved, the project keeps its name", async () => {
  const me = chatPerson([
    taskCalled("Website project", 1, { project: "Website" }),
    taskCalled("Buy domain", 2, { project: "Website" }),
  ]);
  await me.say("change website project to friday");
  expect(projectsOf(me)).toEqual(["Website", "Website"]);
  expect(me.find("Website project")?.due?.at).toBe("2026-11-27");
});

test.each([
  ["start the project report", "Project report"],
  ["delete label maker", "Buy label maker"],
])("%s is about a task that is there", async (said, title) => {
  const me = chatPerson([taskCalled(title, 1)]);
  await me.say(said);
  expect(me.directory.version).toBe(0);
  expect(
    [...me.stored.values()].map(({ status, deletedAt }) => [status, deletedAt !== null]),
  ).toEqual(said.startsWith("start") ? [["in_progress", false]] : [["open", true]]);
});

test.each([
  "add filter replacement for friday",
  "add filter coffee for mum",
  "open the project folder",
])("no filter or project is made of: %s", async (said) => {
  const me = chatPerson([]);
  await me.say(said);
  expect(me.directory).toMatchObject({ filters: [], projects: [] });
});

test("merging what is neither a project nor a tag is a task", async () => {
  const me = chatPerson([]);
  const { text } = await me.say("merge project files into one folder");
  expect(text).toContain("Added “merge project files into one folder”");
});

test.each([`save filter ${"x".repeat(101)}: today`, "save filter “”: today"])(
  "a filter without a proper name is not kept: %s",
  async (said) => {
    const me = chatPerson([]);
    await me.say(said);
    expect(me.directory.filters).toEqual([]);
  },
);

test("an undo that finds it undone says of what", async () => {
  const me = person();
  await me.say("rename project work to Office");
  await me.say("rename project Office to Work");
  const { text } = await me.say("undo the last two");
  expect(text).not.toContain("“”");
});
