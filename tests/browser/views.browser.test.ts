// The lists in real browsers: each has its address, Back and deep links follow, and each does what it is for.
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { openDatabase } from "../../database/pool.ts";
import { addDays, wallClock } from "../../web/time/zone.ts";
import { type Person, signUp } from "../client.ts";
import { manyTasks, storeTasks } from "../many-tasks.ts";
import { sharedStack } from "../stack.ts";
import { faultsOf } from "./axe.ts";
import { isLive, rowOf, tickOf, useVisitors, withoutChromium } from "./visitors.ts";

const { url, env } = sharedStack();
const zone = "Europe/Berlin";
const today = (): string => wallClock(new Date(), zone).slice(0, 10);
const inDays = (days: number) => ({ kind: "day" as const, at: addDays(today(), days) });

const lists = (page: Page) => page.getByRole("navigation", { name: "Lists, projects and tags" });
const goTo = (page: Page, name: string | RegExp) => lists(page).getByRole("link", { name }).click();
const pathOf = (page: Page): string => new URL(page.url()).pathname;
const heading = (page: Page, name: string | RegExp) =>
  page.getByRole("heading", { level: 1, name }).waitFor();
const sections = (page: Page): Promise<string[]> =>
  page.locator("#list").getByRole("heading", { level: 2 }).allInnerTexts();

