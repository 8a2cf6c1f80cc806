// The page by the keyboard alone, in a real browser.
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { type Person, signUp } from "../client.ts";
import { sharedStack } from "../stack.ts";
import { isLive, rowOf, useVisitors, withoutChromium } from "./visitors.ts";

const { url } = sharedStack();
const focusedTask = (page: Page): Promise<string | null> =>
  page.evaluate(
    () =>
      document.activeElement?.closest("li[data-task]")?.querySelector(".task__title")
        ?.textContent ?? null,
  );
const pathOf = (page: Page): string => new URL(page.url()).pathname;

describe.skipIf(withoutChromium)("the keys", () => {
  const visitors = useVisitors(url);

  /** Tasks by priority, so that their order is known. */
  const withTasks = async (): Promise<{ person: Person; page: Page }> => {
    const person = await signUp(url);
    for (const [at, title] of ["First", "Second", "Third"].entries())
      await person.create({ title, priority: at + 1 });
    const page = await visitors.openAs(person);
    await rowOf(page, "Third").waitFor();
    return { person, page };
  };

  test("j, k and the arrows go from task to task; Enter opens one, Esc leads back to it", async () => {
    const { page } = await withTasks();
    for (const key of ["j", "j", "ArrowDown", "j"]) await page.keyboard.press(key);
    expect(await focusedTask(page)).toBe("Third");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("k");
    expect(await focusedTask(page)).toBe("First");
    await page.keyboard.press("Enter");
    await page.getByRole("form", { name: "Details of First" }).waitFor();
    await page.keyboard.press("Escape");
    await expect.poll(() => focusedTask(page)).toBe("First");
  });

  test("e and Space complete, Del deletes, a number says how urgent; the focus goes on to the next task", async () => {
    const { person, page } = await withTasks();
    await page.keyboard.press("j");
    await page.keyboard.press("e");
    await page.getByText("Completed “First”.").waitFor();
    expect(await focusedTask(page)).toBe("Second");
    await page.keyboard.press("1");
    await rowOf(page, "Second").getByText("p1", { exact: true }).waitFor();
    await page.keyboard.press("Delete");
    await page.getByText("Moved “Second” to the trash.").waitFor();
    expect(await focusedTask(page)).toBe("Third");
    await page.keyboard.press(" ");
    await page.getByText("Completed “Third”.").waitFor();
    await page.keyboard.press("Control+z");
    await rowOf(page, "Third").waitFor();
    await expect
      .poll(async () => (await person.list({ status: "open" })).map(({ title }) => title))
      .toEqual(["Third"]);
  });

  test("g and a letter go to the lists, ? shows all keys", async () => {
    const { page } = await withTasks();
    for (const [keys, path] of [
      ["gt", "/today"],
      ["gu", "/upcoming"],
      ["gi", "/inbox"],
      ["gd", "/done"],
      ["ga", "/"],
    ] as const) {
      await page.keyboard.type(keys);
      await expect.poll(() => pathOf(page)).toBe(path);
    }
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "Keys" }).getByText("Next task").waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
  });

  test("are letters where one types, and belong to an input method while it composes", async () => {
    const { page } = await withTasks();
    const line = page.getByLabel("New task");
    await line.focus();
    await page.keyboard.type("jgt?e");
    expect(await line.inputValue()).toBe("jgt?e");
    expect(pathOf(page)).toBe("/");
    await line.fill("");
    await page.keyboard.press("Escape");

    await page.getByRole("button", { name: "First", exact: true }).click();
    const title = page.getByLabel("New title of First");
    await title.fill("はじめ");
    const compose = (key: string) =>
      title.evaluate(
        (input, pressed) =>
          input.dispatchEvent(
            new KeyboardEvent("keydown", { key: pressed, isComposing: true, bubbles: true }),
          ),
        key,
      );
    await compose("Enter");
    await compose("Escape");
    expect(await title.inputValue()).toBe("はじめ");
    await title.press("Enter");
    await rowOf(page, "はじめ").waitFor();
  });

  test("n leads to the line for a new task, also from lists that have none", async () => {
    const { page } = await withTasks();
    for (const path of ["/done", "/trash"]) {
      await page.goto(`${url}${path}`);
      await isLive(page);
      await page.keyboard.press("n");
      await page.keyboard.type("From there");
      expect(await page.getByLabel("New task").inputValue()).toBe("From there");
      expect(pathOf(page)).toBe("/");
      await page.getByLabel("New task").fill("");
    }
  });

  test("a task that is deleted beside the list leaves the focus in the list", async () => {
    const { page } = await withTasks();
    await page.getByRole("button", { name: "Details of First" }).click();
    const form = page.getByRole("form", { name: "Details of First" });
    await form.getByRole("button", { name: "Delete", exact: true }).click();
    await form.waitFor({ state: "detached" });
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("list");
  });

  test("Esc closes one thing, the last that was opened", async () => {
    const { page } = await withTasks();
    const form = page.getByRole("form", { name: "Details of First" });
    const menu = page.getByRole("group", { name: "How the list is shown" });
    await page.getByRole("button", { name: "Details of First" }).click();
    await form.waitFor();
    await page.getByRole("button", { name: "How the list is shown" }).click();
    await menu.waitFor();
    await page.keyboard.press("Escape");
    await menu.waitFor({ state: "detached" });
    await page.getByLabel("Message to Punctual").press("Escape");
    expect(await form.isVisible()).toBe(true);
    await page.keyboard.press("Escape");
    await form.waitFor({ state: "detached" });
  });

  test("the first stop of the page leads past all others to the list", async () => {
    const { page } = await withTasks();
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Skip to the list");
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("list");
  });
});
