// The quick-add line as the page reads it: what is shown is what is added. Needs nothing.
import { describe, expect, onTestFinished, test } from "vitest";
import { defaultSettings } from "../../domain/settings.ts";
import { noNames } from "./names.ts";
import { saidFields } from "../../domain/language/quick-add-fields.ts";
import { speak } from "../words/language.ts";
import { readLine, type World } from "./reader.ts";

const world: World = {
  at: new Date("2026-11-25T09:00:00.000Z"),
  settings: { ...defaultSettings, timeZone: "Europe/Berlin", locale: "en-GB" },
  names: { ...noNames, projects: ["home"] },
};
const read = (text: string, more: Partial<World> = {}) =>
  readLine({ text, plain: [] }, { ...world, ...more });
const added = (text: string, more: Partial<World> = {}) =>
  saidFields(read(text, more).said, () => "r1");

test("a line with everything becomes a task with everything, and says so in one line", () => {
  const text =
    'Pay rent every 1st at 9:00 {15 dec} for 10 min p1 #home @bank +"Bob Smith" !1 hour before';
  expect(added(text)).toEqual({
    title: "Pay rent",
    due: { kind: "floating", at: "2026-12-01T09:00" },
    recurrence: { rrule: "FREQ=MONTHLY;BYMONTHDAY=1", anchor: "schedule", overflow: "clamp" },
    deadline: "2026-12-15",
    durationMinutes: 10,
    priority: 1,
    project: "home",
    tags: ["bank"],
    assignee: "Bob Smith",
    reminders: [
      { id: "r1", trigger: { kind: "relative", to: "due", minutes: -60 }, channels: null },
    ],
  });
  expect(read(text).explanation).toBe(
    "Pay rent · every month on the 1st at 9:00, next Tue 1 Dec · deadline Tue 15 Dec · 10 min · p1 · #home · @bank · +Bob Smith · reminder 1 hour before",
  );
});

test("a plain title is a task with nothing but a title", () => {
  expect(added("Read The 5th Wave")).toEqual({ title: "Read The 5th Wave" });
  expect(read("Read The 5th Wave").explanation).toBe("Read The 5th Wave");
});

test("words turned back to text are added as text", () => {
  const line = {
    text: "read tomorrow p1",
    plain: [{ start: 5, end: 13, kinds: ["due" as const] }],
  };
  expect(saidFields(readLine(line, world).said, () => "r1")).toEqual({
    title: "read tomorrow",
    priority: 1,
  });
});

describe("the person's settings", () => {
  const settings = { ...world.settings, defaultLeadMinutes: 10 };

  test("remind of a clock time by themselves, and the line says so", () => {
    expect(added("call bob 17:00", { settings }).reminders).toMatchObject([
      { trigger: { kind: "relative", minutes: -10 } },
    ]);
    expect(read("call bob 17:00", { settings }).explanation).toContain("reminder 10 min before");
    expect(added("call bob 17:00 !1h", { settings }).reminders).toHaveLength(1);
    expect(added("call bob friday", { settings })).not.toHaveProperty("reminders");
  });

  test("say what a morning and an order of day and month are", () => {
    const early = { ...settings, dayParts: { ...settings.dayParts, morning: "06:30" } };
    expect(added("run tomorrow morning", { settings: early }).due?.at).toBe("2026-11-26T06:30");
    const american = { ...settings, locale: "en-US" };
    expect(added("pay on 12/1", { settings: american }).due?.at).toBe("2026-12-01");
    expect(added("pay on 12/1", { settings }).due?.at).toBe("2027-01-12");
  });
});

test("what was filled in by hand wins over the words, tags are put together", () => {
  const filled = { priority: 2, tags: ["phone"], due: { kind: "day" as const, at: "2026-12-24" } };
  expect(added("call bob tomorrow p1 @family", { filled })).toMatchObject({
    priority: 2,
    due: { kind: "day", at: "2026-12-24" },
    tags: ["family", "phone"],
  });
  expect(read("call bob", { filled }).explanation).toBe("call bob · Thu 24 Dec · p2 · @phone");
});

test("a list gives what the words do not say: its day, its project, its tag", () => {
  const day = { kind: "day" as const, at: "2026-11-25" };
  const inList = (text: string, here: World["here"]) => added(text, here ? { here } : {});
  expect(inList("call bob", { due: day })).toMatchObject({ due: day });
  expect(inList("call bob friday", { due: day }).due?.at).toBe("2026-11-27");
  expect(inList("call bob", { project: "Work" }).project).toBe("Work");
  expect(inList("call bob #home", { project: "Work" }).project).toBe("home");
  expect(inList("call bob @phone", { tags: ["work"] }).tags).toEqual(["phone", "work"]);
  expect(inList("call bob @Work", { tags: ["work"] }).tags).toHaveLength(1);
});

test.each([
  ["tomorrow 5pm p1", /^What is to be done\?/],
  ["x".repeat(501), /500 characters/],
])("a line that makes no task says why", (text, why) => {
  expect(read(text).problem).toMatch(why);
});

describe("a section", () => {
  const sections = [
    { project: "home", name: "Kitchen" },
    { project: "work", name: "Desk" },
    { project: "work", name: "Kitchen" },
  ];
  const names = { ...noNames, projects: ["home", "work"], sections };
  const saidIn = (text: string, here = {}) =>
    readLine({ text, plain: [] }, { ...world, names, here }).said;

  test("is one of the project that is said, or of the list, or says its project itself", () => {
    expect(saidIn("paint /kitchen #work")).toMatchObject({ project: "work", section: "Kitchen" });
    expect(saidIn("paint /kitchen", { project: "work" })).toMatchObject({
      title: "paint",
      project: "work",
      section: "Kitchen",
    });
    expect(saidIn("tidy /desk")).toMatchObject({ project: "work", section: "Desk" });
  });

  test("of another project is text", () => {
    expect(saidIn("tidy /desk #home")).toMatchObject({ title: "tidy /desk", project: "home" });
    expect(saidIn("tidy /desk #home").section).toBeUndefined();
  });
});

test("what a line was read as is said in the page's language", async () => {
  onTestFinished(() => speak("en"));
  await speak("de-DE");
  const settings = { ...world.settings, locale: "de-DE" };
  const said = (text: string): string => read(text, { settings }).explanation;
  expect(said("Miete every 1st at 9:00 {15 dec} for 10 min p1 #home @bank !1 hour before")).toBe(
    "Miete · jeden Monat am 1. 09:00, nächster Termin Di. 1. Dez. · Frist Di. 15. Dez. · 10 Min. · p1 · #home · @bank · Erinnerung 1 Stunde vorher",
  );
  expect(said("Zahnarzt 3 march 2027 17:00")).toBe(
    "Zahnarzt · Mi. 3. März 2027 17:00 · Erinnerung bei Fälligkeit",
  );
});
