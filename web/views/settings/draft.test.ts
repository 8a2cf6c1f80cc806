// Settings as a form. Needs nothing.
import { expect, test } from "vitest";
import { defaultSettings } from "../../../domain/settings.ts";
import { conflicts, shown, touch, untouched } from "../../drafts/three-way.ts";
import {
  bySetting,
  fromValues,
  sayName,
  saySetting,
  settingsChanges,
  settingsProblem,
} from "./draft.ts";
import { saySaved } from "../../words/saved.ts";

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
    "Settings saved. 1 reminder now comes at another time.",
    "Settings saved. 3 reminders now come at another time.",
  ]);
});

test("a webhook needs an address, quiet hours an end", () => {
  expect(settingsProblem(defaultSettings)).toBeNull();
  expect(settingsProblem({ ...defaultSettings, channels: ["webhook"] })?.field).toBe("webhookUrl");
  const quietHours = { from: "22:00", to: "22:00" };
  expect(settingsProblem({ ...defaultSettings, quietHours })?.field).toBe("quietHours");
});

test("each part of the day is changed for itself", () => {
  const now = bySetting(defaultSettings);
  expect(fromValues(now)).toEqual(defaultSettings);
  const { dayParts } = defaultSettings;
  const mine = bySetting({ ...defaultSettings, dayParts: { ...dayParts, morning: "08:00" } });
  const edit = touch(untouched, now, mine);
  const theirs = bySetting({ ...defaultSettings, dayParts: { ...dayParts, evening: "18:00" } });
  expect(conflicts(edit, theirs)).toEqual([]);
  expect(fromValues(shown(edit, theirs)).dayParts).toEqual({
    ...dayParts,
    morning: "08:00",
    evening: "18:00",
  });
});

test("a setting and its value are said in a few words", () => {
  expect(sayName("dayParts.morning")).toBe("Morning");
  expect(saySetting("quietHours", { from: "22:00", to: "07:00" })).toBe("22:00–07:00");
  expect(saySetting("channels", ["email", "push"])).toBe("email, push");
  expect(saySetting("digestTime", null)).toBe("none");
  expect(saySetting("defaultLeadMinutes", 10)).toBe("10 min before");
});
