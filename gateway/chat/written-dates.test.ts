// A move to a date as people write it, in the languages where the day comes first and where it does not.
import { describe, expect, test } from "vitest";
import { chatPerson } from "../../tests/chat-person.ts";
import { owner } from "../../tests/chat-world.ts";
import { exampleTask } from "../../tests/examples.ts";

describe.each(["en", "en-US", "en-GB", "de-DE"])("in %s", (locale) => {
  test.each([
    "Dec 15",
    "december 15",
    "15 Dec",
    "December 15th",
    "the 15th of December",
    "Dec 15 2026",
    "December 15, 2026",
    "2026-12-15",
    locale.endsWith("US") || locale === "en" ? "12/15" : "15/12",
    "15.12.",
  ])("call ann is moved to %s", async (said) => {
    const due = { kind: "floating", at: "2026-11-26T09:00" } as const;
    const me = chatPerson([{ ...exampleTask({ title: "Call Ann", due }), ownerId: owner }]);
    me.settings = { ...me.settings, locale };
    await me.say(`move call ann to ${said}`);
    expect(me.find("Call Ann")?.due).toEqual({ ...due, at: "2026-12-15T09:00" });
    await me.say(`add pay the rent on ${said}`);
    expect(me.find("pay the rent")?.due).toEqual({ kind: "day", at: "2026-12-15" });
  });
});
