// The search in a real browser: what the page has at once, then what only the server has; lists and commands.
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { signUp } from "../client.ts";
import { sharedStack } from "../stack.ts";
import { phone, rowOf, useVisitors, withoutChromium } from "./visitors.ts";

const { url } = sharedStack();
const search = (page: Page) => page.getByRole("dialog", { name: "Search" });
const input = (page: Page) => search(page).getByRole("combobox");
const option = (page: Page, name: string | RegExp) => search(page).getByRole("option", { name });
const panel = (page: Page) => page.getByRole("region", { name: "Task", exact: true });
const pathOf = (page: Page): string => new URL(page.url()).pathname;

describe.skipIf(withoutChromium)("the search", () => {
  const visitors = useVisitors(url);

  test("opens by Ctrl+K, also while one types, and a hit opens the task by the keyboard", async () => {
    const person = await signUp(url);
    await person.create({ title: "Call the dentist" });
    await person.create({ title: "Dentist bill", tags: ["money"] });
    const page = await visitors.openAs(person);
    await rowOf(page, "Dentist bill").waitFor();
    await page.getByLabel("New task").fill("half a line");
    await page.keyboard.press("Control+k");
    await input(page).fill("dent");
    await option(page, /Dentist bill/).waitFor();
    await option(page, /Call the dentist/).waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await panel(page).getByRole("heading", { name: "Call the dentist" }).waitFor();
    expect(await search(page).count()).toBe(0);
    expect(await page.getByLabel("New task").inputValue()).toBe("half a line");
  });

  test("finds what is in the trash too, and says where it is", async () => {
    const person = await signUp(url);
    const { id } = await person.create({ title: "Sell the sofa" });
    await person.remove(id);
    const page = await visitors.openAs(person);
    await page.getByRole("button", { name: "Search", exact: true }).click();
    await input(page).fill("sofa");
    await option(page, /Sell the sofa in the trash/).click();
    await panel(page).getByText("This task is in the trash.").waitFor();
    expect(pathOf(page)).toBe(`/task/${id}`);
  });

  test("goes to projects, tags and lists, and does what it is told", async () => {
    const person = await signUp(url);
    await person.create({ title: "One", project: "Garden", tags: ["errand"] });
    const page = await visitors.openAs(person);
    await rowOf(page, "One").waitFor();
    const choose = async (text: string, name: string | RegExp): Promise<void> => {
      await page.keyboard.press("Control+k");
      await input(page).fill(text);
      await option(page, name).click();
      await search(page).waitFor({ state: "detached" });
    };
    await choose("gard", /^Garden$/);
    await page.getByRole("heading", { level: 1, name: "Garden" }).waitFor();
    await choose("erra", /^errand$/);
    expect(pathOf(page)).toBe("/tag/errand");
    await choose("upc", /^Upcoming/);
    expect(pathOf(page)).toBe("/upcoming");
    await choose("dark", "Dark colours");
    expect(await page.locator("html").getAttribute("data-theme")).toBe("dark");
    await choose("hide", "Hide the chat");
    await expect.poll(() => page.getByLabel("Message to Punctual").isVisible()).toBe(false);
    await choose("talk", /^Talk to Punctual/);
    expect(
      await page.getByLabel("Message to Punctual").evaluate((at) => at === document.activeElement),
    ).toBe(true);
    await choose("settings", "Settings");
    await page.getByRole("form", { name: "Settings" }).waitFor();
  });

  test("says when nothing is called so, and Esc gives the focus back", async () => {
    const page = await visitors.openAs(await signUp(url));
    await page.getByLabel("New task").focus();
    await page.keyboard.press("Control+k");
    await input(page).fill("zzzz");
    await search(page).getByText("Nothing is called like that.").waitFor();
    await page.keyboard.press("Escape");
    await search(page).waitFor({ state: "detached" });
    expect(await page.getByLabel("New task").evaluate((at) => at === document.activeElement)).toBe(
      true,
    );
  });

  test("is in reach of a thumb on a phone", async () => {
    const person = await signUp(url);
    await person.create({ title: "Buy bread" });
    const page = await visitors.openAs(person, phone);
    await page.getByRole("button", { name: "Find", exact: true }).tap();
    await input(page).fill("bread");
    await option(page, /Buy bread/).tap();
    await panel(page).getByRole("form").waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });
});
