// The quick-add line in a real browser: understood while it is typed, corrected by its chips, added as shown.
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { signUp } from "../client.ts";
import { sharedStack } from "../stack.ts";
import { phone, rowOf, useVisitors, withoutChromium } from "./visitors.ts";

const { url } = sharedStack();

const lineOf = (page: Page) => page.getByRole("combobox", { name: "New task" });
const chipOf = (page: Page, name: string, pressed = true) =>
  page.getByRole("list", { name: "Understood as" }).getByRole("button", { name, pressed });

/** Several lines on the clipboard, put into the field that has the focus. */
const paste = (page: Page, text: string): Promise<unknown> =>
  page.evaluate((lines) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", lines);
    const event = { clipboardData, bubbles: true, cancelable: true };
    return document.activeElement?.dispatchEvent(new ClipboardEvent("paste", event));
  }, text);

describe.skipIf(withoutChromium)("quick add", () => {
  const visitors = useVisitors(url);

  test("shows what it understood, and Enter adds exactly that", async () => {
    const person = await signUp(url);
    await person.create({ title: "An old one", project: "home" });
    const page = await visitors.openAs(person);
    await rowOf(page, "An old one").waitFor();
    await lineOf(page).fill(
      "Pay rent every 1st at 9:00 for 10 min p1 #home @bank +bob !1 hour before",
    );
    await chipOf(page, "every 1st, repetition").waitFor();
    await page
      .getByText(/^Pay rent · every month on the 1st at 9:00, next \w+ 1 \w+ · 10 min · p1 · #home/)
      .first()
      .waitFor();
    await lineOf(page).press("Enter");
    const row = rowOf(page, "Pay rent");
    for (const words of ["p1", "#home", "@bank", "+bob"])
      await row.getByText(words, { exact: true }).waitFor();
    expect(await lineOf(page).inputValue()).toBe("");
    const added = async () => (await person.list()).find(({ title }) => title === "Pay rent");
    await expect.poll(added).toMatchObject({
      due: { kind: "floating", at: expect.stringMatching(/-01T09:00$/) },
      recurrence: { rrule: "FREQ=MONTHLY;BYMONTHDAY=1" },
      durationMinutes: 10,
      priority: 1,
      project: "home",
      tags: ["bank"],
      assignee: "bob",
      reminders: [{ trigger: { kind: "relative", to: "due", minutes: -60 } }],
    });
  });

  test("a chip turned back to text is part of the title, and can be read again", async () => {
    const person = await signUp(url);
    const page = await visitors.openAs(person);
    await lineOf(page).pressSequentially("Read tomorrow p2");
    const [asDate, asText] = [true, false].map((read) => chipOf(page, "tomorrow, date", read));
    await asDate?.click();
    await asText?.waitFor();
    await page.getByText("Read tomorrow · p2").first().waitFor();
    await page.keyboard.type(" at noon"); // the line has kept the focus; the word stays text while one types on
    await chipOf(page, "at noon, date").waitFor();
    await asText?.click();
    await asDate?.click();
    await asText?.waitFor();
    await lineOf(page).press("Enter");
    await rowOf(page, "Read tomorrow").waitFor();
    await expect.poll(() => person.list()).toMatchObject([{ title: "Read tomorrow", priority: 2 }]);
  });

  test("a line without a title says so and stays", async () => {
    const page = await visitors.openAs(await signUp(url));
    await lineOf(page).fill("tomorrow 5pm");
    await lineOf(page).press("Enter");
    await page.getByRole("alert").filter({ hasText: "What is to be done?" }).waitFor();
    expect(await lineOf(page).inputValue()).toBe("tomorrow 5pm");
  });

  test("known names are completed by the keyboard", async () => {
    const person = await signUp(url);
    await person.create({ title: "Old", project: "Home Office", tags: ["errand"] });
    const page = await visitors.openAs(person);
    await rowOf(page, "Old").waitFor();
    await lineOf(page).pressSequentially("Buy paper #h");
    const option = page.getByRole("option", { name: "Home Office" });
    await option.waitFor();
    expect(await lineOf(page).getAttribute("aria-expanded")).toBe("true");
    await page.keyboard.press("ArrowDown");
    const active = await lineOf(page).getAttribute("aria-activedescendant");
    expect(await option.getAttribute("id")).toBe(active);
    await page.keyboard.press("Enter");
    expect(await lineOf(page).inputValue()).toBe("Buy paper #Home Office ");
    await page.keyboard.type("@e");
    await page.keyboard.press("Tab");
    expect(await lineOf(page).inputValue()).toBe("Buy paper #Home Office @errand ");
    await page.keyboard.press("Enter");
    await rowOf(page, "Buy paper").getByText("#Home Office", { exact: true }).waitFor();
  });

  test("pasted lines become tasks, those further in parts of the one above", async () => {
    const person = await signUp(url);
    const page = await visitors.openAs(person, phone);
    await lineOf(page).focus();
    await paste(page, "- pack tomorrow\n  - socks p1\n- buy tickets");
    await page.getByRole("button", { name: "Add 3 tasks" }).tap();
    await rowOf(page, "buy tickets").waitFor();
    await expect.poll(async () => (await person.list()).length).toBe(3);
    const tasks = await person.list();
    const named = (wanted: string) => tasks.find(({ title }) => title === wanted);
    expect(named("pack")?.due?.kind).toBe("day");
    expect(named("socks")).toMatchObject({ priority: 1, parentId: named("pack")?.id });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });
});
