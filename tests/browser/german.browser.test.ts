// The page in German, in a real browser: nothing English is left in any view, the language changes where one stands, and who has no settings yet is
// spoken to as their browser is.
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { newId } from "../../domain/ids.ts";
import { addDays, wallClock } from "../../web/time/zone.ts";
import { type Person, signUp } from "../client.ts";
import { sharedStack } from "../stack.ts";
import { faultsOf } from "./axe.ts";
import { englishIn } from "./english.ts";
import { phone, useVisitors, wide, withoutChromium } from "./visitors.ts";

const { url } = sharedStack();
const german = { ...wide, locale: "de-DE" };

const paths = [
  "/",
  "/inbox",
  "/today",
  "/upcoming",
  "/done",
  "/trash",
  "/project/haus",
  "/project/leer",
  "/tag/laden",
  "/tag/nix",
  "/filter",
  "/filter?q=p1%20%26%20p2",
  "/settings",
  "/account",
];

/** Somebody with a bit of everything, named in German. */
const withAll = async (): Promise<{ person: Person; taskId: string }> => {
  const person = await signUp(url, "Gerda");
  await person.call("PATCH", "/settings", {
    body: { locale: "de-DE", timeZone: "Europe/Berlin", digestTime: "07:30", channels: ["push"] },
  });
  const today = wallClock(new Date(), "Europe/Berlin").slice(0, 10);
  const day = (days: number) => ({ kind: "day" as const, at: addDays(today, days) });
  const { id } = await person.create({
    title: "Miete",
    due: day(1),
    recurrence: { rrule: "FREQ=WEEKLY;BYDAY=MO,FR", anchor: "schedule", overflow: "clamp" },
    reminders: [
      { id: newId(), trigger: { kind: "relative", to: "due", minutes: 0 }, channels: null },
      { id: newId(), trigger: { kind: "relative", to: "due", minutes: -60 }, channels: null },
    ],
    deadline: addDays(today, 9),
    durationMinutes: 30,
    priority: 1,
    project: "haus",
    tags: ["laden"],
    assignee: "Bob",
    description: "Beide.",
  });
  await person.create({ title: "Teil", parentId: id });
  await person.create({ title: "Tonnen", due: day(-1), priority: 2 });
  await person.create({ title: "Reise", due: day(3), priority: 3, project: "urlaub" });
  const done = await person.create({ title: "Gewaschen", project: "haus" });
  await person.post(done.id, "/complete");
  const gone = await person.create({ title: "Weg", tags: ["laden"] });
  await person.remove(gone.id);
  return { person, taskId: id };
};

const isThere = (page: Page): Promise<void> =>
  page.getByText("Deine Aufgaben werden geladen …").waitFor({ state: "detached" });

