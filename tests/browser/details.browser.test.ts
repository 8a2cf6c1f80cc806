// A task's details worked on by two at once, in real browsers: nobody's change is lost, and nothing typed is.
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { type Person, signUp } from "../client.ts";
import { sharedStack } from "../stack.ts";
import { enter, rowOf, useVisitors, withoutChromium } from "./visitors.ts";

const { url } = sharedStack();

const open = (page: Page, title: string) =>
  page.getByRole("button", { name: `Details of ${title}` }).click();
const formOf = (page: Page, title: string) =>
  page.getByRole("form", { name: `Details of ${title}` });
const notesOf = (page: Page, title: string) =>
  formOf(page, title).getByLabel("Notes", { exact: true });
/** Writes notes, also where some are shown. */
const note = async (page: Page, title: string, text: string): Promise<void> => {
  const edit = formOf(page, title).getByRole("button", { name: "Edit" });
  await edit.or(notesOf(page, title)).first().waitFor();
  if (await edit.isVisible()) await edit.click();
  await notesOf(page, title).fill(text);
};
const conflictsIn = (page: Page) =>
  page.getByRole("group", { name: "Changed on your other device too" });
/** All that was typed has been saved. */
const isSaved = (page: Page) => page.getByText("Saved", { exact: true }).waitFor();

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

  test("each save sends what was changed here alone: what others changed meanwhile stays", async () => {
    const { person, page, id } = await looking("Paint the fence");
    await person.patch(id, { description: "green, two coats", tags: ["garden"] });
    await rowOf(page, "Paint the fence").getByText("@garden", { exact: true }).waitFor();
    await formOf(page, "Paint the fence").getByRole("button", { name: /^p1,/ }).click();
    await rowOf(page, "Paint the fence").getByText("p1", { exact: true }).waitFor();
    await expect
      .poll(() => person.read(id))
      .toMatchObject({ priority: 1, description: "green, two coats", tags: ["garden"] });
  });

  test("fields that were not touched follow what others do, in the open form", async () => {
    const { person, page, id } = await looking("Plan the trip");
    const form = formOf(page, "Plan the trip");
    await form.getByRole("combobox", { name: "Project" }).fill("holiday");
    await person.patch(id, { description: "by train", priority: 2 });
    await form.getByText("by train", { exact: true }).waitFor();
    expect(await form.getByRole("button", { name: /^p2,/ }).getAttribute("aria-pressed")).toBe(
      "true",
    );
    expect(await form.getByRole("combobox", { name: "Project" }).inputValue()).toBe("holiday");
    expect(await conflictsIn(page).count()).toBe(0);
  });

  test("where both changed the same field both values are shown, and one is chosen", async () => {
    const { person, page, id } = await looking("Write the speech");
    const form = formOf(page, "Write the speech");
    await note(page, "Write the speech", "mine: begin with a joke");
    await person.patch(id, { description: "theirs: begin with thanks" });
    const conflicts = conflictsIn(page);
    await conflicts.getByText("theirs: begin with thanks").waitFor();
    await conflicts.getByText("mine: begin with a joke").waitFor();
    expect(await form.getByLabel("Notes", { exact: true }).inputValue()).toBe(
      "mine: begin with a joke",
    );

    await conflicts.getByRole("button", { name: "Keep mine: Notes" }).click();
    await conflicts.waitFor({ state: "detached" });
    await expect
      .poll(() => person.read(id))
      .toMatchObject({ description: "mine: begin with a joke" });

    await form.getByRole("combobox", { name: "Project" }).fill("wedding");
    await person.patch(id, { project: "work" });
    await conflicts.getByRole("button", { name: "Take theirs: Project" }).click();
    await conflicts.waitFor({ state: "detached" });
    expect(await form.getByRole("combobox", { name: "Project" }).inputValue()).toBe("work");
    expect((await person.read(id)).project).toBe("work");
  });

  test("a change that comes in while the save is on its way is not overwritten either", async () => {
    const { person, page, id } = await looking("Fix the bike");
    let first = true;
    await page.route(`**/api/v1/tasks/${id}`, async (route) => {
      if (first) await person.patch(id, { description: "theirs: new tyres", priority: 3 });
      first = false;
      await route.continue();
    });
    await note(page, "Fix the bike", "mine: oil the chain");
    await page.keyboard.press("Control+Enter");
    await page.getByRole("alert").getByText("“Fix the bike”").first().waitFor();
    expect(await person.read(id)).toMatchObject({ description: "theirs: new tyres" });
    await formOf(page, "Fix the bike")
      .getByRole("paragraph")
      .getByText("mine: oil the chain")
      .waitFor();
    await conflictsIn(page).getByRole("button", { name: "Keep mine: Notes" }).click();
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
    await formOf(page, "Weed the beds").getByRole("button", { name: /^p1,/ }).click();
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
    await formOf(page, "Sell the sofa").getByRole("button", { name: /^p2,/ }).click();
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
    await formOf(page, "Rent a van").getByRole("combobox", { name: "Project" }).fill("mine");
    await page.keyboard.press("Escape"); // the names it offers
    await page.keyboard.press("Escape");
    await person.patch(id, { project: "theirs" });
    await page.context().setOffline(false);
    const row = page.locator(`[data-task="${id}"]`);
    await row.getByRole("button", { name: "Choose" }).click({ timeout: 30_000 });
    await conflictsIn(page).getByText("#mine").waitFor();
    await conflictsIn(page).getByRole("button", { name: "Take theirs: Project" }).click();
    expect(
      await formOf(page, "Rent a van").getByRole("combobox", { name: "Project" }).inputValue(),
    ).toBe("theirs");
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
    await expect.poll(async () => (await person.read(id)).title).toBe("Buy screws");
  });

  test("what is typed is saved when it is left: by the chevron, Esc, another task or a pause", async () => {
    const { person, page, id } = await looking("Call the bank");
    await person.create({ title: "Other" });
    const described = async () => (await person.read(id)).description;
    await note(page, "Call the bank", "one");
    await open(page, "Call the bank");
    await formOf(page, "Call the bank").waitFor({ state: "detached" });
    await expect.poll(described).toBe("one");
    await open(page, "Call the bank");
    await note(page, "Call the bank", "two");
    await page.keyboard.press("Escape"); // shown as they are meant
    await page.keyboard.press("Escape");
    await expect.poll(described).toBe("two");
    await open(page, "Call the bank");
    await note(page, "Call the bank", "three");
    await rowOf(page, "Other").getByRole("button", { name: "Details of Other" }).press("Enter");
    await expect.poll(described).toBe("three");
    await open(page, "Call the bank");
    await formOf(page, "Call the bank").getByLabel("Title").fill("Call the bank at noon");
    await expect
      .poll(async () => (await person.read(id)).title, { timeout: 10_000 })
      .toBe("Call the bank at noon");
    await isSaved(page);
  });

  test("a text typed in one go is one change, which one Undo takes back", async () => {
    const { person, page, id } = await looking("Write home");
    const before = (await person.read(id)).version;
    await note(page, "Write home", "");
    await notesOf(page, "Write home").pressSequentially("Dear all, it is warm here. ");
    await page.keyboard.press("Escape");
    await expect
      .poll(() => person.read(id))
      .toMatchObject({ description: "Dear all, it is warm here. ", version: before + 1 });
    await page.locator(".task.is-waiting").waitFor({ state: "detached" });
    await page.keyboard.press("Control+z");
    await expect.poll(() => person.read(id)).toMatchObject({ description: "as it was" });
  });

  test("on two devices each shows what the other saved, and what both wrote is chosen on the later one", async () => {
    const { person, page, id } = await looking("Rent a boat");
    const other = await visitors.openAs(person);
    await open(other, "Rent a boat");
    await note(page, "Rent a boat", "for four");
    await page.keyboard.press("Control+Enter");
    await formOf(other, "Rent a boat").getByText("for four", { exact: true }).waitFor();
    await other.context().setOffline(true);
    await other.getByText("Offline", { exact: true }).waitFor();
    await note(other, "Rent a boat", "for five");
    await other.keyboard.press("Control+Enter");
    await formOf(other, "Rent a boat").getByRole("button", { name: /^p1,/ }).click();
    await note(page, "Rent a boat", "for six");
    await page.keyboard.press("Control+Enter");
    await expect.poll(() => person.read(id)).toMatchObject({ description: "for six" });
    await other.context().setOffline(false);
    await conflictsIn(other)
      .getByRole("button", { name: "Keep mine: Notes" })
      .click({ timeout: 30_000 });
    await formOf(page, "Rent a boat").getByText("for five", { exact: true }).waitFor();
    await expect
      .poll(() => person.read(id))
      .toMatchObject({ description: "for five", priority: 1 });
  });

  test("what is typed is saved before the tab is hidden", async () => {
    const { person, page, id } = await looking("Learn lines");
    await note(page, "Learn lines", "To be");
    await page.keyboard.press("Control+Enter");
    await expect.poll(() => person.read(id)).toMatchObject({ description: "To be" });
    // So soon after one save the pause to the next is half a minute.
    await note(page, "Learn lines", "To be or not");
    await page.evaluate(() => {
      Object.defineProperty(document, "visibilityState", { value: "hidden", configurable: true });
      document.dispatchEvent(new Event("visibilitychange"));
    });
    await expect
      .poll(() => person.read(id), { timeout: 10_000 })
      .toMatchObject({ description: "To be or not" });
  });

  test("the end of the session takes nothing that was typed: it is there when one is back", async () => {
    const { person, page, id } = await looking("Pay taxes");
    const title = formOf(page, "Pay taxes").getByRole("textbox", { name: "Title", exact: true });
    await title.fill("");
    await note(page, "Pay taxes", "half a thou");
    await page.evaluate(() =>
      fetch("/api/auth/sign-out", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: "{}",
      }),
    );
    await page.getByText("Your session has ended. Sign in again.").waitFor();
    await enter(page, person);
    await formOf(page, "Pay taxes").getByText("A task needs a title.").waitFor();
    expect(await title.inputValue()).toBe("");
    // The session of `person` is the one that has ended.
    const read = (): Promise<unknown> =>
      page.evaluate(async (one) => (await fetch(`/api/v1/tasks/${one}`)).json(), id);
    await expect
      .poll(read, { timeout: 10_000 })
      .toMatchObject({ title: "Pay taxes", description: "half a thou" });
  });

  test("what cannot be saved stays as typed over Esc and a reload, and its row says why", async () => {
    const { person, page, id } = await looking("Rake leaves");
    const row = page.locator(`[data-task="${id}"]`);
    const title = formOf(page, "Rake leaves").getByRole("textbox", { name: "Title" });
    await title.fill("");
    await formOf(page, "Rake leaves").getByText("A task needs a title.").waitFor();
    await formOf(page, "Rake leaves")
      .getByText(/^It stays as you typed it/)
      .waitFor();
    await title.press("Escape");
    await row.getByText("Not saved: Title").waitFor();
    await row.getByText("A task needs a title.").waitFor();
    await page.reload();
    await row.getByRole("button", { name: "Look" }).click();
    expect(await title.inputValue()).toBe("");
    await formOf(page, "Rake leaves").getByRole("button", { name: "Put back: Title" }).click();
    expect(await title.inputValue()).toBe("Rake leaves");
    expect((await person.read(id)).title).toBe("Rake leaves");
  });

  test("what the server refuses stays, with its reason at the field, and is not sent again as it is", async () => {
    const { person, page, id } = await looking("Count sheep");
    let sent = 0;
    await page.route(`**/api/v1/tasks/${id}`, async (route) => {
      if (route.request().method() !== "PATCH") return route.continue();
      sent += 1;
      const fields = [{ path: "description", message: "must not count above ten" }];
      await route.fulfill({ status: 422, json: { code: "invalid", detail: "wrong", fields } });
    });
    await note(page, "Count sheep", "eleven");
    await page.keyboard.press("Control+Enter");
    await formOf(page, "Count sheep").getByText("Must not count above ten.").waitFor();
    await page.keyboard.press("Escape");
    await page.locator(`[data-task="${id}"]`).getByText("Not saved: Notes").waitFor();
    await open(page, "Count sheep");
    await formOf(page, "Count sheep").getByText("eleven", { exact: true }).waitFor();
    expect(sent).toBe(1);
    await page.unroute(`**/api/v1/tasks/${id}`);
    await note(page, "Count sheep", "ten");
    await page.keyboard.press("Escape");
    await expect.poll(() => person.read(id)).toMatchObject({ description: "ten" });
  });

  test("typed without a line and reloaded in the middle of a word it is all there, and goes out later", async () => {
    const { person, page, id } = await looking("Plan the party");
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await page.context().setOffline(true);
    await page.getByText("Offline", { exact: true }).waitFor();
    await note(page, "Plan the party", "cake");
    await page.keyboard.press("Control+Enter");
    await page.getByText("Kept on this device", { exact: true }).waitFor();
    await note(page, "Plan the party", "cake and candl");
    await page.reload();
    await formOf(page, "Plan the party").getByText("cake and candl", { exact: true }).waitFor();
    await page.context().setOffline(false);
    await expect
      .poll(() => person.read(id), { timeout: 20_000 })
      .toMatchObject({ description: "cake and candl" });
  });

  test("the keys of an input method are its own: they neither save nor close", async () => {
    const { person, page, id } = await looking("Write to Yuki");
    const title = formOf(page, "Write to Yuki").getByLabel("Title");
    await title.focus();
    const keyboard = await page.context().newCDPSession(page);
    await keyboard.send("Input.imeSetComposition", {
      text: "ゆき",
      selectionStart: 2,
      selectionEnd: 2,
    });
    for (const key of ["Enter", "Escape"])
      await title.dispatchEvent("keydown", { key, isComposing: true });
    expect(await formOf(page, "Write to Yuki").count()).toBe(1);
    expect((await person.read(id)).title).toBe("Write to Yuki");
    await keyboard.send("Input.insertText", { text: "雪" });
    await title.press("Enter");
    await expect.poll(async () => (await person.read(id)).title).toContain("雪");
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
    await page.locator(`[data-task="${id}"]`).getByText("Not saved: Subtask, Reminder").waitFor();
    await open(page, "Move house");
    expect(await form.getByLabel("New subtask of Move house").inputValue()).toBe("pack the books");
    expect(await form.getByLabel("Remind me at").inputValue()).toBe("2031-05-04T10:00");
  });

  test("what was typed into a task that is deleted elsewhere can still be read", async () => {
    const { person, page, id } = await looking("Old plan");
    await note(page, "Old plan", "a better idea");
    await person.remove(id);
    const lost = page.getByRole("list", { name: "Typed into tasks that are gone" });
    await lost.getByText("a better idea").waitFor();
    expect(await lost.innerText()).toContain("“Old plan” is not in your list any more");
    await person.post(id, "/restore");
    await lost.waitFor({ state: "detached" });
    await page.locator(`[data-task="${id}"]`).getByText("Not saved: Notes").waitFor();
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
    await note(page, "Secret plan", "the key is under the mat");
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
