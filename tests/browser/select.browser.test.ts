// Several tasks at once, in a real browser: selected by keys, by pointer and by finger, changed as one, taken back as one.
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { type Person, signUp } from "../client.ts";
import { sharedStack } from "../stack.ts";
import { faultsOf } from "./axe.ts";
import { isLive, phone, rowOf, useVisitors, wide, withoutChromium } from "./visitors.ts";

const { url } = sharedStack();

const bar = (page: Page) => page.getByRole("region", { name: "Selected tasks" });
const selected = (page: Page): Promise<string[]> =>
  page.locator(".task.is-selected .task__title").allTextContents();
const openTitles = async (person: Person): Promise<string[]> =>
  (await person.list({ status: "open" })).map(({ title }) => title).toSorted();
const undo = (page: Page, text: string) =>
  page.locator(".notice", { hasText: text }).getByRole("button", { name: "Undo" });

describe.skipIf(withoutChromium)("several tasks", () => {
  const visitors = useVisitors(url);

  const withTasks = async (count: number, more: object = {}, options = wide) => {
    const person = await signUp(url);
    const titles = Array.from(
      { length: count },
      (_, at) => `Task ${String(at + 1).padStart(2, "0")}`,
    );
    for (const title of titles) await person.create({ title, ...more });
    const page = await visitors.openAs(person, options);
    await rowOf(page, titles.at(-1) ?? "").waitFor();
    return { person, page, titles };
  };

  test("are selected by keys, completed as one, and brought back by one Undo, on every device", async () => {
    const { person, page, titles } = await withTasks(12);
    const other = await visitors.openAs(person);
    await page.keyboard.press("j");
    await page.keyboard.press("x");
    await bar(page).getByText("1 selected").waitFor();
    await page.keyboard.press("Shift+ArrowDown");
    await page.keyboard.press("Shift+ArrowDown");
    expect(await selected(page)).toEqual(titles.slice(0, 3));
    await page.keyboard.press("Shift+ArrowUp");
    expect(await selected(page)).toEqual(titles.slice(0, 2));
    await page.keyboard.press("Escape");
    await bar(page).waitFor({ state: "detached" });

    await page.keyboard.press("Control+a");
    await bar(page).getByText("12 selected").waitFor();
    await page.getByText("12 tasks selected").waitFor({ state: "attached" });
    expect(await faultsOf(page)).toEqual([]);
    await page.keyboard.press("e");
    await page.getByText("Completed 12 tasks.").waitFor();
    await bar(page).waitFor({ state: "detached" });
    await rowOf(other, "Task 01").waitFor({ state: "detached" });
    await expect.poll(() => openTitles(person)).toEqual([]);
    await undo(page, "Completed 12 tasks.").click();
    await rowOf(page, "Task 12").waitFor();
    await rowOf(other, "Task 12").waitFor();
    await expect.poll(() => openTitles(person)).toEqual(titles);
  });

  test("are selected by pointer, and what remains keeps the focus", async () => {
    const { person, page, titles } = await withTasks(6);
    await rowOf(page, "Task 02").click({ modifiers: ["ControlOrMeta"] });
    await rowOf(page, "Task 04").click({ modifiers: ["Shift"] });
    expect(await selected(page)).toEqual(titles.slice(1, 4));
    await rowOf(page, "Task 03").click({ modifiers: ["ControlOrMeta"] });
    // While some are selected, a click selects; nothing opens.
    await rowOf(page, "Task 06").click();
    expect(await selected(page)).toEqual(["Task 02", "Task 04", "Task 06"]);
    expect(new URL(page.url()).pathname).toBe("/");
    await page.getByRole("checkbox", { name: "Select Task 06" }).uncheck();
    await rowOf(page, "Task 02").focus();
    await page.keyboard.press("Delete");
    await page.getByText("Moved 2 tasks to the trash.").waitFor();
    await expect
      .poll(() =>
        page.evaluate(() => document.activeElement?.querySelector(".task__title")?.textContent),
      )
      .toBe("Task 03");
    await undo(page, "Moved 2 tasks to the trash.").click();
    await expect.poll(() => openTitles(person)).toEqual(titles);
  });

  test("get a priority, a project, tags and a date, each as one change; times stay", async () => {
    const { person, page } = await withTasks(3, {
      due: { kind: "floating", at: "2036-01-01T09:30" },
      tags: ["old"],
    });
    const all = async () => (await person.list()).toSorted((a, b) => (a.title < b.title ? -1 : 1));
    await page.getByRole("button", { name: "Select tasks" }).click();
    await bar(page).getByRole("button", { name: "Select all" }).click();
    const menu = async (name: string) => {
      await bar(page).getByRole("button", { name, exact: true }).click();
      return page.getByRole("group", { name, exact: true });
    };
    await (await menu("Priority")).getByRole("button", { name: "Priority 1" }).click();
    await expect.poll(async () => (await all()).map(({ priority }) => priority)).toEqual([1, 1, 1]);
    const projects = await menu("Project");
    await projects.getByLabel("Find or name a project").fill("Garden");
    await projects.getByLabel("Find or name a project").press("Enter");
    await page.getByText("Moved 3 tasks to #Garden.").waitFor();
    const tags = await menu("Tags");
    await tags.getByLabel("Find or name a tag").fill("soon");
    await tags.getByLabel("Find or name a tag").press("Enter");
    await tags.getByRole("button", { name: "@old", pressed: true }).click();
    await expect
      .poll(async () => (await all()).map(({ project, tags: of }) => [project, ...of].join()))
      .toEqual(Array(3).fill("Garden,soon"));
    await page.keyboard.press("Escape");
    await page.keyboard.press("t");
    const dates = page.getByRole("group", { name: "Date", exact: true });
    await dates.getByLabel("Another day").fill("buy milk");
    await dates.getByLabel("Another day").press("Enter");
    await dates.getByRole("alert").waitFor();
    await dates.getByLabel("Another day").fill("1 feb 2036");
    expect(await faultsOf(page)).toEqual([]);
    await dates.getByLabel("Another day").press("Enter");
    await expect
      .poll(async () => (await all()).map(({ due }) => due?.at))
      .toEqual(Array(3).fill("2036-02-01T09:30"));
    await page.keyboard.press("Control+z");
    await expect
      .poll(async () => (await all()).map(({ due }) => due?.at))
      .toEqual(Array(3).fill("2036-01-01T09:30"));
  });

  test("with parts and repeating ones end together and come back together; what has gone is no longer selected", async () => {
    const person = await signUp(url);
    const house = await person.create({ title: "House", priority: 1 });
    await person.create({ title: "Roof", parentId: house.id });
    await person.create({ title: "Door", parentId: house.id });
    const due = { kind: "day", at: "2036-01-01" } as const;
    const recurrence = { rrule: "FREQ=WEEKLY", anchor: "schedule", overflow: "clamp" } as const;
    await person.create({ title: "Water", due, recurrence });
    const gone = await person.create({ title: "Gone soon" });
    const page = await visitors.openAs(person);
    await rowOf(page, "Gone soon").waitFor();
    await page.keyboard.press("Control+a");
    await bar(page).getByText("5 selected").waitFor();
    await person.remove(gone.id);
    await bar(page).getByText("4 selected").waitFor();
    await bar(page).getByRole("button", { name: "Complete" }).click();
    await page.getByText("Completed 4 tasks.").waitFor();
    expect(await openTitles(person)).toEqual(["Water"]);
    expect((await person.list({ status: "open" }))[0]?.due?.at).toBe("2036-01-08");
    await undo(page, "Completed 4 tasks.").click();
    await expect.poll(() => openTitles(person)).toEqual(["Door", "House", "Roof", "Water"]);
    expect(
      (await person.list({ status: "open" })).find(({ title }) => title === "Water")?.due?.at,
    ).toBe("2036-01-01");
  });

  test("wait without a line, are said at once, and can be taken back before they are sent", async () => {
    const { person, page, titles } = await withTasks(4);
    const { context } = { context: page.context() };
    await page.keyboard.press("Control+a");
    await bar(page).waitFor();
    await context.setOffline(true);
    await page.getByText("Offline", { exact: true }).waitFor();
    await page.keyboard.press("e");
    await undo(page, "Completed 4 tasks.").click();
    await rowOf(page, "Task 04").waitFor();
    await page.keyboard.press("Control+a");
    await page.keyboard.press("Delete");
    await rowOf(page, "Task 04").waitFor({ state: "detached" });
    await context.setOffline(false);
    await isLive(page, 30_000);
    await expect.poll(() => openTitles(person)).toEqual([]);
    await page.keyboard.press("Control+z");
    await expect.poll(() => openTitles(person)).toEqual(titles);
  });

  test("on a phone a long press selects, and a tap then selects more; the bar covers no row for good", async () => {
    const { page, titles } = await withTasks(20, {}, phone);
    const press = {
      pointerType: "touch",
      isPrimary: true,
      bubbles: true,
      clientX: 99,
      clientY: 99,
    };
    await rowOf(page, "Task 01").dispatchEvent("pointerdown", press);
    await bar(page).getByText("1 selected").waitFor();
    await rowOf(page, "Task 01").dispatchEvent("pointerup", press);
    await rowOf(page, "Task 01").dispatchEvent("click");
    await rowOf(page, "Task 03").tap();
    expect(await selected(page)).toEqual(["Task 01", "Task 03"]);
    // A finger that moves scrolls.
    await rowOf(page, "Task 02").dispatchEvent("pointerdown", press);
    await rowOf(page, "Task 02").dispatchEvent("pointermove", { ...press, clientY: 160 });
    await rowOf(page, "Task 02").dispatchEvent("pointerup", press);
    expect(await faultsOf(page)).toEqual([]);
    await page.locator("#list").evaluate((list) => list.scrollTo(0, list.scrollHeight));
    const last = await rowOf(page, titles.at(-1) ?? "").boundingBox();
    const over = await bar(page).boundingBox();
    expect((last?.y ?? 0) + (last?.height ?? 0)).toBeLessThanOrEqual(over?.y ?? 0);
    expect(await selected(page)).not.toContain("Task 02");
    await bar(page).getByRole("button", { name: "Clear" }).click();
    await bar(page).waitFor({ state: "detached" });
  });
});
