// Reminders in a real browser: told on every page at the second, and gone from all of them once seen on one.
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { newId } from "../../domain/ids.ts";
import { type Person, signUp } from "../client.ts";
import { sharedStack } from "../stack.ts";
import { phone, rowOf, useVisitors, wide, withoutChromium } from "./visitors.ts";

const { url } = sharedStack();

const cards = (page: Page, title: string) =>
  page.getByRole("region", { name: "Reminders" }).getByRole("alert").filter({ hasText: title });

/** A task that reminds in so many milliseconds. */
const remindIn = (person: Person, title: string, ms: number) =>
  person.create({
    title,
    reminders: [
      {
        id: newId(),
        trigger: { kind: "instant", at: new Date(Date.now() + ms).toISOString() },
        channels: null,
      },
    ],
  });

describe.skipIf(withoutChromium)("a reminder", () => {
  const visitors = useVisitors(url);

  test("in three seconds shows a card on two devices, and Dismiss on one clears both", async () => {
    const person = await signUp(url);
    const [laptop, mobile] = await Promise.all([
      visitors.openAs(person, wide),
      visitors.openAs(person, phone),
    ]);
    await remindIn(person, "Take out the bread", 3_000);
    await Promise.all([laptop, mobile].map((page) => cards(page, "Take out the bread").waitFor()));
    expect(await cards(laptop, "Take out the bread").count()).toBe(1);
    expect(await laptop.title()).toBe("(1) Punctual");
    expect(await mobile.evaluate(() => document.documentElement.scrollWidth)).toBe(390);

    await cards(mobile, "Take out the bread").getByRole("button", { name: "Dismiss" }).tap();
    await cards(laptop, "Take out the bread").waitFor({ state: "detached" });
    await expect.poll(() => laptop.title()).toBe("Punctual");
    await laptop.reload();
    await rowOf(laptop, "Take out the bread").waitFor();
    expect(await cards(laptop, "Take out the bread").count()).toBe(0);
  });

  test("told before a page was opened is on it; Done completes the task and clears it everywhere", async () => {
    const person = await signUp(url);
    const watcher = await visitors.openAs(person);
    const { id } = await remindIn(person, "Call mum", 500);
    await cards(watcher, "Call mum").waitFor();
    const page = await visitors.openAs(person);
    await cards(page, "Call mum").getByRole("button", { name: "Done" }).click();
    await page.getByText("Completed “Call mum”.").waitFor();
    await cards(watcher, "Call mum").waitFor({ state: "detached" });
    expect((await person.read(id)).status).toBe("done");
  });

  test("snoozed by the keyboard goes away and says until when in the task's details", async () => {
    const person = await signUp(url);
    const page = await visitors.openAs(person);
    await remindIn(person, "Stretch", 500);
    await cards(page, "Stretch").getByRole("button", { name: "Snooze" }).press("Enter");
    await page.keyboard.press("Tab"); // from “10 min”, which has the focus, to “1 hour”
    await page.keyboard.press("Enter");
    await cards(page, "Stretch").waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Details of Stretch" }).click();
    const section = page.getByRole("region", { name: "Reminders" });
    await section.getByText(/^snoozed until/).waitFor();
    expect(await page.title()).toBe("Punctual");
  });

  test("is added before the due and taken away in the details", async () => {
    const person = await signUp(url);
    const due = { kind: "floating", at: "2031-05-04T07:30" } as const;
    const { id } = await person.create({ title: "Dentist", due });
    const page = await visitors.openAs(person);
    await page.getByRole("button", { name: "Details of Dentist" }).click();
    const section = page.getByRole("region", { name: "Reminders" });
    await section.getByLabel("Add a reminder").selectOption({ label: "30 min before" });
    const line = section.getByRole("listitem").filter({ hasText: "30 min before" });
    await line.getByText(/^in \d+ days$/).waitFor();
    await section.getByRole("button", { name: "Remove the reminder 30 min before" }).click();
    await line.waitFor({ state: "detached" });
    expect((await person.read(id)).reminders).toEqual([]);
  });
});
