// Taking back in a real browser: a message's changes by one button, the last change of the page by a key, and the question when a field
// has changed since.
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { type Person, signUp } from "../client.ts";
import { sharedStack } from "../stack.ts";
import { rowOf, say, tickOf, useVisitors, withoutChromium } from "./visitors.ts";

const { url } = sharedStack();

const lastTurn = (page: Page) => page.locator(".exchange").last();
const turnOf = (page: Page, message: string) =>
  page
    .locator(".exchange")
    .filter({ has: page.locator(".bubble--me").filter({ hasText: message }) });

describe.skipIf(withoutChromium)("undo", () => {
  const visitors = useVisitors(url);

  /** A new person with two windows open. */
  const twoWindows = async (): Promise<{ person: Person; page: Page; other: Page }> => {
    const person = await signUp(url);
    const [page, other] = await Promise.all([visitors.openAs(person), visitors.openAs(person)]);
    return { person, page, other };
  };

  test("one button takes back all a message changed, shows it so everywhere, and brings it back", async () => {
    const { page, other } = await twoWindows();
    const message = "Add milk, eggs and bread as separate tasks";
    await say(page, message);
    for (const title of ["milk", "eggs", "bread"]) await rowOf(other, title).waitFor();
    await turnOf(page, message).getByRole("button", { name: "Undo" }).click();
    for (const title of ["milk", "eggs", "bread"])
      await rowOf(other, title).waitFor({ state: "detached" });
    for (const window of [page, other])
      await turnOf(window, message).getByText("Taken back").waitFor();
    await turnOf(other, message).getByRole("button", { name: "Redo" }).click();
    for (const title of ["milk", "eggs", "bread"]) await rowOf(page, title).waitFor();
    await turnOf(page, message).getByRole("button", { name: "Undo" }).waitFor();
    expect(await turnOf(page, message).getByText("Taken back").count()).toBe(0);
  });

  test("Ctrl+Z takes back the last change of this page, also one made by a click", async () => {
    const { person, page } = await twoWindows();
    const { id } = await person.create({ title: "Pay the rent" });
    await tickOf(page, "Pay the rent").click();
    await page.getByText("Completed “Pay the rent”.").waitFor();
    await page.keyboard.press("Control+z");
    await tickOf(page, "Pay the rent").waitFor();
    await expect.poll(async () => (await person.read(id)).status).toBe("open");
    await page.keyboard.press("Control+Shift+z");
    await expect.poll(async () => (await person.read(id)).status).toBe("done");
  });

  test("a field changed since is asked about, and the answer is followed", async () => {
    const { person, page } = await twoWindows();
    const task = await person.create({ title: "Dentist", priority: 3 });
    await say(page, "Make dentist p1");
    await person.patch(task.id, { priority: 2 });
    await rowOf(page, "Dentist").getByText("p2", { exact: true }).waitFor();
    await lastTurn(page).getByRole("button", { name: "Undo" }).click();
    const answers = page.getByRole("list", { name: "Suggested answers" }).getByRole("button");
    await expect.poll(() => answers.count()).toBeGreaterThan(1);
    expect((await person.read(task.id)).priority).toBe(2);
    await answers.filter({ hasText: "Go back" }).click();
    await expect.poll(async () => (await person.read(task.id)).priority).toBe(3);
  });

  test("an entry of a task's history can be taken back", async () => {
    const { person, page } = await twoWindows();
    const { id } = await person.create({ title: "Water plants", project: "home" });
    await person.patch(id, { project: "garden" });
    await rowOf(page, "Water plants").hover();
    await page.getByRole("button", { name: "History of Water plants" }).click();
    const entry = page
      .getByRole("dialog")
      .getByRole("listitem")
      .filter({ hasText: "Project changed" });
    await entry.getByRole("button", { name: "Undo" }).first().click();
    await expect.poll(async () => (await person.read(id)).project).toBe("home");
  });
});
