// The sections of a project, in a real browser: made, named, moved and taken away where they stand, filled by words and by dragging.
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { type Person, signUp } from "../client.ts";
import { sharedStack } from "../stack.ts";
import { faultsOf } from "./axe.ts";
import { isLive, phone, rowOf, useVisitors, wide, withoutChromium } from "./visitors.ts";

const { url } = sharedStack();

/** Headings and titles, from top to bottom. */
const lines = (page: Page): Promise<string[]> =>
  page
    .locator(".group__name, .task .task__title")
    .evaluateAll((all) =>
      all.map((one) => (one.textContent ?? "").replace(/\s*\d+\s*$/, "").trim()),
    );
const undo = (page: Page, text: string) =>
  page.locator(".notice", { hasText: text }).getByRole("button", { name: "Undo" });

const sectionOf = async (person: Person, title: string) =>
  (await person.list()).find((task) => task.title === title)?.section;

describe.skipIf(withoutChromium)("the sections of a project", () => {
  const visitors = useVisitors(url);

  const visit = async (person: Person, options = wide): Promise<Page> => {
    const page = await visitors.openAs(person, options);
    await page.goto(`${url}/project/House`);
    await isLive(page);
    return page;
  };
  const addSection = async (page: Page, name: string): Promise<void> => {
    await page.getByRole("button", { name: "Add section" }).click();
    await page.getByLabel("Name of the section").fill(name);
    await page.getByLabel("Name of the section").press("Enter");
    await page.getByRole("heading", { name }).waitFor();
  };

  test("are added, renamed with their tasks, moved and deleted, each with one Undo, on every device", async () => {
    const person = await signUp(url);
    await person.create({ title: "Rent", project: "House" });
    const [page, other] = [await visit(person), await visit(person)];
    expect(await lines(page)).toEqual(["Tasks", "Rent"]);
    await addSection(page, "Kitchen");
    await addSection(page, "Cellar");
    await person.create({ title: "Lamp", project: "House", section: "Cellar" });
    await expect
      .poll(() => lines(other))
      .toEqual(["No section", "Rent", "Kitchen", "Cellar", "Lamp"]);
    expect(await faultsOf(page)).toEqual([]);

    await page.getByRole("button", { name: "Change section Cellar" }).click();
    await page.getByLabel("Name of the section").fill("Basement");
    expect(await faultsOf(page)).toEqual([]);
    await page.getByLabel("Name of the section").press("Enter");
    await page.getByText("Renamed section Cellar to Basement. 1 task changed with it.").waitFor();
    await expect.poll(() => sectionOf(person, "Lamp")).toBe("Basement");
    await page.getByRole("button", { name: "Change section Basement" }).click();
    await page.getByRole("button", { name: "Move up" }).click();
    await expect
      .poll(() => lines(other))
      .toEqual(["No section", "Rent", "Basement", "Lamp", "Kitchen"]);
    await page.getByRole("button", { name: "Delete section" }).click();
    await expect.poll(() => lines(other)).toEqual(["No section", "Rent", "Lamp", "Kitchen"]);
    await undo(page, "Deleted section Basement.").click();
    await expect
      .poll(() => lines(other))
      .toEqual(["No section", "Rent", "Basement", "Lamp", "Kitchen"]);
  });

  test("a name that is there already is refused, and says so", async () => {
    const person = await signUp(url);
    await person.create({ title: "Rent", project: "House" });
    const page = await visit(person);
    await addSection(page, "Kitchen");
    await page.getByRole("button", { name: "Add section" }).click();
    await page.getByLabel("Name of the section").fill("kitchen");
    await page.getByLabel("Name of the section").press("Enter");
    expect(await page.getByRole("alert").textContent()).toMatch(/kitchen/i);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Add section" }).waitFor();
  });

  test("take new tasks by a line of their own and by /name, and others by dragging and by keys", async () => {
    const person = await signUp(url);
    for (const title of ["Rent", "Paint"]) await person.create({ title, project: "House" });
    const page = await visit(person);
    await addSection(page, "Kitchen");
    await addSection(page, "Cellar room");
    await page.getByRole("button", { name: "Add task to Kitchen" }).click();
    await page.keyboard.type("Tiles");
    await page.keyboard.press("Enter");
    await rowOf(page, "Tiles").waitFor();
    const line = page.getByLabel("New task");
    await line.fill("Lamp /cel");
    await page.getByRole("option", { name: /Cellar room/ }).waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    expect(await line.inputValue()).toBe("Lamp /Cellar room ");
    await page.getByRole("button", { name: "/Cellar room, section" }).waitFor();
    await page.keyboard.press("Enter");
    await rowOf(page, "Lamp").waitFor();
    await expect
      .poll(() => lines(page))
      .toEqual(["No section", "Rent", "Paint", "Kitchen", "Tiles", "Cellar room", "Lamp"]);

    await page.locator('li[data-task][draggable="true"]').first().waitFor();
    const [from, to] = [
      await rowOf(page, "Rent").boundingBox(),
      await rowOf(page, "Tiles").boundingBox(),
    ];
    if (from === null || to === null) throw new Error("not in view");
    await page.mouse.move(from.x + 90, from.y + 18);
    await page.mouse.down();
    await page.mouse.move(from.x + 94, from.y + 24);
    await page.mouse.move(to.x + 90, to.y + 4, { steps: 4 });
    await page.mouse.move(to.x + 90, to.y + 3);
    await page.locator(".drop-line").waitFor({ state: "attached" });
    await page.mouse.up();
    await expect
      .poll(() => lines(page))
      .toEqual(["No section", "Paint", "Kitchen", "Rent", "Tiles", "Cellar room", "Lamp"]);
    await rowOf(page, "Tiles").focus();
    await page.keyboard.press("Alt+ArrowDown");
    await expect
      .poll(() => lines(page))
      .toEqual(["No section", "Paint", "Kitchen", "Rent", "Cellar room", "Tiles", "Lamp"]);
    await undo(page, "Moved 1 task to Cellar room.").click();
    await expect.poll(() => sectionOf(person, "Tiles")).toBe("Kitchen");
  });

  test("can be used on a phone", async () => {
    const person = await signUp(url);
    await person.create({ title: "Rent", project: "House" });
    const page = await visit(person, { ...phone, viewport: { width: 320, height: 640 } });
    await addSection(page, "Kitchen");
    await page.getByRole("button", { name: "Change section Kitchen" }).tap();
    expect(await faultsOf(page)).toEqual([]);
    const wider = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    expect(wider).toBe(false);
    await page.getByRole("button", { name: "Delete section" }).tap();
    await page.getByRole("heading", { name: "Kitchen" }).waitFor({ state: "detached" });
  });
});
