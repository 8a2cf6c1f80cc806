// Replies about reminders and repetition: what was done is said, old → new, and what cannot be done is said as well.
import { beforeEach, describe, expect, test } from "vitest";
import { type ChatPerson, chatPerson } from "../../tests/chat-person.ts";
import { routine, settings } from "../../tests/chat-world.ts";

let me: ChatPerson;
beforeEach(() => {
  me = chatPerson(routine);
});
const text = async (message: string): Promise<string> => (await me.say(message)).text;

describe("a reminder is said with its time", () => {
  test.each([
    ["remind me to call dad in 5 minutes", "Added “call dad”: today 10:05, reminder today 10:05."],
    ["remind me to call dad tomorrow at 9", "Added “call dad”: tomorrow 09:00, with a reminder."],
    [
      "remind me to pay the landlord every 1st at 9",
      "Added “pay the landlord”: every month on the 1st at 9:00, next Tuesday 09:00, with a reminder.",
    ],
    ["team lunch friday noon !30m", "Added “team lunch”: Friday 12:00, reminder 30 min before."],
    ["remind me about taxes in 5 minutes", "“File taxes”: reminder none → today 10:05."],
    [
      "remind me about the dentist an hour before",
      "“Dentist appointment”: reminder none → 1 hour before.",
    ],
    [
      "remind me about yoga at 5",
      "“Yoga”: reminder 30 min before → 30 min before and today 17:00.",
    ],
    ["stop reminding me about yoga", "“Yoga”: reminder 30 min before → none."],
    ["snooze yoga until tomorrow morning", "Snoozed “Yoga” until tomorrow 09:00."],
  ])("%s", async (message, expected) => {
    await me.say("make yoga p2"); // its actor knows the reminders from here on
    expect(await text(message)).toBe(expected);
  });
});

describe("a repetition is said in words", () => {
  test.each([
    ["make taxes repeat every 3 days", "“File taxes”: repeats none → every 3 days."],
    [
      "call bob every other tuesday",
      "“Call Bob”: due none → Tuesday, repeats none → every 2 weeks on Tuesday.",
    ],
    ["make yoga every! 10 days", "“Yoga”: repeats every Monday → every 10 days after completion."],
    ["stop repeating yoga", "Shall I stop repeating “Yoga”?"],
    ["skip yoga", "Skipped “Yoga”. Next: Mon 7 Dec 18:00."],
    ["complete pay rent", "Completed “Pay rent”. Next: Fri 1 Jan."],
    [
      "next 3 dates of pay rent",
      "“Pay rent” (every month on the 1st) is next due Tuesday, then Fri 1 Jan, then Mon 1 Feb.",
    ],
    [
      "when is yoga next due?",
      "“Yoga” (every Monday at 18:00) is next due Monday 18:00, then Mon 7 Dec 18:00, then Mon 14 Dec 18:00.",
    ],
  ])("%s", async (message, expected) => {
    expect(await text(message)).toBe(expected);
  });
});

test("a reminder in the past is refused with the time it would have been", async () => {
  expect(await text("remind me an hour before the call tomorrow at 9")).not.toContain("past");
  expect(await text("add standup at 10:30 !1h")).toBe(
    "That could not be done: the reminder is in the past: it would have been shown at today 09:30.",
  );
  expect(me.find("standup")).toBeUndefined();
});

test("a task without a due has nothing to remind before", async () => {
  expect(await text("remind me about call bob an hour before")).toBe(
    "“Call Bob” has no due date to count from. Say when instead: “remind me about it tomorrow at 9”.",
  );
});

test("a clock time made in the chat reminds by the person's lead time, if that is still to come", async () => {
  const reminders = (title: string) => me.find(title)?.reminders.map(({ trigger }) => trigger);
  me.settings = { ...settings, defaultLeadMinutes: 15 };
  await me.say("add call ann at 17:00");
  expect(reminders("call ann")).toEqual([{ kind: "relative", to: "due", minutes: -15 }]);
  await me.say("add call ben at 10:10"); // in ten minutes
  expect(reminders("call ben")).toEqual([]);
  await me.say("add call cem tomorrow");
  expect(reminders("call cem")).toEqual([]);
  await me.say("add call dan at 17:00 !1h");
  expect(reminders("call dan")).toEqual([{ kind: "relative", to: "due", minutes: -60 }]);
  me.settings = { ...settings, defaultLeadMinutes: null };
  await me.say("add call eva at 17:00");
  expect(reminders("call eva")).toEqual([]);
});

test("parts of the day are the person's own", async () => {
  me.settings = { ...settings, dayParts: { ...settings.dayParts, morning: "07:15" } };
  await me.say("remind me to run tomorrow morning");
  expect(me.find("run")?.due?.at).toBe("2026-11-26T07:15");
});

test("when no time was said the task is added, times are offered for its reminder, and any time answers", async () => {
  const question = await me.say("remind me to water the ferns");
  expect(question.choices).toEqual([
    "In an hour",
    "This evening",
    "Tomorrow morning",
    "No reminder",
  ]);
  expect(question.text).toContain("When shall I remind you");
  expect(me.find("water the ferns")?.reminders).toEqual([]);
  expect(await text("in 20 minutes")).toContain("reminder none → today 10:20");
  expect(me.find("water the ferns")?.reminders).toHaveLength(1);
  await me.say("remind me about taxes");
  expect(await text("tomorrow at 8pm")).toContain("reminder none → tomorrow 20:00.");
});

test("a reminder that just came is snoozed without naming it", async () => {
  await me.say("remind me to call dad in 5 minutes");
  me.now = new Date(me.now.getTime() + 6 * 60_000);
  expect(await text("snooze 1h")).toBe("Snoozed “call dad” until today 11:06.");
  expect(me.applied.at(-1)?.command).toMatchObject({
    type: "reminder.snooze",
    until: "2026-11-25T10:06:00.000Z",
  });
});

test("ending a series wants a yes, and completes it for good", async () => {
  const question = await me.say("complete yoga forever");
  expect(question.changes).toEqual([]);
  expect(question.choices).toEqual(["Yes, complete “Yoga” and end the series", "No, leave it"]);
  expect(await text("yes")).toBe("Completed “Yoga”. That was the last one.");
  expect(me.find("Yoga")?.status).toBe("done");
});

test.each(["complete yoga", "skip yoga"])(
  "“%s” names the date that is meant, so that it cannot hit the next one too",
  async (message) => {
    const occurrence = me.find("Yoga")?.occurrence?.id;
    await me.say(message, { key: "k1" });
    await me.say(message, { key: "k1" });
    expect(me.find("Yoga")?.due?.at).toBe("2026-12-07T18:00");
    expect(me.applied.map(({ command }) => command)).toMatchObject([{ occurrence }]);
    expect(occurrence).toBeDefined();
  },
);
