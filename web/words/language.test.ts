// The page's words in its languages. Needs nothing.
import { readdirSync } from "node:fs";
import { afterEach, expect, test } from "vitest";
import { sayDay, sayDue, sayIn } from "../time/say.ts";
import { sayRecurrence } from "../repeat/say.ts";
import { german } from "./de/all.ts";
import { languageOf, onLanguage, speak, spokenLanguage, type Words } from "./language.ts";
import { sayMinutes, sayTrigger } from "../say/reminder.ts";
import { inside } from "./sentence.ts";
import { sharedWords } from "./shared.ts";

afterEach(() => speak("en"));

type Leaf = [path: string, word: unknown];

const leaves = (words: object, path = ""): Leaf[] =>
  Object.entries(words).flatMap(([key, word]: [string, unknown]) =>
    typeof word === "object" && word !== null
      ? leaves(word, `${path}${key}.`)
      : [[`${path}${key}`, word] satisfies Leaf],
  );

type Catalogue = Record<string, object>;
const at = (path: string): string => new URL(path, import.meta.url).href;

/** The areas, English beside German; their files have the same name here and in de/. */
const areas = (
  await Promise.all(
    readdirSync(new URL("de", import.meta.url))
      .filter((file) => file !== "all.ts")
      .map(async (file) => {
        const english = (await import(/* @vite-ignore */ at(file))) as Catalogue;
        const other = (await import(/* @vite-ignore */ at(`de/${file}`))) as Catalogue;
        return Object.entries(other).map(([name, words]) => ({
          name,
          german: words,
          english: english[name] ?? english[`${name}Words`] ?? {},
        }));
      }),
  )
).flat();

test.each(areas)("$name is spoken in German", ({ name, german: words }) => {
  expect(german).toHaveProperty(name, words);
});

test.each(areas)("$name takes the same parameters in both languages", ({ english, german: de }) => {
  const arities = (words: object): [string, number | null][] =>
    leaves(words).map(([path, word]) => [path, typeof word === "function" ? word.length : null]);
  expect(Object.fromEntries(arities(de))).toEqual(Object.fromEntries(arities(english)));
});

/** Words that are the same in both languages, and what is typed as it stands. */
const sameWords = new Set([
  "API",
  "April",
  "August",
  "Chat",
  "Code",
  "Details",
  "Enter",
  "Filter",
  "Filters",
  "Live",
  "Name",
  "November",
  "Offline",
  "Orange",
  "Passkeys",
  "Passkey",
  "Person",
  "September",
  "Status",
  "Token",
  "Tokens",
  "Webhook",
  "webhook",
  "orange",
]);

test.each(areas)("$name has no English sentence left in German", ({ english, german: de }) => {
  const words = new Map(leaves(english));
  const left = leaves(de).filter(
    ([path, word]) =>
      typeof word === "string" &&
      /\p{L}{4}/u.test(word) &&
      word === words.get(path) &&
      !sameWords.has(word) &&
      !/(^|\.)(examples?|\w*Example|durationHint|typed\w*Hint)\b/.test(path),
  );
  expect(left).toEqual([]);
});

test("a language with other words, or other parameters, is a type error", () => {
  type Model = { save: string; parts: { left: (count: number) => string } };
  const whole: Words<Model> = { save: "Speichern", parts: { left: (count) => `${count} übrig` } };
  // @ts-expect-error one is missing
  const missing: Words<Model> = { save: "Speichern", parts: {} };
  // @ts-expect-error one is too many
  const more: Words<Model> = { ...whole, parts: { ...whole.parts, right: "rechts" } };
  // @ts-expect-error another parameter
  const other: Words<Model> = { ...whole, parts: { left: (name: string) => name } };
  expect([whole, missing, more, other]).toHaveLength(4);
});

test("a locale speaks its language where the page has it, and English else", () => {
  expect(["de", "de-AT", "en-GB", "fr-FR", "den-XX"].map(languageOf)).toEqual([
    "de",
    "de",
    "en",
    "en",
    "en",
  ]);
});

test("who listens hears of another language once its words are there", async () => {
  const heard: string[] = [];
  const stop = onLanguage(() => heard.push(sharedWords.save));
  await speak("de-CH");
  await speak("de-DE");
  await speak("en-GB");
  stop();
  await speak("de");
  expect(heard).toEqual(["Speichern", "Save"]);
});

test("the language asked for last is spoken, however fast the others were", async () => {
  const slow = speak("de");
  await speak("en");
  await slow;
  expect(spokenLanguage()).toBe("en");
});

const now = { wall: "2026-11-24T12:00", zone: "Europe/Berlin" };

test("days, times and lengths are said as Germans say them", async () => {
  await speak("de-DE");
  expect(sayDue({ day: "2026-11-25", time: "17:00" }, now, "de-DE")).toBe("Morgen 17:00");
  expect(inside("Morgen 17:00")).toBe("morgen 17:00");
  expect(sayDay("2026-11-27", now, "de-DE")).toBe("Freitag");
  expect(sayDay("2026-12-04", now, "de-DE")).toBe("Fr. 4. Dez.");
  expect([30, 60, 1_440, 2_880].map(sayMinutes)).toEqual([
    "30 Min.",
    "1 Stunde",
    "1 Tag",
    "2 Tage",
  ]);
  expect(sayIn("2026-11-27T11:00:00Z", new Date("2026-11-24T11:00:00Z"))).toBe("in 3 Tagen");
  const reader = { zone: now.zone, locale: "de-DE", at: new Date("2026-11-24T11:00:00Z") };
  const before = { kind: "relative", to: "deadline", minutes: -60 } as const;
  expect(sayTrigger(before, reader)).toBe("1 Stunde vor der Frist");
});

test.each([
  ["FREQ=WEEKLY;BYDAY=MO,WE,FR", "jeden Montag, Mittwoch und Freitag"],
  ["FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", "alle 2 Wochen am Montag"],
  ["FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "jeden Werktag"],
  ["FREQ=MONTHLY;BYMONTHDAY=31", "jeden Monat am 31."],
  ["FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=1", "jedes Jahr am 1. März"],
  ["FREQ=DAILY;INTERVAL=3;COUNT=2", "alle 3 Tage, 2-mal"],
])("%s is said as %j", async (rrule, said) => {
  await speak("de");
  const rule = { rrule, anchor: "schedule", overflow: "clamp" } as const;
  expect(sayRecurrence(rule as Parameters<typeof sayRecurrence>[0])).toBe(said);
});
