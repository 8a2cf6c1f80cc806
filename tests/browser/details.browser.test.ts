// A task's details worked on by two at once, in real browsers: nobody's change is lost, and nothing typed is.
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { type Person, signUp } from "../client.ts";
import { sharedStack } from "../stack.ts";
import { rowOf, useVisitors, withoutChromium } from "./visitors.ts";

const { url } = sharedStack();

const open = (page: Page, title: string) =>
  page.getByRole("button", { name: `Details of ${title}` }).click();
const formOf = (page: Page, title: string) =>
  page.getByRole("form", { name: `Details of ${title}` });
const save = (page: Page, title: string) =>
  formOf(page, title).getByRole("button", { name: "Save" }).click();
const conflictsIn = (page: Page) => page.getByRole("group", { name: "Changed elsewhere too" });

describe.skipIf(withoutChromium)("the details of a task", () => {
  const visitors = useVisitors(url);

  /** A task of a person who looks at its details. */
  const looking = async (title: string): Promise<{ person: Person; page: Page; id: string }> => {
    const person = await signUp(url);
    const { id } = await person.create({ title, description: "as it was", tags: ["old"] });
    const page = await visitors.openAs(person);
    await open(page, title);
    return { person, page, id };
  };

  test("a save sends what was changed here alone: what others changed meanwhile stays", async () => {
    const { person, page, id } = await looking("Paint the fence");
    await person.patch(id, { description: "green, two coats", tags: ["garden"] });
    await rowOf(page, "Paint the fence").getByText("@garden", { exact: true }).waitFor();
    await formOf(page, "Paint the fence").getByLabel("Priority").selectOption("1");
    await save(page, "Paint the fence");
    await rowOf(page, "Paint the fence").getByText("p1", { exact: true }).waitFor();
    await expect
      .poll(() => person.read(id))
      .toMatchObject({ priority: 1, description: "green, two coats", tags: ["garden"] });
  });

  test("fields that were not touched follow what others do, in the open form", async () => {
    const { person, page, id } = await looking("Plan the trip");
    const form = formOf(page, "Plan the trip");
    await form.getByLabel("Project").fill("holiday");
    await person.patch(id, { description: "by train", priority: 2 });
    await expect
      .poll(() => form.getByLabel("Notes", { exact: true }).inputValue())
      .toBe("by train");
    expect(await form.getByLabel("Priority").inputValue()).toBe("2");
    expect(await form.getByLabel("Project").inputValue()).toBe("holiday");
    expect(await conflictsIn(page).count()).toBe(0);
  });

  test("where both changed the same field both values are shown, and one is chosen", async () => {
    const { person, page, id } = await looking("Write the speech");
    const form = formOf(page, "Write the speech");
    await form.getByLabel("Notes", { exact: true }).fill("mine: begin with a joke");
    await form.getByLabel("Project").fill("wedding");
    await person.patch(id, { description: "theirs: begin with thanks", project: "work" });
    const conflicts = conflictsIn(page);
    await conflicts.getByText("theirs: begin with thanks").waitFor();
    await conflicts.getByText("mine: begin with a joke").waitFor();
    expect(await form.getByLabel("Notes", { exact: true }).inputValue()).toBe(
      "mine: begin with a joke",
    );

    await conflicts.getByRole("button", { name: "Keep mine: Notes" }).click();
    await conflicts.getByRole("button", { name: "Take theirs: Project" }).click();
    await conflicts.waitFor({ state: "detached" });
    await save(page, "Write the speech");
    await expect
      .poll(() => person.read(id))
      .toMatchObject({ description: "mine: begin with a joke", project: "work" });
  });

  test("a change that comes in while the save is on its way is not overwritten either", async () => {
    const { person, page, id } = await looking("Fix the bike");
    let first = true;
    await page.route(`**/api/v1/tasks/${id}`, async (route) => {
      if (first) await person.patch(id, { description: "theirs: new tyres", priority: 3 });
      first = false;
      await route.continue();
    });
    await formOf(page, "Fix the bike")
      .getByLabel("Notes", { exact: true })
      .fill("mine: oil the chain");
    await save(page, "Fix the bike");
    await page.getByRole("alert").getByText("“Fix the bike”").first().waitFor();
    expect(await person.read(id)).toMatchObject({ description: "theirs: new tyres" });
    await rowOf(page, "Fix the bike").getByRole("button", { name: "Choose" }).click();
    await conflictsIn(page).getByRole("button", { name: "Keep mine: Notes" }).click();
    await save(page, "Fix the bike");
    await expect
      .poll(() => person.read(id))
      .toMatchObject({ description: "mine: oil the chain", priority: 3 });
  });

  test("what was joined on its way is taken back alone", async () => {
    const { person, page, id } = await looking("Weed the beds");
    let first = true;
    await page.route(`**/api/v1/tasks/${id}`, async (route) => {
      if (first) await person.patch(id, { description: "theirs" });
      first = false;
      await route.continue();
    });
    await formOf(page, "Weed the beds").getByLabel("Priority").selectOption("1");
    await save(page, "Weed the beds");
    await expect
      .poll(() => person.read(id), { timeout: 10_000 })
      .toMatchObject({ priority: 1, description: "theirs" });
    await page.locator(".task.is-waiting").waitFor({ state: "detached" });
    await page.keyboard.press("Control+z");
    await expect
      .poll(() => person.read(id), { timeout: 10_000 })
      .toMatchObject({ priority: 4, description: "theirs" });
  });

  test("saved without a line it waits, and joins what others did meanwhile", async () => {
    const { person, page, id } = await looking("Sell the sofa");
    await page.context().setOffline(true);
    await page.getByText("Offline", { exact: true }).waitFor();
    await formOf(page, "Sell the sofa").getByLabel("Priority").selectOption("2");
    await save(page, "Sell the sofa");
    await person.patch(id, { tags: ["flat"], description: "250 at least" });
    await page.context().setOffline(false);
    await expect
      .poll(() => person.read(id), { timeout: 20_000 })
      .toMatchObject({ priority: 2, tags: ["flat"], description: "250 at least" });
  });

  test("saved without a line it is asked about where others changed the same", async () => {
    const { person, page, id } = await looking("Rent a van");
    await page.context().setOffline(true);
    await page.getByText("Offline", { exact: true }).waitFor();
    await formOf(page, "Rent a van").getByLabel("Project").fill("mine");
    await save(page, "Rent a van");
    await person.patch(id, { project: "theirs" });
    await page.context().setOffline(false);
    const row = page.locator(`[data-task="${id}"]`);
    await row.getByRole("button", { name: "Choose" }).click({ timeout: 30_000 });
    await conflictsIn(page).getByText("#mine").waitFor();
    await conflictsIn(page).getByRole("button", { name: "Take theirs: Project" }).click();
    expect(await formOf(page, "Rent a van").getByLabel("Project").inputValue()).toBe("theirs");
    expect((await person.read(id)).project).toBe("theirs");
  });

  test("a title that was renamed elsewhere while it was typed here is not overwritten", async () => {
    const { person, page, id } = await looking("Buy paint");
    const row = page.locator(`[data-task="${id}"]`);
    await row.getByRole("button", { name: "Buy paint", exact: true }).click();
    await person.patch(id, { title: "Buy white paint" });
    await row.getByLabel("New title of Buy white paint").waitFor();
    await page.keyboard.press("Enter");
    await row.getByRole("button", { name: "Buy white paint", exact: true }).waitFor();
    expect((await person.read(id)).title).toBe("Buy white paint");
  });

  test("two new titles are shown side by side, and typing does not settle which", async () => {
    const { person, page, id } = await looking("Buy nails");
    const row = page.locator(`[data-task="${id}"]`);
    await row.getByRole("button", { name: "Buy nails", exact: true }).click();
    await page.keyboard.type("Buy screws");
    await person.patch(id, { title: "Buy bolts" });
    await row.getByLabel("New title of Buy bolts").press("Enter");
    await conflictsIn(page).getByText("Buy screws").waitFor();
    await row.getByRole("button", { name: "Buy bolts", exact: true }).click();
    await page.keyboard.press("Enter");
    await conflictsIn(page).getByText("Buy bolts").waitFor();
    expect((await person.read(id)).title).toBe("Buy bolts");
    await conflictsIn(page).getByRole("button", { name: "Keep mine: Title" }).click();
    await save(page, "Buy bolts");
    await expect.poll(async () => (await person.read(id)).title).toBe("Buy screws");
  });

  test("what was typed outlives the chevron, Esc and a reload, shows on the row, and is saved from there", async () => {
    const { person, page, id } = await looking("Call the bank");
    const row = page.locator(`[data-task="${id}"]`);
    await formOf(page, "Call the bank")
      .getByLabel("Notes", { exact: true })
      .fill("ask for the new card");
    await open(page, "Call the bank");
    await formOf(page, "Call the bank").waitFor({ state: "detached" });
    await row.getByText("Unsaved: Notes").waitFor();

    await page.reload();
    await row.getByText("Unsaved: Notes").waitFor();
    await open(page, "Call the bank");
    const notes = formOf(page, "Call the bank").getByLabel("Notes", { exact: true });
    expect(await notes.inputValue()).toBe("ask for the new card");
    await notes.press("Escape");
    await row.getByRole("button", { name: "Save" }).click();
    await expect.poll(() => person.read(id)).toMatchObject({ description: "ask for the new card" });
    await row.getByText("Unsaved").waitFor({ state: "detached" });

    await open(page, "Call the bank");
    await formOf(page, "Call the bank").getByLabel("Project").fill("money");
    await page.keyboard.press("Escape");
    await row.getByRole("button", { name: "Discard" }).click();
    await row.getByText("Unsaved").waitFor({ state: "detached" });
    expect((await person.read(id)).project).toBeNull();
  });

  test("half-typed subtasks, reminders, lines and messages outlive a reload", async () => {
    const { page, id } = await looking("Move house");
    const form = formOf(page, "Move house");
    await form.getByLabel("New subtask of Move house").fill("pack the books");
    await form.getByLabel("Add a reminder").selectOption("at");
    await form.getByLabel("Remind me at").fill("2031-05-04T10:00");
    await page.getByLabel("New task").fill("Order boxes tomorrow");
    await page.getByLabel("Message to Punctual").fill("what is due");
    await page.reload();
    await page.getByText("Live", { exact: true }).waitFor();
    expect(await page.getByLabel("New task").inputValue()).toBe("Order boxes tomorrow");
    expect(await page.getByLabel("Message to Punctual").inputValue()).toBe("what is due");
    await form.waitFor(); // its address opens it again
    await page.keyboard.press("Escape");
    await page.locator(`[data-task="${id}"]`).getByText("Unsaved: Subtask, Reminder").waitFor();
    await open(page, "Move house");
    expect(await form.getByLabel("New subtask of Move house").inputValue()).toBe("pack the books");
    expect(await form.getByLabel("Remind me at").inputValue()).toBe("2031-05-04T10:00");
  });

  test("what was typed into a task that is deleted elsewhere can still be read", async () => {
    const { person, page, id } = await looking("Old plan");
    await formOf(page, "Old plan").getByLabel("Notes", { exact: true }).fill("a better idea");
    await person.remove(id);
    const lost = page.getByRole("list", { name: "Typed into tasks that are gone" });
    await lost.getByText("a better idea").waitFor();
    expect(await lost.innerText()).toContain("“Old plan” is not in your list any more");
    await person.post(id, "/restore");
    await lost.waitFor({ state: "detached" });
    await page.locator(`[data-task="${id}"]`).getByText("Unsaved: Notes").waitFor();
  });

  test("a sign-out that did not work is said, and what was typed stays", async () => {
    const { page } = await looking("Open plan");
    await page.getByLabel("New task").fill("half a line");
    await page.route("**/api/auth/sign-out", (route) => route.abort());
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.getByText(/^You are still signed in/).waitFor();
    expect(await page.getByLabel("New task").inputValue()).toBe("half a line");
  });

  test("who signs out leaves nothing typed behind", async () => {
    const { page } = await looking("Secret plan");
    await formOf(page, "Secret plan")
      .getByLabel("Notes", { exact: true })
      .fill("the key is under the mat");
    await page.getByLabel("New task").fill("half a line");
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.getByRole("button", { name: "Sign in" }).waitFor();
    const kept = await page.evaluate(() =>
      [localStorage, sessionStorage]
        .map((storage) => JSON.stringify(Object.entries(storage)))
        .join(" "),
    );
    expect(kept).not.toContain("under the mat");
    expect(kept).not.toContain("half a line");
  });
});
