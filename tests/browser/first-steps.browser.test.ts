// The first five minutes of a person, with a second device watching: steps that tick themselves, a sample project that comes and goes with one click each.
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { signUp } from "../client.ts";
import { sharedStack } from "../stack.ts";
import { faultsOf } from "./axe.ts";
import { phone, rowOf, tickOf, useVisitors, withoutChromium } from "./visitors.ts";

const { url } = sharedStack();
const card = (page: Page) => page.getByRole("region", { name: "The first five minutes" });
const lists = (page: Page) => page.getByRole("navigation", { name: "Lists, projects and tags" });
const done = (page: Page, step: string) => page.getByText(`Done: ${step}`, { exact: true });

describe.skipIf(withoutChromium)("the first five minutes", () => {
  const visitors = useVisitors(url);

  test("nothing is made before it is asked for; each step ticks itself; the card goes for good when it is closed", async () => {
    const person = await signUp(url);
    const [page, other] = await Promise.all([visitors.openAs(person), visitors.openAs(person)]);
    await card(page).waitFor();
    expect(await person.list()).toEqual([]);
    expect(await faultsOf(page)).toEqual([]);
    await page.getByLabel("New task").fill("Buy milk tomorrow");
    await page.getByLabel("New task").press("Enter");
    for (const window of [page, other]) await done(window, "Add a task").waitFor();
    const [milk] = await person.list();
    const at = new Date(Date.now() + 3_600_000).toISOString();
    await person.call("POST", "/reminders", { body: { taskId: milk?.id, at } });
    for (const window of [page, other]) await done(window, "Get a reminder").waitFor();
    // What is on its way is not taken back: it may have arrived.
    const completed = page.waitForResponse((answer) => answer.url().endsWith("/complete"));
    await tickOf(page, "Buy milk").click();
    await completed;
    await page.locator("#list").click({ position: { x: 2, y: 2 } });
    await page.keyboard.press("Control+z");
    await done(page, "Take something back").waitFor();
    await page.getByRole("region", { name: "That is all you need to begin." }).waitFor();
    await page.getByRole("button", { name: "Close this" }).click();
    await page.reload();
    await rowOf(page, "Buy milk").waitFor();
    expect(await page.getByRole("button", { name: "Show me around" }).count()).toBe(0);
  });

  test("the sample project comes with one click and goes with one, and each has one Undo", async () => {
    const person = await signUp(url);
    const [page, other] = await Promise.all([visitors.openAs(person), visitors.openAs(person)]);
    await page.getByRole("button", { name: "Show me around" }).click();
    await page.getByRole("heading", { level: 1, name: "Getting started" }).waitFor();
    await rowOf(page, "Give me a reminder").waitFor();
    const link = lists(other).getByRole("link", { name: "Getting started 6" });
    await link.waitFor();
    expect(await faultsOf(page)).toEqual([]);
    // Its tasks are nobody's: the step is still to be taken.
    expect(await done(other, "Add a task").count()).toBe(0);
    await page.getByRole("button", { name: "Undo" }).click();
    await link.waitFor({ state: "detached" });
    await expect.poll(() => person.list()).toEqual([]);

    await page.goto(url);
    await page.getByRole("button", { name: "Show me around" }).click();
    await rowOf(page, "Give me a reminder").waitFor();
    await tickOf(page, "Tick me off with the circle on the left").click();
    await page.getByRole("button", { name: "Remove the sample project" }).click();
    const removed = page.locator(".notice", { hasText: "Removed the sample project." });
    await removed.waitFor();
    await page.getByRole("heading", { level: 1, name: "Getting started" }).waitFor({
      state: "detached",
    });
    await expect.poll(() => person.list()).toEqual([]);
    await removed.getByRole("button", { name: "Undo" }).click();
    await lists(other).getByRole("link", { name: "Getting started 5" }).waitFor();
    await expect.poll(async () => (await person.list()).length).toBe(6);
  });

  test("on a phone the card stands below the list and sticks out nowhere", async () => {
    const person = await signUp(url);
    const page = await visitors.openAs(person, phone);
    await card(page).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(390);
  });
});
