// Tasks put elsewhere, in a real browser: dragged and by keys, in order, to another day, to a list, under another task.
import type { Locator, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { addDays } from "../../web/time/zone.ts";
import { type Person, signUp } from "../client.ts";
import { sharedStack } from "../stack.ts";
import { faultsOf } from "./axe.ts";
import { isLive, rowOf, useVisitors, withoutChromium } from "./visitors.ts";

const { url } = sharedStack();

const titles = (page: Page): Promise<string[]> =>
  page.locator(".task .task__title").allTextContents();
const undo = (page: Page, text: string) =>
  page.locator(".notice", { hasText: text }).getByRole("button", { name: "Undo" });

type To = { x?: number; y?: number };

/** Takes a row by its title and holds it over something: `y` of 0 is its upper edge, 1 the lower one; `x` is how far to the side, px. */
const hold = async (page: Page, from: Locator, to: Locator, { x = 0, y = 0.5 }: To = {}) => {
  const [a, b] = [await from.boundingBox(), await to.boundingBox()];
  if (a === null || b === null) throw new Error("not in view");
  const start = { x: a.x + 90, y: a.y + 18 };
  const isSide = b.x + b.width < a.x;
  const end = { x: isSide ? b.x + b.width / 2 : start.x + x, y: b.y + b.height * y };
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(start.x + 4, start.y + 6);
  await page.mouse.move(end.x, end.y - 3, { steps: 4 });
  await page.mouse.move(end.x, end.y);
};
const drag = async (page: Page, from: Locator, to: Locator, how: To = {}) => {
  await hold(page, from, to, how);
  await page.locator(".drop-line, .is-target").waitFor({ state: "attached" });
  await page.mouse.up();
};
/** The dragging comes a moment after the list. */
const isDraggable = (page: Page) =>
  page.locator('li[data-task][draggable="true"]').first().waitFor();

describe.skipIf(withoutChromium)("moving tasks", () => {
  const visitors = useVisitors(url);

  const at = async (person: Person, path: string): Promise<Page> => {
    const page = await visitors.openAs(person);
    await page.goto(`${url}${path}`);
    await isLive(page);
    await isDraggable(page);
    return page;
  };
  const inProject = async (...names: string[]) => {
    const person = await signUp(url);
    for (const title of names) await person.create({ title, project: "Trip" });
    return { person, page: await at(person, "/project/Trip") };
  };

  test("a row is dragged to another place, and every device has the order; Ctrl+Z brings it back", async () => {
    const { person, page } = await inProject("A", "B", "C", "D");
    const other = await at(person, "/project/Trip");
    expect(await titles(page)).toEqual(["A", "B", "C", "D"]);
    await drag(page, rowOf(page, "D"), rowOf(page, "B"), { y: 0.2 });
    await expect.poll(() => titles(page)).toEqual(["A", "D", "B", "C"]);
    await expect.poll(() => titles(other)).toEqual(["A", "D", "B", "C"]);
    await drag(page, rowOf(page, "A"), rowOf(page, "C"), { y: 0.8 });
    await expect.poll(() => titles(other)).toEqual(["D", "B", "C", "A"]);
    await page.keyboard.press("Control+z");
    await expect.poll(() => titles(other)).toEqual(["A", "D", "B", "C"]);
  });

  test("Esc lets go of it where it was", async () => {
    const { page } = await inProject("A", "B", "C");
    await hold(page, rowOf(page, "C"), rowOf(page, "A"), { y: 0.2 });
    await page.locator(".drop-line").waitFor({ state: "attached" });
    const [line, first] = [
      await page.locator(".drop-line").boundingBox(),
      await rowOf(page, "A").boundingBox(),
    ];
    expect(Math.abs((line?.y ?? 0) - (first?.y ?? 99))).toBeLessThan(4);
    await page.keyboard.press("Escape");
    await page.mouse.up();
    await page.locator(".drop-line").waitFor({ state: "detached" });
    expect(await titles(page)).toEqual(["A", "B", "C"]);
  });

  test("all that is selected is dragged together, also under another task, with one Undo", async () => {
    const { person, page } = await inProject("A", "B", "C", "D");
    await rowOf(page, "B").click({ modifiers: ["ControlOrMeta"] });
    await rowOf(page, "D").click({ modifiers: ["ControlOrMeta"] });
    await drag(page, rowOf(page, "D"), rowOf(page, "A"), { y: 0.8, x: 40 });
    await undo(page, "Made 2 tasks parts of “A”.").waitFor();
    await expect.poll(() => titles(page)).toEqual(["A", "B", "D", "C"]);
    const parts = async () =>
      (await person.list()).filter(({ parentId }) => parentId !== null).map(({ title }) => title);
    expect((await parts()).toSorted()).toEqual(["B", "D"]);
    await undo(page, "Made 2 tasks parts of “A”.").click();
    await expect.poll(parts).toEqual([]);
    await expect.poll(() => titles(page)).toEqual(["A", "B", "C", "D"]);
  });

  test("to another day: the time stays, and of what repeats only that date moves", async () => {
    const person = await signUp(url);
    const today = new Date().toISOString().slice(0, 10);
    const [first, second] = [addDays(today, 2), addDays(today, 3)];
    const due = { kind: "fixed", at: `${first}T17:00`, zone: "Europe/Berlin" } as const;
    const recurrence = { rrule: "FREQ=DAILY", anchor: "schedule", overflow: "clamp" } as const;
    const call = await person.create({ title: "Call", due, recurrence });
    await person.create({ title: "There", due: { kind: "day", at: second } });
    const page = await at(person, "/upcoming");
    await drag(page, rowOf(page, "Call"), rowOf(page, "There"), { y: 0.8 });
    await page.locator(".notice", { hasText: "Moved 1 task to" }).waitFor();
    const moved = await person.read(call.id);
    expect(moved.due).toEqual({ ...due, at: `${second}T17:00` });
    expect(moved.recurrence?.rrule).toBe(call.recurrence?.rrule);
    expect(moved.occurrence?.slot).toBe(call.occurrence?.slot);
  });

  test("to a project, a tag, the inbox and today in the sidebar", async () => {
    const person = await signUp(url);
    const today = new Date().toISOString().slice(0, 10);
    await person.create({ title: "Nail", project: "Home", tags: ["shop"] });
    for (const title of ["Paint", "Brush"]) await person.create({ title });
    const page = await at(person, "/");
    const side = page.getByRole("navigation", { name: "Lists, projects and tags" });
    const one = async (title: string) => (await person.list()).find((task) => task.title === title);
    await rowOf(page, "Paint").click({ modifiers: ["ControlOrMeta"] });
    await rowOf(page, "Brush").click({ modifiers: ["ControlOrMeta"] });
    await drag(page, rowOf(page, "Paint"), side.getByRole("link", { name: /^Home/ }));
    await page.getByText("Moved 2 tasks to #Home.").waitFor();
    await drag(page, rowOf(page, "Brush"), side.getByRole("link", { name: /^shop/ }));
    await page.getByText("Tagged 2 tasks @shop.").waitFor();
    expect(await one("Paint")).toMatchObject({ project: "Home", tags: ["shop"] });
    await page.keyboard.press("Escape");
    await drag(page, rowOf(page, "Nail"), side.getByRole("link", { name: /^Inbox/ }));
    await expect.poll(async () => (await one("Nail"))?.project).toBeNull();
    await drag(page, rowOf(page, "Nail"), side.getByRole("link", { name: /^Today/ }));
    await expect.poll(async () => (await one("Nail"))?.due).toEqual({ kind: "day", at: today });
    await undo(page, "Tagged 2 tasks @shop.").waitFor({ state: "detached" });
  });

  test("by keys: up, down, in and out, said to who does not see it, the focus stays", async () => {
    const { person, page } = await inProject("A", "B", "C");
    const focused = () =>
      page.evaluate(() => document.activeElement?.querySelector(".task__title")?.textContent);
    await rowOf(page, "C").focus();
    await page.keyboard.press("Alt+ArrowUp");
    await expect.poll(() => titles(page)).toEqual(["A", "C", "B"]);
    await page.getByText("“C”: now after “A”.").waitFor();
    await expect.poll(focused).toBe("C");
    await page.keyboard.press("Alt+ArrowRight");
    await page.locator('li[data-depth="1"]', { hasText: "C" }).waitFor();
    await page.getByText("Made “C” a part of “A”.").first().waitFor();
    await expect.poll(focused).toBe("C");
    expect(await faultsOf(page)).toEqual([]);
    expect(new URL(page.url()).pathname).toBe("/project/Trip");
    await page.keyboard.press("Alt+ArrowLeft");
    await page.locator('li[data-depth="0"]', { hasText: "C" }).waitFor();
    await page.keyboard.press("Alt+ArrowDown");
    await expect.poll(() => titles(page)).toEqual(["A", "B", "C"]);
    await page.keyboard.press("Alt+ArrowDown");
    await page.getByText("No further.").waitFor({ state: "attached" });
    await expect
      .poll(async () => (await person.list()).every(({ parentId }) => parentId === null))
      .toBe(true);
  });

  test("a long list scrolls under what is dragged, though the row it began on is drawn no more", async () => {
    const names = Array.from({ length: 120 }, (_, n) => `T${String(n).padStart(3, "0")}`);
    const person = await signUp(url);
    for (const [position, title] of names.entries())
      await person.create({ title, project: "Trip", position });
    const page = await at(person, "/project/Trip");
    const list = page.locator("#list");
    const [box, row] = [await list.boundingBox(), await rowOf(page, "T000").boundingBox()];
    if (box === null || row === null) throw new Error("not in view");
    await hold(page, rowOf(page, "T000"), rowOf(page, "T003"));
    const edge = { x: row.x + 90, y: box.y + box.height - 8 };
    await page.mouse.move(edge.x, edge.y);
    const scrolled = async () => {
      await page.mouse.move(edge.x + Math.random() * 4, edge.y);
      return list.evaluate(({ scrollTop }) => scrollTop);
    };
    await expect.poll(scrolled, { timeout: 15_000 }).toBeGreaterThan(1_500);
    await page.mouse.move(edge.x, box.y + box.height / 2, { steps: 3 });
    expect(await rowOf(page, "T000").count()).toBe(0);
    await page.locator(".drop-line").waitFor({ state: "attached" });
    await page.mouse.up();
    const place = async () =>
      (await person.list())
        .toSorted((a, b) => a.position - b.position)
        .findIndex(({ title }) => title === "T000");
    await expect
      .poll(() => titles(page).then((all) => all.indexOf("T000")), { timeout: 15_000 })
      .toBeGreaterThan(0);
    await expect.poll(place, { timeout: 15_000 }).toBeGreaterThan(20);
  });

  test("in a list that is sorted otherwise a drag keeps what one sees and sorts by hand from then on", async () => {
    const person = await signUp(url);
    for (const title of ["Pear", "Apple", "Fig"]) await person.create({ title, tags: ["fruit"] });
    const page = await at(person, "/tag/fruit");
    await page.getByRole("button", { name: "How the list is shown" }).click();
    await page.getByLabel("Sort by").selectOption("Title");
    await page.keyboard.press("Escape");
    await expect.poll(() => titles(page)).toEqual(["Apple", "Fig", "Pear"]);
    await drag(page, rowOf(page, "Pear"), rowOf(page, "Apple"), { y: 0.2 });
    await expect.poll(() => titles(page)).toEqual(["Pear", "Apple", "Fig"]);
    await page.getByRole("button", { name: "How the list is shown" }).click();
    expect(await page.getByLabel("Sort by").inputValue()).toBe("hand");
    await page.keyboard.press("Escape");
    await undo(page, "“Pear”: now first. Sorted by hand now.").click();
    await expect.poll(() => titles(page)).toEqual(["Apple", "Fig", "Pear"]);
    await page.getByRole("button", { name: "How the list is shown" }).click();
    expect(await page.getByLabel("Sort by").inputValue()).toBe("title");
  });
});
