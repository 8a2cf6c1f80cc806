// The fields of a task's panel in real browsers: dates in words and in a month, names completed, each saved by itself.
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import type { Settings } from "../../domain/settings.ts";
import { type Person, signUp } from "../client.ts";
import { sharedStack } from "../stack.ts";
import { faultsOf } from "./axe.ts";
import { phone, rowOf, useVisitors, wide, withoutChromium } from "./visitors.ts";

const { url } = sharedStack();
const day = (at: string) => ({ kind: "day" as const, at });
const formOf = (page: Page) => page.getByRole("form", { name: /^Details of/ });
const dueOf = (page: Page) => formOf(page).getByRole("button", { name: /^Due:/ });
const picker = (page: Page) => page.getByRole("dialog", { name: /^Due of/ });
const combo = (page: Page, name: string) => formOf(page).getByRole("combobox", { name });

describe.skipIf(withoutChromium)("a task's panel", () => {
  const visitors = useVisitors(url);

  const looking = async (
    fields: Parameters<Person["create"]>[0],
    settings: Partial<Settings> = {},
    window: Parameters<typeof visitors.open>[0] = wide,
  ) => {
    const person = await signUp(url);
    await person.call("PATCH", "/settings", { body: { timeZone: "Europe/Berlin", ...settings } });
    const { id } = await person.create(fields);
    const page = await visitors.openAs(person, window);
    await page.goto(`${url}/task/${id}`);
    await formOf(page).waitFor();
    return { person, page, id, now: () => person.read(id) };
  };

  test("takes a date in words, shows first what it understood, and says what it did not", async () => {
    const { page, now } = await looking({ title: "Call Anna" });
    await dueOf(page).click();
    const line = picker(page).getByLabel("Type a date");
    expect(await line.evaluate((input) => input === document.activeElement)).toBe(true);
    await line.fill("sometime");
    await picker(page).getByText("This is no date yet.").waitFor();
    await line.fill("4 may 2031 at 9am with Bob");
    await picker(page).getByText("“with Bob” is no part of a date.").waitFor();
    await line.fill("4 may 2031 9am");
    await picker(page).getByText("Enter: Sun 4 May 2031 09:00").waitFor();
    await line.press("Enter");
    await picker(page).waitFor({ state: "detached" });
    await expect.poll(now).toMatchObject({ due: { kind: "floating", at: "2031-05-04T09:00" } });
    expect(await dueOf(page).evaluate((button) => button === document.activeElement)).toBe(true);
  });

  test("takes a rule in words with its first date", async () => {
    const { page, now } = await looking({ title: "Bins" });
    await dueOf(page).click();
    await picker(page).getByLabel("Type a date").fill("every monday");
    await picker(page)
      .getByText(/^Enter: .*every Monday$/)
      .waitFor();
    await picker(page).getByLabel("Type a date").press("Enter");
    await expect
      .poll(now)
      .toMatchObject({ recurrence: { rrule: expect.stringContaining("BYDAY=MO") } });
  });

  test("keeps words for a date over Esc, and takes them when one clicks beside them", async () => {
    const { page, now } = await looking({ title: "Dentist" });
    await dueOf(page).click();
    await picker(page).getByLabel("Type a date").fill("5 may 2031");
    await page.keyboard.press("Escape");
    await formOf(page).getByText("Typed and not taken: “5 may 2031”").waitFor();
    expect((await now()).due).toBeNull();
    await dueOf(page).click();
    expect(await picker(page).getByLabel("Type a date").inputValue()).toBe("5 may 2031");
    await page.mouse.click(2, 2);
    await expect.poll(now).toMatchObject({ due: day("2031-05-05") });
  });

  test("offers days by name and a month that keys move in, by the person's week", async () => {
    const { page, now } = await looking(
      { title: "Walk", due: day("2031-05-14") },
      { weekStart: 7 },
    );
    await dueOf(page).click();
    const heads = picker(page).getByRole("grid").locator("thead th");
    await expect.poll(() => heads.first().getAttribute("aria-label")).toBe("Sunday");
    await picker(page)
      .getByRole("button", { name: / 14 May 2031/ })
      .focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect.poll(now).toMatchObject({ due: day("2031-05-22") });
    await dueOf(page).click();
    await picker(page).getByRole("button", { name: "No date" }).click();
    await expect.poll(now).toMatchObject({ due: null });
  });

  test("reads and writes times with 12 or 24 hours by the settings", async () => {
    const due = { kind: "floating" as const, at: "2031-05-04T17:00" };
    const { page, now } = await looking({ title: "Tea", due }, { locale: "en-US" });
    await dueOf(page).click();
    const time = picker(page).getByLabel("Time", { exact: true });
    expect(await time.inputValue()).toMatch(/^5:00\sPM$/);
    await time.fill("25:00");
    expect(await picker(page).getByRole("alert").count()).toBe(0);
    await time.press("Enter");
    await picker(page).getByText("Write a time such as 9:30 or 5pm.").waitFor();
    await time.fill("6:30pm");
    await time.press("Enter");
    await expect.poll(now).toMatchObject({ due: { kind: "floating", at: "2031-05-04T18:30" } });
  });

  test("sets deadline, length and priority, each as one change", async () => {
    const { page, now } = await looking({ title: "Essay" });
    const before = (await now()).version;
    await formOf(page)
      .getByRole("button", { name: /^Deadline:/ })
      .click();
    await page.getByLabel("Type a date").fill("1 dec 2031");
    await page.getByLabel("Type a date").press("Enter");
    await expect.poll(now).toMatchObject({ deadline: "2031-12-01" });
    await formOf(page).getByLabel("Duration").fill("1h30");
    await formOf(page).getByLabel("Duration").press("Enter");
    await expect.poll(now).toMatchObject({ durationMinutes: 90 });
    await formOf(page).getByRole("button", { name: "30 min" }).click();
    await expect.poll(now).toMatchObject({ durationMinutes: 30 });
    await formOf(page).getByRole("button", { name: /^p2,/ }).click();
    await page.keyboard.press("1");
    await expect.poll(now).toMatchObject({ priority: 1, version: before + 5 });
    await formOf(page).getByLabel("Duration").fill("long");
    await formOf(page).getByText("Write how long it takes, such as 45 min or 1h30.").waitFor();
    await page.keyboard.press("Escape");
    await rowOf(page, "Essay").getByText("Not saved: Duration").waitFor();
    expect((await now()).durationMinutes).toBe(30);
  });

  test("completes projects and people, and makes new ones", async () => {
    const { person, page, now } = await looking({ title: "Paint" });
    await person.create({ title: "Other", project: "House move", assignee: "Bob" });
    await rowOf(page, "Other").waitFor();
    await combo(page, "Project").pressSequentially("mov");
    await page.getByRole("option", { name: "House move" }).waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect.poll(now).toMatchObject({ project: "House move" });
    await combo(page, "Project").fill("Garden");
    await page.getByRole("option", { name: "New project “Garden”" }).click();
    await expect.poll(now).toMatchObject({ project: "Garden" });
    await combo(page, "Person").fill("bo");
    await page.getByRole("option", { name: "Bob" }).click();
    await expect.poll(now).toMatchObject({ assignee: "Bob" });
    await combo(page, "Person").fill("");
    await combo(page, "Person").press("Enter");
    await expect.poll(now).toMatchObject({ assignee: null });
  });

  test("chooses a section of its project", async () => {
    const { person, page, now } = await looking({ title: "Fence", project: "garden" });
    const made = await person.call("POST", "/projects", { body: { name: "garden" } });
    const project = (await made.json()) as { id: string };
    for (const name of ["Front", "Back"])
      await person.call("POST", `/projects/${project.id}/sections`, { body: { name } });
    await formOf(page).getByLabel("Section").selectOption("Back");
    await expect.poll(now).toMatchObject({ section: "Back" });
    // The same project again is no other one.
    await combo(page, "Project").press("Enter");
    await formOf(page).getByRole("button", { name: /^p1,/ }).click();
    await expect.poll(now).toMatchObject({ section: "Back", priority: 1 });
  });

  test("holds tags as chips: completed, added by Enter or a comma, taken away by Backspace", async () => {
    const { person, page, now } = await looking({ title: "Shop", tags: ["errand"] });
    await person.create({ title: "Other", tags: ["on the phone"] });
    await rowOf(page, "Other").waitFor();
    const tags = combo(page, "Tags");
    await tags.pressSequentially("pho");
    await page.getByRole("option", { name: "on the phone" }).click();
    await expect.poll(now).toMatchObject({ tags: ["errand", "on the phone"] });
    await tags.pressSequentially("quick,");
    await expect.poll(now).toMatchObject({ tags: ["errand", "on the phone", "quick"] });
    await tags.press("Backspace");
    await expect.poll(now).toMatchObject({ tags: ["errand", "on the phone"] });
    await formOf(page).getByRole("button", { name: "Remove the tag errand" }).click();
    await expect.poll(now).toMatchObject({ tags: ["on the phone"] });
    await tags.pressSequentially("left beh");
    await page.keyboard.press("Escape"); // the names it offers
    await page.keyboard.press("Escape");
    await expect.poll(now).toMatchObject({ tags: ["on the phone", "left beh"] });
  });

  test("opens the date of a row by t, and asks in its panel which dates of a series are meant", async () => {
    const recurrence = { rrule: "FREQ=DAILY", anchor: "schedule", overflow: "clamp" } as const;
    const series = { title: "Run", due: day("2031-05-14"), recurrence };
    const { person, page, id } = await looking(series);
    const other = await person.create({ title: "Swim" });
    await page.keyboard.press("Escape");
    await rowOf(page, "Swim").focus();
    await page.keyboard.press("t");
    await page
      .getByRole("dialog", { name: "Due of Swim" })
      .getByLabel("Type a date")
      .fill("9 may 2031");
    await page.keyboard.press("Enter");
    await expect.poll(() => person.read(other.id)).toMatchObject({ due: day("2031-05-09") });
    await expect
      .poll(() => rowOf(page, "Swim").evaluate((row) => row === document.activeElement))
      .toBe(true);
    await page.keyboard.press("g");
    await page.keyboard.press("t");
    expect(await page.getByRole("dialog").count()).toBe(0);
    expect(new URL(page.url()).pathname).toBe("/today");
    await page.goto(`${url}/`);
    await rowOf(page, "Run").focus();
    await page.keyboard.press("t");
    await page.getByRole("button", { name: / 15 May 2031/ }).click();
    await formOf(page).getByRole("button", { name: "This one only" }).click();
    await expect.poll(() => person.read(id)).toMatchObject({ due: day("2031-05-15") });
  });

  test.each([
    ["wide, light", wide, "light" as const],
    ["wide, dark", wide, "dark" as const],
    ["on a phone", phone, "light" as const],
    ["at 320 px, dark", { viewport: { width: 320, height: 640 } }, "dark" as const],
  ])(
    "has no faults for axe and no sideways scrolling with its pickers open: %s",
    async (_, window, colorScheme) => {
      const fields = {
        title: "A long title that has to wrap somewhere, and more than once",
        due: { kind: "fixed" as const, at: "2031-05-04T09:00", zone: "America/New_York" },
        tags: ["errand", "on the phone"],
        description: "Some *notes* with [a link](https://example.org).\n\n- [ ] a box",
        project: "home",
      };
      const { page } = await looking(fields, {}, { ...window, colorScheme });
      expect(await faultsOf(page)).toEqual([]);
      const [scrolled, seen] = await page.evaluate(() => [
        document.documentElement.scrollWidth,
        document.documentElement.clientWidth,
      ]);
      expect(scrolled).toBe(seen);
      await dueOf(page).click();
      await picker(page).getByRole("grid").waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await page.keyboard.press("Escape");
      await combo(page, "Project").click();
      expect(await faultsOf(page)).toEqual([]);
      await page.keyboard.press("Escape");
      await formOf(page).getByRole("textbox", { name: "Title", exact: true }).fill("");
      expect(await faultsOf(page)).toEqual([]);
    },
  );
});
