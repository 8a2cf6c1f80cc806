// Words about Punctual itself: said where that is, or done, and never a task.
import { describe, expect, test } from "vitest";
import { contextWith, inWords } from "../../tests/chat-world.ts";
import { chatPerson } from "../../tests/chat-person.ts";
import { interpret } from "./interpret.ts";

const meant = (message: string) => interpret(message, contextWith());

describe("what is about the app is no task", () => {
  test.each([
    ["sort by priority", "How the list is shown"],
    ["group my tasks by project", "How the list is shown"],
    ["dark mode", "How the list is shown"],
    ["switch to dark mode please", "How the list is shown"],
    ["export my tasks", "Export"],
    ["download all my data as csv", "Export"],
    ["change my password", "account page"],
    ["delete my account", "account page"],
    ["log out", "Sign out"],
    ["open settings", "at the top of the page"],
    ["turn off notifications", "Settings → Reminders"],
    ["change the date format", "Clock and calendar"],
    ["what time zone am I in?", "Europe/Berlin"],
  ])("%s", async (message, said) => {
    const { commands, ask, answer } = await meant(message);
    expect({ commands, ask }).toEqual({ commands: [], ask: undefined });
    expect(answer?.text).toContain(said);
  });
});

describe("a time zone is set by a city or its name", () => {
  test.each([
    ["set my time zone to New York", "America/New_York"],
    ["Change my timezone to europe/paris.", "Europe/Paris"],
    ["my time zone is now Tokyo", "Asia/Tokyo"],
  ])("%s", async (message, timeZone) => {
    expect(await meant(message)).toMatchObject({ commands: [], timeZone });
  });

  test("a place nobody knows changes nothing and says what would be right", async () => {
    const { timeZone, answer } = await meant("set my time zone to Narnia");
    expect(timeZone).toBeUndefined();
    expect(answer?.text).toMatch(/no time zone “Narnia”.*“Europe\/Berlin”/);
  });

  test("the one that is set already is no change", async () => {
    const { timeZone, answer } = await meant("set my time zone to Berlin");
    expect(timeZone).toBeUndefined();
    expect(answer?.text).toBe("Your time zone is Europe/Berlin already.");
  });
});

test.each([
  "sort photos by date",
  "export invoices to the accountant",
  "set up time zone meeting",
  "back up everything",
  "choose colours",
  "update profile",
])("%s is a task all the same", async (message) => {
  expect((await meant(message)).commands.map(inWords)).toEqual([`add ${message}`]);
});

test("a zone that is said is set before the answer, and the one before is said", async () => {
  const me = chatPerson([]);
  const reply = await me.say("set my time zone to New York");
  expect(reply.text).toBe("Your time zone is now America/New_York. It was Europe/Berlin.");
  expect(me.settings.timeZone).toBe("America/New_York");
  expect(reply).toMatchObject({ undoable: false, changes: [] });
});

test("a zone and an order in one message are both done", async () => {
  const me = chatPerson([]);
  const reply = await me.say("set my time zone to New York and add call mum");
  expect(me.settings.timeZone).toBe("America/New_York");
  expect(me.find("call mum")).toBeDefined();
  expect(reply.text).toMatch(/Added “call mum”.*Your time zone is now America\/New_York/s);
});
