// The page for everyone: axe finds nothing on any list, light and dark, wide and small; nothing sticks out at 320 px or at twice the size.
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { addDays, wallClock } from "../../web/time/zone.ts";
import { type Person, signUp } from "../client.ts";
import { sharedStack } from "../stack.ts";
import { faultsOf } from "./axe.ts";
import { isLive, phone, say, useVisitors, wide, withoutChromium } from "./visitors.ts";

const { url } = sharedStack();
const small = { viewport: { width: 320, height: 568 } };
/** A window of 1280 by 800 looked at with twice the size of everything. */
const twice = { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 };

const paths = [
  "/",
  "/inbox",
  "/today",
  "/upcoming",
  "/done",
  "/trash",
  "/project/home",
  "/tag/errand",
  "/filter?q=p1%20%26%20(",
  "/settings",
];

const withAll = async (): Promise<{ person: Person; taskId: string }> => {
  const person = await signUp(url);
  const today = wallClock(new Date(), "UTC").slice(0, 10);
  const day = (days: number) => ({ kind: "day" as const, at: addDays(today, days) });
  const { id } = await person.create({
    title: "Return the library books to the big library",
    due: day(-1),
    priority: 1,
    project: "home",
    tags: ["errand", "by bike"],
    description: "Both of them.",
  });
  await person.create({ title: "Part", parentId: id });
  await person.create({ title: "Bins", due: day(0), priority: 2 });
  await person.create({ title: "Trip", due: day(3), priority: 3, project: "holiday" });
  const done = await person.create({ title: "Washed", project: "home" });
  await person.post(done.id, "/complete");
  const gone = await person.create({ title: "Thrown", tags: ["errand"] });
  await person.remove(gone.id);
  return { person, taskId: id };
};

/** Targets smaller than a finger needs at the least (WCAG 2.5.8), by what they are called. Links within a sentence may be. */
const smallTargets = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("button, a[href], input, select")].flatMap((one) => {
      const { width, height } = one.getBoundingClientRect();
      const isSeen = one.checkVisibility({ visibilityProperty: true }) && width > 1 && height > 1;
      const before = getComputedStyle(one, "::before");
      const grown = before.content === "none" ? 0 : -2 * Number.parseFloat(before.top || "0");
      const isInText =
        getComputedStyle(one.parentElement ?? one).display === "block" && one.tagName === "A";
      const isSmall = Math.min(width, height) + Math.max(0, grown || 0) < 24;
      return isSeen && isSmall && !isInText
        ? [`${one.ariaLabel ?? one.textContent} ${width}×${height}`]
        : [];
    }),
  );

describe.skipIf(withoutChromium)("everyone", () => {
  const visitors = useVisitors(url);

  test.each([
    ["wide and light", { ...wide, colorScheme: "light" }],
    ["wide and dark", { ...wide, colorScheme: "dark" }],
    ["small and light", { ...small, colorScheme: "light" }],
    ["small and dark", { ...small, colorScheme: "dark" }],
  ] as const)("axe finds nothing, %s", async (_, options) => {
    const { person, taskId } = await withAll();
    await person.say("What's due today?");
    const page = await visitors.openAs(person, options);
    for (const path of [...paths, `/task/${taskId}`]) {
      await page.goto(`${url}${path}`);
      await isLive(page);
      await page.getByText("Fetching your tasks…").waitFor({ state: "detached" });
      expect([path, ...(await faultsOf(page))]).toEqual([path]);
    }
    await page.goto(url);
    await isLive(page);
    await page.keyboard.press("Control+k");
    await page.getByRole("option", { name: /^Upcoming/ }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "Keys" }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
  });

  test.each([
    ["320 px", small],
    ["twice the size", twice],
    ["a phone", phone],
  ] as const)("at %s nothing sticks out, and tasks are in view", async (_, options) => {
    const { person, taskId } = await withAll();
    const page = await visitors.openAs(person, options);
    for (const path of [...paths, `/task/${taskId}`]) {
      await page.goto(`${url}${path}`);
      await isLive(page);
      const [needed, there] = await page.evaluate(() => [
        document.documentElement.scrollWidth,
        innerWidth,
      ]);
      expect([path, needed]).toEqual([path, there]);
    }
    await page.goto(url);
    const row = page.locator("li[data-task]").first();
    await row.waitFor();
    const box = await row.boundingBox();
    expect((box?.y ?? 0) + 40).toBeLessThan(page.viewportSize()?.height ?? 0);
  });

  test("on a phone the line that adds stays in reach, and every target is large enough", async () => {
    const { person } = await withAll();
    for (let at = 0; at < 25; at += 1) await person.create({ title: `Task ${at}` });
    const page = await visitors.openAs(person, phone);
    await page.locator("li[data-task]").nth(5).waitFor();
    await page.locator("#list").evaluate((list) => list.scrollTo(0, 900));
    await page.getByLabel("New task").fill("Still here");
    await page.getByLabel("New task").press("Enter");
    await expect
      .poll(async () => (await person.list()).some(({ title }) => title === "Still here"))
      .toBe(true);
    expect(await smallTargets(page)).toEqual([]);
    await page.getByRole("button", { name: "Chat", exact: true }).tap();
    await say(page, "What's due today?");
    expect(await smallTargets(page)).toEqual([]);
  });

  test("the chat can be wide, narrow or gone, and stays so", async () => {
    const person = await signUp(url);
    const page = await visitors.openAs(person);
    const chat = page.locator(".chat");
    const width = async () => (await chat.boundingBox())?.width ?? 0;
    const narrow = await width();
    await page.getByRole("button", { name: "Make the chat wide" }).click();
    expect(await width()).toBeGreaterThan(narrow);
    await page.getByRole("button", { name: "Hide the chat" }).click();
    expect(await width()).toBe(0);
    await page.reload();
    await isLive(page);
    expect(await width()).toBe(0);
    await page.keyboard.press("/");
    await page.keyboard.type("hello");
    expect(await page.getByLabel("Message to Punctual").inputValue()).toBe("hello");
    await page.getByRole("button", { name: "Lists", exact: true }).click();
    expect(await page.getByRole("navigation", { name: "Lists, projects and tags" }).count()).toBe(
      0,
    );
  });

  test("on a phone the lists are a menu that closes when one has gone somewhere", async () => {
    const { person } = await withAll();
    const page = await visitors.openAs(person, phone);
    await page.getByRole("button", { name: "Lists", exact: true }).tap();
    const menu = page.getByRole("dialog", { name: "Lists" });
    await menu.getByRole("link", { name: /^home/ }).tap();
    await menu.waitFor({ state: "detached" });
    await page.getByRole("heading", { level: 1, name: "home" }).waitFor();
    expect(new URL(page.url()).pathname).toBe("/project/home");
  });
});
