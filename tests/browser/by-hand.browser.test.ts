// The list worked by hand in a real browser, with a second one watching.
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { type Person, signUp } from "../client.ts";
import { sharedStack } from "../stack.ts";
import { rowOf, tickOf, useVisitors, wide, withoutChromium } from "./visitors.ts";

const { url } = sharedStack();

describe.skipIf(withoutChromium)("the list", () => {
  const visitors = useVisitors(url);

  /** A new person with two windows open. */
  const twoWindows = async (): Promise<{ person: Person; page: Page; other: Page }> => {
    const person = await signUp(url);
    const [page, other] = await Promise.all([visitors.openAs(person), visitors.openAs(person)]);
    return { person, page, other };
  };

  const add = async (page: Page, title: string): Promise<void> => {
    await page.getByLabel("New task").fill(title);
    await page.getByLabel("New task").press("Enter");
  };

  test("a task typed in one window is added, renamed, detailed, completed and deleted in both", async () => {
    const { page, other } = await twoWindows();
    await add(page, "Water the plants");
    await rowOf(other, "Water the plants").waitFor();

    await page.getByRole("button", { name: "Water the plants", exact: true }).click();
    await page.getByLabel("New title of Water the plants").fill("Water all plants");
    await page.keyboard.press("Enter");
    await rowOf(other, "Water all plants").waitFor();

    await page.getByRole("button", { name: "Details of Water all plants" }).click();
    const details = page.getByRole("form", { name: "Details of Water all plants" });
    await details.getByRole("button", { name: /^Due:/ }).click();
    await page.getByLabel("Type a date").fill("4 May 2031 7:30");
    await page.getByLabel("Type a date").press("Enter");
    await details.getByRole("button", { name: /^p2,/ }).click();
    await details.getByRole("combobox", { name: "Project" }).fill("home");
    await details.getByRole("combobox", { name: "Tags" }).fill("garden, early");
    await details.getByLabel("Notes").fill("The fern needs little.");
    await page.keyboard.press("Escape"); // shown as they are meant
    await page.keyboard.press("Escape");
    const row = rowOf(other, "Water all plants");
    for (const words of ["Sun 4 May 2031 07:30", "p2", "#home", "@garden", "@early"])
      await row.getByText(words, { exact: true }).waitFor();

    await tickOf(page, "Water all plants").click();
    await other.getByRole("button", { name: /^Done/ }).click();
    expect(await tickOf(other, "Water all plants", true).isChecked()).toBe(true);

    await rowOf(other, "Water all plants").hover();
    await other.getByRole("button", { name: "Delete Water all plants" }).click();
    await page.getByText("A clear list.").waitFor();
  });

  test("a completion and a deletion can be undone", async () => {
    const { page, other } = await twoWindows();
    await add(page, "Pay the rent");
    await tickOf(page, "Pay the rent").click();
    await page.getByRole("button", { name: "Undo" }).click();
    await tickOf(page, "Pay the rent").waitFor();
    await rowOf(page, "Pay the rent").hover();
    await page.getByRole("button", { name: "Delete Pay the rent" }).click();
    await other.getByText("A clear list.").waitFor();
    await page.getByText("Moved “Pay the rent” to the trash.").waitFor();
    await page.getByRole("button", { name: "Undo" }).last().click();
    await rowOf(other, "Pay the rent").waitFor();
    expect(await tickOf(other, "Pay the rent").isChecked()).toBe(false);
  });

  test("what the server refuses is taken back with its reason", async () => {
    const person = await signUp(url);
    // A request that a service worker passes on is not held by `route`.
    const page = await visitors.openAs(person, { ...wide, serviceWorkers: "block" });
    await add(page, "Call mum");
    const tick = tickOf(page, "Call mum");
    await tick.waitFor();
    // Someone else is faster: the page's own completion is held until that is through.
    await page.route("**/complete", async (route) => {
      const [task] = await person.list();
      await person.post(task?.id ?? "", "/complete");
      await route.continue();
    });
    await tick.click();
    const notice = page.getByRole("alert");
    await notice.waitFor();
    expect(await notice.innerText()).toContain(
      "“Call mum” was not completed. The task is done already.",
    );
    await page.getByRole("button", { name: /^Done/ }).click();
    await tickOf(page, "Call mum", true).waitFor();
    expect(await page.locator(".task.is-waiting").count()).toBe(0);
  });

  test("a change made elsewhere is highlighted for a moment, one's own is not", async () => {
    const { page, other } = await twoWindows();
    await add(page, "Feed the cat");
    const fresh = (at: Page) => at.locator(".task.is-fresh", { hasText: "Feed the cat" });
    await fresh(other).waitFor();
    expect(await fresh(page).count()).toBe(0);
    await fresh(other).waitFor({ state: "detached" });
  });

  test("the list can be worked without a mouse", async () => {
    const { page } = await twoWindows();
    await page.keyboard.press("n");
    await page.keyboard.type("Read a chapter");
    await page.keyboard.press("Enter");
    await rowOf(page, "Read a chapter").waitFor();
    await page.keyboard.press("Escape");
    await page.keyboard.press("/");
    await page.keyboard.type("Mark read a chapter as complete");
    await page.keyboard.press("Enter");
    await page.getByText("Completed “Read a chapter”.").waitFor();
    await page.getByRole("button", { name: /^Done/ }).press("Enter");
    await page.getByRole("button", { name: "History of Read a chapter" }).press("Enter");
    await page.getByRole("dialog").getByText("Completed").waitFor();
    await page.keyboard.press("Escape");
    await expect.poll(() => page.getByRole("dialog").count()).toBe(0);
  });
});