describe.skipIf(withoutChromium)("the lists", () => {
  const visitors = useVisitors(url);

  const berliner = async (): Promise<Person> => {
    const person = await signUp(url);
    await person.call("PATCH", "/settings", { body: { timeZone: zone, locale: "en-GB" } });
    return person;
  };
  /** A signed-in person at an address. */
  const at = async (person: Person, path: string): Promise<Page> => {
    const page = await visitors.openAs(person);
    await page.goto(`${url}${path}`);
    await isLive(page);
    return page;
  };

  test("each has an address; Back and a reload lead where one was", async () => {
    const person = await berliner();
    await person.create({ title: "Pay rent", due: inDays(0), project: "Home & Garden" });
    await person.create({ title: "Call bob", tags: ["phone"] });
    const page = await visitors.openAs(person);
    await rowOf(page, "Call bob").waitFor();
    await goTo(page, /^Today/);
    await heading(page, "Today");
    expect(pathOf(page)).toBe("/today");
    expect(await page.title()).toBe("Today · Punctual");
    await rowOf(page, "Call bob").waitFor({ state: "detached" });
    await goTo(page, /^Home & Garden/);
    expect(pathOf(page)).toBe("/project/Home%20%26%20Garden");
    await rowOf(page, "Pay rent").waitFor();
    await goTo(page, /^phone/);
    await rowOf(page, "Call bob").waitFor();
    expect(await lists(page).locator("[aria-current=page]").innerText()).toContain("phone");

    await page.goBack();
    await heading(page, "Home & Garden");
    await page.reload();
    await isLive(page);
    await heading(page, "Home & Garden");
    await page.goBack();
    await heading(page, "Today");
    await page.goForward();
    await heading(page, "Home & Garden");
  });

  test("counts stand beside their names and follow what happens elsewhere", async () => {
    const person = await berliner();
    const page = await visitors.openAs(person);
    await person.create({ title: "Late", due: inDays(-1), project: "home" });
    await person.create({ title: "Now", due: inDays(0) });
    await lists(page).getByRole("link", { name: "Today 1 late 2" }).waitFor();
    await lists(page).getByRole("link", { name: "Inbox 1" }).waitFor();
    await lists(page).getByRole("link", { name: "home 1" }).waitFor();
    await tickOf(page, "Now").click();
    await lists(page).getByRole("link", { name: "Today 1 late 1" }).waitFor();
    expect(await lists(page).getByRole("link", { name: "home 1" }).count()).toBe(1);
  });

  test("what is added in a list stands in it: today's day, the project, the tag", async () => {
    const person = await berliner();
    await person.create({ title: "Old", project: "Work", tags: ["desk"] });
    const page = await at(person, "/today");
    const add = async (title: string): Promise<void> => {
      await page.getByLabel("New task").fill(title);
      await page.getByLabel("New task").press("Enter");
      await rowOf(page, title).waitFor();
    };
    await add("Water plants");
    await goTo(page, /^Work/);
    await add("Write report");
    await goTo(page, /^desk/);
    await add("Tidy up");
    const named = async (wanted: string) =>
      (await person.list()).find(({ title }) => title === wanted);
    await expect.poll(() => named("Water plants")).toMatchObject({ due: inDays(0) });
    await expect.poll(() => named("Write report")).toMatchObject({ project: "Work" });
    await expect.poll(() => named("Tidy up")).toMatchObject({ tags: ["desk"], project: null });
  });

  test("all that is late is moved in one change, and one Undo takes it back", async () => {
    const person = await berliner();
    const late = await Promise.all(
      ["One", "Two", "Three"].map((title) => person.create({ title, due: inDays(-2) })),
    );
    const page = await at(person, "/today");
    await rowOf(page, "Three").waitFor();
    await page.getByRole("button", { name: "Reschedule" }).click();
    await page.getByRole("button", { name: "Tomorrow", exact: true }).click();
    await page.getByText("Moved 3 tasks to tomorrow.").waitFor();
    await page.getByText("Nothing left today.").waitFor();
    const dues = async () =>
      (await Promise.all(late.map(({ id }) => person.read(id)))).map(({ due }) => due?.at);
    expect(await dues()).toEqual(Array.from({ length: 3 }, () => inDays(1).at));
    await page.getByRole("button", { name: "Undo" }).click();
    await expect.poll(dues).toEqual(Array.from({ length: 3 }, () => inDays(-2).at));
    await rowOf(page, "Three").waitFor();
    // Without a line it is taken all the same, and goes out when that is back.
    await page.context().setOffline(true);
    await page.getByText("Offline", { exact: true }).waitFor();
    await page.getByRole("button", { name: "Reschedule" }).click();
    await page.getByRole("button", { name: "Tomorrow", exact: true }).click();
    await page.getByText("3 waiting").waitFor();
    await page.getByText("Nothing left today.").waitFor();
    await page.context().setOffline(false);
    await page.locator(".line--quiet").waitFor({ timeout: 30_000 });
    await expect.poll(dues).toEqual(Array.from({ length: 3 }, () => inDays(1).at));
  });

  test("Upcoming has a section for each of the next days, free ones too", async () => {
    const person = await berliner();
    await person.create({ title: "Dentist", due: inDays(1) });
    await person.create({ title: "Trip", due: inDays(40) });
    const page = await at(person, "/upcoming");
    await rowOf(page, "Trip").waitFor();
    const names = await sections(page);
    expect(names).toHaveLength(8);
    expect(names[0]).toMatch(/^Today · /);
    expect(names[1]).toMatch(/^Tomorrow · .* 1$/);
    expect(await page.getByText("Nothing planned").count()).toBe(6);
  });

  test("Done is by the day it was done; opened again there it is back", async () => {
    const person = await berliner();
    const { id } = await person.create({ title: "Wash up" });
    await person.post(id, "/complete");
    const page = await at(person, "/done");
    await rowOf(page, "Wash up").waitFor();
    expect((await sections(page))[0]).toMatch(/^Today · /);
    await tickOf(page, "Wash up", true).click();
    await page.getByText("Nothing done lately.").waitFor();
    await expect.poll(async () => (await person.read(id)).status).toBe("open");
  });

  test("the trash shows what was deleted, and gives it back", async () => {
    const person = await berliner();
    const { id } = await person.create({ title: "Old plan", project: "work" });
    await person.remove(id);
    const page = await at(person, "/trash");
    await page.getByRole("button", { name: "Restore Old plan" }).click();
    await page.getByText("Restored “Old plan”.").waitFor();
    await page.getByText("The trash is empty.").waitFor();
    expect((await person.read(id)).deletedAt).toBeNull();
    await person.remove(id); // elsewhere, while one looks
    await page.getByRole("button", { name: "Restore Old plan" }).waitFor();
  });

  test("the trash is emptied after a question that says how many, on every device, and what comes meanwhile stays", async () => {
    const person = await berliner();
    const [one, ...more] = await Promise.all(
      ["One", "Two", "Three", "Four"].map((title) => person.create({ title })),
    );
    for (const { id } of more) await person.remove(id);
    if (one) await person.remove(one.id);
    const [here, there] = [await at(person, "/trash"), await at(person, "/trash")];
    const inTrash = (page: Page, title: string) =>
      page.getByRole("button", { name: `Restore ${title}`, exact: true });
    await inTrash(there, "One").waitFor();
    await here.getByRole("button", { name: "Delete for good: One" }).click();
    await here.getByRole("group", { name: "Delete “One” for good?" }).waitFor();
    expect(await here.evaluate(() => document.activeElement?.textContent)).toBe("Keep it");
    expect(await faultsOf(here)).toEqual([]);
    await here.keyboard.press("Enter");
    await here.getByRole("button", { name: "Delete for good: One" }).click();
    await here.getByRole("button", { name: "Yes, delete it for good" }).click();
    await here.getByText("“One” is deleted for good.").waitFor();
    await inTrash(there, "One").waitFor({ state: "detached" });

    await here.getByRole("button", { name: "Empty trash" }).click();
    await here.getByRole("group", { name: "Delete 3 tasks for good?" }).waitFor();
    const late = await person.create({ title: "Late" });
    await person.remove(late.id);
    await inTrash(here, "Late").waitFor();
    expect(await faultsOf(here)).toEqual([]);
    await here.getByRole("button", { name: "Yes, delete 3 tasks for good" }).click();
    await here.getByText("Deleted 3 tasks for good.").waitFor();
    for (const page of [here, there]) {
      await inTrash(page, "Two").waitFor({ state: "detached" });
      expect(await page.getByRole("button", { name: /^Restore/ }).count()).toBe(1);
    }
    expect((await person.call("GET", `/tasks/${one?.id}`)).status).toBe(404);
  });

  test("who goes on to type elsewhere while the trash is emptied is not interrupted when it is empty", async () => {
    const person = await berliner();
    for (const title of ["One", "Two"]) await person.remove((await person.create({ title })).id);
    const page = await at(person, "/trash");
    let goOn = (): void => undefined;
    const typed = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    await page.route(/\/trash\?before=/, async (route) => {
      await typed;
      await route.continue();
    });
    await page.getByRole("button", { name: "Empty trash" }).click();
    await page.getByRole("button", { name: "Yes, delete 2 tasks for good" }).click();
    await goTo(page, /^Today/);
    await heading(page, "Today");
    const line = page.locator("#quick-add");
    await line.fill("Buy");
    goOn();
    await page.getByText("Deleted 2 tasks for good.").waitFor();
    await page.waitForLoadState("networkidle");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("quick-add");
  });

  test("a filter is an address; a wrong one says where it is wrong", async () => {
    const person = await berliner();
    await person.create({ title: "Urgent", priority: 1, due: inDays(-1) });
    await person.create({ title: "Later", priority: 3, due: inDays(-1) });
    const page = await at(person, "/filter?q=overdue%20%26%20p1");
    await rowOf(page, "Urgent").waitFor();
    expect(await rowOf(page, "Later").count()).toBe(0);
    const line = page.getByLabel("Show tasks that are");
    await line.fill("overdue & (p3");
    await line.press("Enter");
    await page.getByRole("alert").getByText("this ( is never closed").waitFor();
    expect(await page.locator("mark", { hasText: "(" }).innerText()).toBe("(");
    await page.goBack();
    await rowOf(page, "Urgent").waitFor();
  });

  test("is grouped and sorted as each list was told to, also after a reload", async () => {
    const person = await berliner();
    await person.create({ title: "B", project: "one" });
    await person.create({ title: "A", project: "two", due: inDays(2) });
    const page = await visitors.openAs(person);
    await page.getByRole("button", { name: "How the list is shown" }).click();
    await page.getByLabel("Group by").selectOption("project");
    await expect.poll(() => sections(page)).toEqual(["one 1", "two 1"]);
    await page.getByLabel("Group by").selectOption("none");
    await page.getByLabel("Sort by").selectOption("title");
    await page.reload();
    await rowOf(page, "A").waitFor();
    await expect.poll(() => sections(page)).toEqual(["Tasks 2"]);
    const titles = () => page.locator(".task__title").allInnerTexts();
    await expect.poll(titles).toEqual(["A", "B"]);
    await goTo(page, /^Inbox/);
    await page.getByRole("button", { name: "How the list is shown" }).click();
    expect(await page.getByLabel("Group by").inputValue()).toBe("date");
  });

  test("rows are one line each when one wants so, and colours what one chose", async () => {
    const person = await berliner();
    await person.create({ title: "Thin", tags: ["a"], description: "x", due: inDays(1) });
    const page = await visitors.openAs(person);
    const height = () => rowOf(page, "Thin").evaluate((row) => row.getBoundingClientRect().height);
    await rowOf(page, "Thin").waitFor();
    await page.getByRole("button", { name: "How the list is shown" }).click();
    await page.getByLabel("Rows").selectOption("compact");
    await expect.poll(height).toBeLessThanOrEqual(40);
    await page.getByLabel("Colours").selectOption("dark");
    await page.reload();
    await rowOf(page, "Thin").waitFor();
    expect(await height()).toBeLessThanOrEqual(40);
    const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(paper).toBe("rgb(21, 25, 26)");
  });

  test("10,000 tasks are drawn as the few in view; the last one is reached and opened", async () => {
    const person = await berliner();
    const db = openDatabase(env.DATABASE_URL, { max: 1 });
    try {
      const wanted = { open: 10_000, done: 0, doneDaysAgo: [1, 2] as [number, number] };
      await storeTasks(db, manyTasks(person.userId, wanted));
    } finally {
      await db.end();
    }
    const page = await visitors.openAs(person);
    await lists(page).getByRole("link", { name: "All tasks 10000" }).waitFor({ timeout: 60_000 });
    const drawn = () => page.locator("li[data-task]").count();
    await page.locator("li[data-task]").first().waitFor();
    expect(await drawn()).toBeLessThan(80);
    await page.keyboard.press("k"); // from nowhere, upwards: the last one
    const focused = page.locator("li[data-task]:focus");
    await focused.waitFor();
    const [place, of] = await focused.evaluate((row) => [
      row.getAttribute("aria-posinset"),
      row.getAttribute("aria-setsize"),
    ]);
    expect(place).toBe(of);
    expect(await drawn()).toBeLessThan(80);
    await page.keyboard.press("Enter");
    await page.getByRole("region", { name: "Task", exact: true }).getByRole("form").waitFor();
  });
});
