// The page on a phone: one column with a switch, nothing wider than the screen, targets a finger can hit.
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { signUp } from "../client.ts";
import { sharedStack } from "../stack.ts";
import { phone, rowOf, say, tickOf, useVisitors, withoutChromium } from "./visitors.ts";

const { url } = sharedStack();

const widest = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth);

describe.skipIf(withoutChromium)("a phone", () => {
  const visitors = useVisitors(url);

  test("shows the list or the chat, and nothing sticks out", async () => {
    const person = await signUp(url);
    await person.create({
      title: `A long title about the ${"Donaudampfschifffahrtsgesellschaft".repeat(3)} and more`,
      tags: ["errand", "on-the-phone", "x".repeat(100)],
      project: "home",
      due: { kind: "floating", at: "2031-05-04T07:30" },
    });
    const form = await visitors.open(phone);
    expect(await widest(form)).toBe(390);
    const page = await visitors.openAs(person, phone);
    await page.getByRole("button", { name: "#home", exact: true }).waitFor();
    expect(await widest(page)).toBe(390);
    expect(await page.getByLabel("Message to Punctual").isVisible()).toBe(false);

    await page.getByRole("button", { name: "Chat", exact: true }).tap();
    expect(await page.getByRole("heading", { level: 1 }).isVisible()).toBe(false);
    await say(page, "Add buy milk tomorrow 5pm");
    expect(await widest(page)).toBe(390);

    await page.getByRole("button", { name: "Tasks", exact: true }).tap();
    await rowOf(page, "buy milk").waitFor();
    await page.getByRole("button", { name: "Details of buy milk" }).tap();
    expect(await widest(page)).toBe(390);
    await page.getByRole("button", { name: "History", exact: true }).tap();
    await page.getByRole("dialog").getByText("Created").waitFor();
    expect(await widest(page)).toBe(390);
    await page.getByRole("dialog").getByRole("button", { name: "Close" }).tap();
    await tickOf(page, "buy milk").tap();
    await page.getByText("Completed “buy milk”.").waitFor();
  });

  test("opens a task with a tap on its row", async () => {
    const person = await signUp(url);
    await person.create({ title: "Buy milk" });
    const page = await visitors.openAs(person, phone);
    const row = rowOf(page, "Buy milk");
    const box = await row.boundingBox();
    await row.tap({ position: { x: (box?.width ?? 0) - 90, y: (box?.height ?? 0) / 2 } });
    const form = page.getByRole("form", { name: "Details of Buy milk" });
    await form.waitFor();
    await page.getByRole("button", { name: "Find" }).tap();
    await page.getByRole("option", { name: "Add a task" }).tap();
    await form.waitFor({ state: "detached" });
    await page.keyboard.type("Call mum");
    expect(await page.getByLabel("New task").inputValue()).toBe("Call mum");
  });

  test("shows the list one goes to from the chat, also the one it came from", async () => {
    const person = await signUp(url);
    await person.create({ title: "Buy milk", project: "home" });
    const page = await visitors.openAs(person, phone);
    const chat = page.getByRole("button", { name: "Chat", exact: true });
    for (const list of ["All tasks", "home"]) {
      await chat.tap();
      await page.getByLabel("Message to Punctual").waitFor();
      await page.getByRole("button", { name: "Lists", exact: true }).last().tap();
      await page.getByRole("dialog").getByRole("link", { name: list }).tap();
      await rowOf(page, "Buy milk").waitFor();
    }
    await chat.tap();
    await page.getByRole("button", { name: "Find" }).tap();
    await page.getByRole("option", { name: "Upcoming" }).tap();
    await page.getByRole("heading", { level: 1, name: "Upcoming" }).waitFor();
    expect(await page.getByLabel("Message to Punctual").isVisible()).toBe(false);
  });

  test.each([320, 360, 390])(
    "is no wider than its screen of %i where the line is lost and a change waits",
    async (width) => {
      const person = await signUp(url);
      const page = await visitors.openAs(person, {
        ...phone,
        viewport: { width, height: 800 },
      });
      await page.context().setOffline(true);
      await page.getByText("Offline", { exact: true }).waitFor();
      await page.getByLabel("New task").fill("Buy milk");
      await page.getByLabel("New task").press("Enter");
      await page.getByText("1 waiting").waitFor();
      expect(await widest(page)).toBe(width);
      for (const name of ["Account of", "Settings", "Sign out"]) {
        const box = await page.getByRole("button", { name }).boundingBox();
        expect((box?.x ?? width) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
      }
    },
  );
});
