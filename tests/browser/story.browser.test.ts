// The story this project begins with, in two real browsers: sign up, say it, see it everywhere, tick it off, look it up.
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { newId } from "../../domain/ids.ts";
import { signUp } from "../client.ts";
import { sharedStack } from "../stack.ts";
import { enter, isLive, rowOf, say, tickOf, useVisitors, withoutChromium } from "./visitors.ts";

const { url } = sharedStack();

type Newcomer = { name: string; email: string; password: string };

/** Signs up by the form. Where many have signed up in the same minute the page says so, and one tries again. */
const signUpAt = async (page: Page, { name, email, password }: Newcomer): Promise<void> => {
  await page.getByRole("button", { name: "Create an account" }).click();
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  const submit = page.getByRole("button", { name: "Sign up" });
  const answered = () =>
    page.waitForResponse((answer) => answer.url().endsWith("/api/auth/sign-up/email"));
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const [answer] = await Promise.all([answered(), submit.click()]);
    if (answer.status() !== 429) break;
    await page.getByRole("alert").waitFor();
    await page.waitForTimeout(1_000 * Number(answer.headers()["retry-after"] ?? 1));
  }
  await isLive(page);
};

const entry = (page: Page, headline: string) =>
  page.getByRole("dialog").getByRole("listitem").filter({ hasText: headline });

describe.skipIf(withoutChromium)("the story", () => {
  const visitors = useVisitors(url);
  const ada = {
    name: "Ada",
    email: `ada-${newId()}@example.com`,
    password: "correct horse battery",
  };

  test("a person signs up, says what is to be done, sees it in two browsers, completes it by words, and reads its history", async () => {
    const laptop = await visitors.open();
    await signUpAt(laptop, ada);
    await laptop.getByText("A clear list.").waitFor();
    const kitchen = await visitors.open();
    await enter(kitchen, ada);

    const answer = await say(laptop, "Create a task to buy groceries tomorrow 5pm #home p1");
    expect(answer).toContain("buy groceries");
    expect(answer).toContain("tomorrow 17:00");
    for (const page of [laptop, kitchen]) {
      const row = rowOf(page, "buy groceries");
      await row.getByText("Tomorrow 17:00").waitFor();
      await row.getByText("p1", { exact: true }).waitFor();
      await row.getByText(/^[#@]home$/).waitFor();
    }
    await kitchen.getByText("“buy groceries” was added elsewhere.").waitFor({ state: "attached" });

    expect(await say(laptop, "Mark buy groceries as complete")).toContain("Completed");
    for (const page of [laptop, kitchen]) {
      await page.getByRole("button", { name: /^Done/ }).click();
      expect(await tickOf(page, "buy groceries", true).isChecked()).toBe(true);
    }

    await rowOf(kitchen, "buy groceries").hover();
    await kitchen.getByRole("button", { name: "History of buy groceries" }).click();
    await entry(kitchen, "Completed").waitFor();
    expect(await entry(kitchen, "Completed").innerText()).toContain(
      "in the chat, on another device",
    );
    const created = await entry(kitchen, "Created").innerText();
    for (const words of ["Title", "buy groceries", "Tomorrow 17:00", "p1"])
      expect(created).toContain(words);
  });

  test("the new account has the browser's time zone and language", async () => {
    const page = await visitors.open();
    await enter(page, ada);
    const settings = await page.evaluate(async () => (await fetch("/api/v1/settings")).json());
    expect(settings).toMatchObject({ timeZone: "Europe/Berlin", locale: "en-GB" });
  });

  test("who signs out is out, also after a reload, and the next person at this browser sees none of it", async () => {
    const page = await visitors.open();
    await enter(page, ada);
    await say(page, "What's due today?");
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.getByRole("heading", { name: "Sign in" }).waitFor();
    await page.reload();
    await page.getByRole("heading", { name: "Sign in" }).waitFor();
    await enter(page, await signUp(url, "Bob"));
    await page.getByText("Hello Bob.").waitFor();
    expect(await page.getByText("What's due today?", { exact: true }).count()).toBe(1); // the example
    expect(await page.locator(".exchange").count()).toBe(0);
  });
});
