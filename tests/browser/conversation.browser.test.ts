// The conversation in real browsers: one on every device, kept by the server, older turns as one scrolls up.
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { signUp } from "../client.ts";
import { sharedStack } from "../stack.ts";
import { phone, rowOf, say, useVisitors, wide, withoutChromium } from "./visitors.ts";

const { url } = sharedStack();

const log = (page: Page) => page.getByRole("log", { name: "Conversation" });
const mine = (page: Page, message: string) =>
  log(page).locator(".bubble--me").filter({ hasText: message });
const turns = (page: Page) => log(page).locator(".exchange");

describe.skipIf(withoutChromium)("the conversation", () => {
  const visitors = useVisitors(url);

  test("is the same on two devices at once, and is there again after a reload", async () => {
    const person = await signUp(url);
    const [laptop, mobile] = await Promise.all([
      visitors.openAs(person, wide),
      visitors.openAs(person, phone),
    ]);
    await mobile.getByRole("button", { name: "Chat", exact: true }).tap();
    await say(laptop, "Add buy milk tomorrow 5pm");
    await mine(mobile, "Add buy milk tomorrow 5pm").waitFor();
    await say(mobile, "What's due tomorrow?");
    await mine(laptop, "What's due tomorrow?").waitFor();
    // The list in the answer is made of the tasks this page has.
    await turns(laptop).last().getByRole("button", { name: "buy milk", exact: true }).waitFor();
    for (const page of [laptop, mobile]) await expect.poll(() => turns(page).count()).toBe(2);

    await laptop.reload();
    await mine(laptop, "What's due tomorrow?").waitFor();
    expect(await turns(laptop).count()).toBe(2);
  });

  test("a list that was asked for is shown as a list, on a phone too, and its tasks open", async () => {
    const person = await signUp(url);
    await person.create({ title: "Write report", project: "Work", priority: 1 });
    await person.create({ title: "Call school", project: "Work", priority: 1 });
    await person.create({ title: "Buy milk", priority: 1 });
    const [laptop, mobile] = await Promise.all([
      visitors.openAs(person, wide),
      visitors.openAs(person, phone),
    ]);
    await say(laptop, "show p1 work tasks");
    await turns(laptop).last().getByRole("button", { name: "Show as list" }).click();
    await rowOf(laptop, "Write report").waitFor();
    expect(await rowOf(laptop, "Buy milk").count()).toBe(0);
    expect(new URL(laptop.url()).searchParams.get("q")).toBe("p1 & #Work");
    await turns(laptop).last().getByRole("button", { name: "Call school", exact: true }).click();
    await expect.poll(() => new URL(laptop.url()).pathname).toMatch(/^\/task\//);
    await mobile.getByRole("button", { name: "Chat", exact: true }).tap();
    await turns(mobile).last().getByRole("button", { name: "Show as list" }).tap();
    await rowOf(mobile, "Write report").waitFor();
  });

  test("what a question offers on one device can be chosen on the other", async () => {
    const person = await signUp(url);
    await person.create({ title: "Call Anna" });
    await person.create({ title: "Call Anton" });
    const [one, other] = await Promise.all([visitors.openAs(person), visitors.openAs(person)]);
    await say(one, "complete call");
    const offered = other.getByRole("list", { name: "Suggested answers" });
    await offered.getByRole("button", { name: /Call Anton/ }).click();
    await expect
      .poll(async () => (await person.list({ status: "done" })).map(({ title }) => title))
      .toEqual(["Call Anton"]);
    await expect
      .poll(() => one.getByRole("button", { name: /^Call Anton/ }).count())
      .toBeLessThan(2);
  });

  test("shows its end first; older turns come as one scrolls up, and what is in view stays", async () => {
    const person = await signUp(url);
    for (let number = 1; number <= 45; number += 1) await person.say(`hello number ${number}`);
    const page = await visitors.openAs(person);
    await mine(page, "hello number 45").waitFor();
    const scroller = page.locator(".chat__scroll");
    await expect
      .poll(() => scroller.evaluate((box) => box.scrollHeight - box.scrollTop - box.clientHeight))
      .toBeLessThan(2);
    expect(await turns(page).count()).toBe(30);

    const topOf = (message: string): Promise<number> =>
      mine(page, message).evaluate((line) => Math.round(line.getBoundingClientRect().top));
    await scroller.evaluate((box) => box.scrollTo(0, 60));
    const before = await topOf("hello number 16");
    await mine(page, "hello number 15").waitFor({ state: "attached" });
    expect(Math.abs((await topOf("hello number 16")) - before)).toBeLessThan(3);
    await expect.poll(() => turns(page).count()).toBe(45);
    expect(await page.getByRole("button", { name: "Earlier messages" }).count()).toBe(0);
    await page.getByText("Hello Ada.").waitFor({ state: "attached" });
  });
});
