// Settings as a form. Needs nothing.
import { expect, test } from "vitest";
import { defaultSettings } from "../../../domain/settings.ts";
import { saySaved, settingsChanges, settingsProblem } from "./draft.ts";

test("only what differs is sent", () => {
  const { dayParts } = defaultSettings;
  const after = {
    ...defaultSettings,
    timeZone: "Europe/Lisbon",
    dayParts: { ...dayParts, evening: "18:00" },
  };
  expect(settingsChanges(defaultSettings, defaultSettings)).toEqual({});
  expect(settingsChanges(defaultSettings, after)).toEqual({
    timeZone: "Europe/Lisbon",
    dayParts: { ...dayParts, evening: "18:00" },
  });
});

test("the answer says how many reminders moved", () => {
  expect([undefined, 0, 1, 3].map(saySaved)).toEqual([
    "Settings saved.",
    "Settings saved.",
    "Settings saved. 1 reminder is told at another moment now.",
    "Settings saved. 3 reminders are told at another moment now.",
  ]);
});

test("a webhook needs an address, quiet hours an end", () => {
  expect(settingsProblem(defaultSettings)).toBeNull();
  expect(settingsProblem({ ...defaultSettings, channels: ["webhook"] })?.field).toBe("webhookUrl");
  const quietHours = { from: "22:00", to: "22:00" };
  expect(settingsProblem({ ...defaultSettings, quietHours })?.field).toBe("quietHours");
});
