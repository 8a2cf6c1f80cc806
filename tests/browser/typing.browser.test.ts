// What is half typed in a task's panel, in real browsers: it is nobody's word until it is over, whatever happens around it.
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { type Person, signUp } from "../client.ts";
import { sharedStack } from "../stack.ts";
import { rowOf, useVisitors, withoutChromium } from "./visitors.ts";

const { url } = sharedStack();
const day = (at: string) => ({ kind: "day" as const, at });
const formOf = (page: Page) => page.getByRole("form", { name: /^Details of/ });
const dueOf = (page: Page) => formOf(page).getByRole("button", { name: /^Due:/ });
const picker = (page: Page) => page.getByRole("dialog", { name: /^Due of/ });
const timeIn = (page: Page) => picker(page).getByLabel("Time", { exact: true });
const combo = (page: Page, name: string) => formOf(page).getByRole("combobox", { name });

/** Another window comes in front while one types: the browser says the field was left, and nobody left it. */
const lookAway = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const own = document.hasFocus.bind(document);
    document.hasFocus = () => false;
    document.activeElement?.dispatchEvent(new FocusEvent("focusout", { bubbles: true }));
    document.hasFocus = own;
  });

describe.skipIf(withoutChromium)("what is half typed", () => {
  const visitors = useVisitors(url);

  /** A task in its panel, on a clock that can be put forward. */
  const looking = async (fields: Parameters<Person["create"]>[0]) => {
    const person = await signUp(url);
    await person.call("PATCH", "/settings", { body: { timeZone: "Europe/Berlin" } });
    const { id, version } = await person.create(fields);
    const page = await visitors.openAs(person);
    await page.clock.install();
    await page.goto(`${url}/task/${id}`);
    await formOf(page).waitFor();
    return { person, page, id, version, now: () => person.read(id) };
  };

  test("in the notes stays there when another window comes in front, and letters are no keys of the page", async () => {
    const { page, now } = await looking({ title: "Speech", description: "Dear" });
    await formOf(page).getByRole("button", { name: "Edit" }).click();
    await page.keyboard.type(" fri");
    await lookAway(page);
    await page.keyboard.type("end e");
    const notes = formOf(page).getByLabel("Notes", { exact: true });
    expect(await notes.inputValue()).toBe("Dear friend e");
    await page.keyboard.press("Control+Enter");
    await expect.poll(now).toMatchObject({ description: "Dear friend e", status: "open" });
  });

  test("in the row is left alone by the open panel", async () => {
    const { page, id, version, now } = await looking({ title: "Call" });
    const row = page.locator(`[data-task="${id}"]`);
    await row.getByRole("button", { name: "Call", exact: true }).click();
    await page.keyboard.type("Call the ba");
    await page.clock.fastForward(5_000);
    await page.keyboard.type("nk");
    await page.keyboard.press("Enter");
    await expect.poll(now).toMatchObject({ title: "Call the bank", version: version + 1 });
  });

  test("in one tab is not saved by another that shows the same task", async () => {
    const { page, version, now } = await looking({ title: "Move" });
    const other = await page.context().newPage();
    await other.goto(page.url());
    await formOf(other).waitFor();
    await page.bringToFront();
    await combo(page, "Project").pressSequentially("Ho");
    await expect.poll(() => combo(other, "Project").inputValue()).toBe("Ho");
    await other.clock.fastForward(5_000);
    await combo(page, "Project").pressSequentially("me");
    await combo(page, "Project").press("Enter");
    await expect.poll(now).toMatchObject({ project: "Home", version: version + 1 });
  });

  test("as a tag or a name is none when another window comes in front", async () => {
    const { page, version, now } = await looking({ title: "Ring" });
    await combo(page, "Tags").pressSequentially("pho");
    await lookAway(page);
    await combo(page, "Tags").pressSequentially("ne");
    await combo(page, "Tags").press("Enter");
    await expect.poll(now).toMatchObject({ tags: ["phone"], version: version + 1 });
    await combo(page, "Project").pressSequentially("Ho");
    await lookAway(page);
    await combo(page, "Project").pressSequentially("me");
    await combo(page, "Project").press("Enter");
    await expect.poll(now).toMatchObject({ project: "Home", version: version + 2 });
  });

  test("as a time is none: Esc leaves the one from before, and only what reads is taken", async () => {
    const due = { kind: "floating" as const, at: "2031-05-04T17:00" };
    const { page, version, now } = await looking({ title: "Tea", due });
    for (const half of ["25:00", "1"]) {
      await dueOf(page).click();
      await timeIn(page).fill("");
      await timeIn(page).pressSequentially(half);
      await page.keyboard.press("Escape");
      await picker(page).waitFor({ state: "detached" });
    }
    await dueOf(page).click();
    await timeIn(page).fill("18:15");
    await picker(page).getByRole("button", { name: "Done" }).click();
    await expect
      .poll(now)
      .toMatchObject({ due: { ...due, at: "2031-05-04T18:15" }, version: version + 1 });
  });

  test("in the dialog of a date is saved when that is closed, not before", async () => {
    const due = { kind: "floating" as const, at: "2031-05-04T17:00" };
    const { page, version, now } = await looking({ title: "Tea", due });
    await dueOf(page).click();
    await timeIn(page).fill("18:00");
    await page.keyboard.press("Tab");
    await page.clock.fastForward(5_000);
    await timeIn(page).fill("19:00");
    await timeIn(page).press("Enter");
    await expect
      .poll(now)
      .toMatchObject({ due: { ...due, at: "2031-05-04T19:00" }, version: version + 1 });
  });

  test("on another clock is shown as it will be kept", async () => {
    const due = { kind: "fixed" as const, at: "2031-05-04T09:00", zone: "America/New_York" };
    const { page, now } = await looking({ title: "Call Bob", due });
    await dueOf(page).click();
    await picker(page).getByLabel("Type a date").fill("5 may 2031 10am");
    await picker(page)
      .getByText("Enter: Mon 5 May 2031 10:00 America/New York, Mon 5 May 2031 16:00 for you")
      .waitFor();
    await page.keyboard.press("Enter");
    await expect.poll(now).toMatchObject({ due: { ...due, at: "2031-05-05T10:00" } });
  });

  test("for a date of a series, taken by a click beside it, is asked about", async () => {
    const recurrence = { rrule: "FREQ=DAILY", anchor: "schedule", overflow: "clamp" } as const;
    const { page, now } = await looking({ title: "Run", due: day("2031-05-14"), recurrence });
    await page.keyboard.press("Escape");
    await rowOf(page, "Run").focus();
    await page.keyboard.press("t");
    await picker(page).getByLabel("Type a date").fill("15 may 2031");
    await picker(page)
      .getByText(/^Enter:/)
      .waitFor();
    await page.mouse.click(2, 2);
    await formOf(page).getByRole("button", { name: "This one only" }).click();
    await expect.poll(now).toMatchObject({ due: day("2031-05-15") });
  });

  test("the date of a task that is not sent yet can be chosen; gone, its dialog does not come back by itself", async () => {
    const { person, page } = await looking({ title: "Old" });
    await page.keyboard.press("Escape");
    await rowOf(page, "Old").waitFor();
    await page.context().setOffline(true);
    await page.getByText("Offline", { exact: true }).waitFor();
    await page.getByLabel("New task").fill("Fresh");
    await page.getByLabel("New task").press("Enter");
    await rowOf(page, "Fresh").focus();
    await page.keyboard.press("t");
    await picker(page).getByLabel("Type a date").fill("9 may 2031");
    await picker(page)
      .getByText(/^Enter:/)
      .waitFor();
    await page.keyboard.press("Enter");
    await page.context().setOffline(false);
    await page.clock.fastForward(30_000);
    await page.getByText("Live", { exact: true }).waitFor();
    const id =
      (await page.locator("[data-task]", { hasText: "Fresh" }).getAttribute("data-task")) ?? "";
    await expect
      .poll(() => person.read(id), { timeout: 15_000 })
      .toMatchObject({ due: day("2031-05-09") });
    await rowOf(page, "Fresh").focus();
    await page.keyboard.press("t");
    await picker(page).waitFor();
    await person.remove(id);
    await rowOf(page, "Fresh").waitFor({ state: "detached" });
    await person.post(id, "/restore");
    await rowOf(page, "Fresh").waitFor();
    expect(await picker(page).count()).toBe(0);
  });
});