describe.skipIf(withoutChromium)("German", () => {
  const visitors = useVisitors(url);

  test.each([
    ["a wide page", wide],
    ["a phone", phone],
  ])("no view of %s has English left", async (_, size) => {
    const { person, taskId } = await withAll();
    const page = await visitors.openAs(person, { ...size, locale: "de-DE" });
    for (const path of [...paths, `/task/${taskId}`]) {
      await page.goto(`${url}${path}`);
      await page.getByText("Live", { exact: true }).waitFor();
      await isThere(page);
      expect([path, ...(await englishIn(page))]).toEqual([path]);
      expect([path, ...(await faultsOf(page))]).toEqual([path]);
    }
  });

  test("no sheet, menu or notice has English left", async () => {
    const { person } = await withAll();
    const page = await visitors.openAs(person, german);
    const isGerman = async (what: string): Promise<void> =>
      expect([what, ...(await englishIn(page))]).toEqual([what]);
    await page.getByRole("button", { name: "Wie die Liste angezeigt wird" }).click();
    await isGerman("how the list is shown");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Neu planen" }).click();
    await isGerman("reschedule");
    await page.getByRole("button", { name: "Morgen", exact: true }).click();
    await page.getByText("1 Aufgabe verschoben: morgen.").waitFor();
    await isGerman("a notice");
    await page.getByRole("button", { name: "Rückgängig" }).first().click();
    // What was taken back is said by the server, which speaks English.
    await page.getByText(/^Took that back/).waitFor();
    await page.getByRole("button", { name: "Schließen" }).first().click();
    await page.getByText(/^Took that back/).waitFor({ state: "detached" });
    await page.keyboard.press("?");
    await page.getByRole("heading", { name: "Tastenkürzel" }).waitFor();
    await isGerman("the keys");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+k");
    await page.getByPlaceholder("Aufgaben, Listen und Befehle suchen").fill("Miete");
    await page.getByRole("option", { name: /Miete/ }).waitFor();
    await isGerman("the search");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Projekt hinzufügen" }).click();
    await page.getByLabel("Farbe").waitFor();
    await isGerman("a project");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Verlauf von Miete" }).click();
    await page.getByText("Erstellt", { exact: true }).first().waitFor();
    await isGerman("the history");
  });

  test("what is typed in English is said in German", async () => {
    const { person } = await withAll();
    const page = await visitors.openAs(person, german);
    await page.getByLabel("Neue Aufgabe").fill("Arzt every monday at 9 !30m");
    await page.getByText(/^Arzt · jeden Montag 09:00, nächster Termin Mo\./).waitFor();
    expect(await englishIn(page)).toEqual([]);
  });

  test("another language shows at once, where one stands", async () => {
    const person = await signUp(url);
    const page = await visitors.openAs(person);
    await page.evaluate(() => document.body.setAttribute("data-same", "yes"));
    await page.getByRole("button", { name: "Settings" }).click();
    await page.getByLabel("Language").selectOption("de-DE");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByText("Einstellungen gespeichert.").waitFor();
    await page.getByRole("button", { name: "Einstellungen" }).waitFor();
    expect(await page.locator("html").getAttribute("lang")).toBe("de");
    expect(await englishIn(page)).toEqual([]);
    await page.getByRole("button", { name: "Einstellungen" }).click();
    await page.getByLabel("Sprache").selectOption("en-GB");
    await page.getByRole("button", { name: "Speichern", exact: true }).click();
    await page.getByText("Settings saved.").waitFor();
    expect(await page.locator("html").getAttribute("lang")).toBe("en");
    expect(await page.locator("body").getAttribute("data-same")).toBe("yes");
  });

  test("who is not signed in is spoken to as their browser is, and signs up to a German page", async () => {
    const page = await visitors.open(german);
    await page.getByRole("button", { name: "Konto erstellen" }).click();
    expect(await englishIn(page)).toEqual([]);
    await page.getByRole("button", { name: "Registrieren" }).click();
    await page.getByText("Wie sollen wir dich nennen?").waitFor();
    await page.getByLabel("Name").fill("Gerda");
    await page.getByLabel("E-Mail").fill(`gerda-${newId()}@example.org`);
    await page.getByLabel("Passwort").fill("another horse battery");
    await page.getByRole("button", { name: "Registrieren" }).click();
    await page.getByText("Live", { exact: true }).waitFor();
    expect(await page.locator("html").getAttribute("lang")).toBe("de");
    expect(await englishIn(page)).toEqual([]);
  });

  test("who reads English reads it in a German browser too, from the first word on", async () => {
    const person = await signUp(url);
    await person.call("PATCH", "/settings", { body: { locale: "en-GB" } });
    const page = await visitors.openAs(person, german);
    await page.getByRole("button", { name: "Settings" }).waitFor();
    expect(await page.locator("html").getAttribute("lang")).toBe("en");
    await page.reload();
    await page.getByRole("button", { name: "Settings" }).waitFor();
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.getByRole("button", { name: "Anmelden", exact: true }).waitFor();
  });
});
