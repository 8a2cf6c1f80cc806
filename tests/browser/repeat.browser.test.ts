// Repetition and settings in a real browser.
import { describe, expect, test } from "vitest";
import { signUp } from "../client.ts";
import { sharedStack } from "../stack.ts";
import { rowOf, tickOf, useVisitors, withoutChromium } from "./visitors.ts";

const { url } = sharedStack();
const patience = { timeout: 15_000 };
const monday = "2031-05-05";

describe.skipIf(withoutChromium)("a repeating task", () => {
  const visitors = useVisitors(url);

  test("made weekly in its details it shows five dates, then goes on to the next when done, and back by Undo", async () => {
    const person = await signUp(url);
    const { id } = await person.create({ title: "Bins", due: { kind: "day", at: monday } });
    const page = await visitors.openAs(person);
    await page.getByRole("button", { name: "Details of Bins" }).click();
    const details = page.getByRole("form", { name: "Details of Bins" });
    await details.getByLabel("Repeats").selectOption({ label: "Every week on Monday" });
    const dates = details.getByRole("list", { name: "The next dates" }).getByRole("listitem");
    await expect.poll(() => dates.count(), patience).toBe(5);
    expect(await dates.allInnerTexts()).toEqual(
      ["5 May", "12 May", "19 May", "26 May", "2 Jun"].map((day) => `Mon ${day} 2031`),
    );
    // Nothing in the long form makes the page itself longer than the window.
    const [whole, window] = await page.evaluate(() => [
      document.documentElement.scrollHeight,
      innerHeight,
    ]);
    expect(whole).toBe(window);
    await rowOf(page, "Bins").getByText("every Monday", { exact: true }).waitFor();
    await page.keyboard.press("Escape");

    await tickOf(page, "Bins").click();
    await rowOf(page, "Bins").getByText("Mon 12 May 2031", { exact: true }).waitFor();
    expect(await tickOf(page, "Bins").isChecked()).toBe(false);
    await page.getByRole("button", { name: "Undo" }).click();
    await rowOf(page, "Bins").getByText("Mon 5 May 2031", { exact: true }).waitFor();
    await expect
      .poll(async () => (await person.read(id)).due, patience)
      .toEqual({ kind: "day", at: monday });
  });

  test("one date is skipped; a moved one asks whether those after it are meant too", async () => {
    const person = await signUp(url);
    const recurrence = { rrule: "FREQ=DAILY;INTERVAL=7", anchor: "schedule", overflow: "clamp" };
    const due = { kind: "day", at: monday } as const;
    const { id } = await person.create({ title: "Report", due, recurrence: recurrence as never });
    const page = await visitors.openAs(person);
    const open = () => page.getByRole("button", { name: "Details of Report" }).click();
    await open();
    await page.getByRole("button", { name: "Skip this one" }).click();
    await rowOf(page, "Report").getByText("Mon 12 May 2031", { exact: true }).waitFor();

    await open();
    const details = page.getByRole("form", { name: "Details of Report" });
    await details.getByRole("button", { name: /^Due:/ }).click();
    await page.getByRole("button", { name: / 13 May 2031/ }).click();
    await details.getByRole("button", { name: "This and all following" }).click();
    await rowOf(page, "Report").getByText("Tue 13 May 2031", { exact: true }).waitFor();
    await page.keyboard.press("Escape");
    await person.post(id, "/complete");
    await rowOf(page, "Report").getByText("Tue 20 May 2031", { exact: true }).waitFor();

    await rowOf(page, "Report").hover();
    await page.getByRole("button", { name: "History of Report" }).click();
    const past = page.getByRole("region", { name: "Dates" }).getByRole("listitem");
    await expect.poll(() => past.allInnerTexts(), patience).toContain("Mon 5 May 2031\nskipped");
  });

  test("parts of a task are added in its details and stand under it with their progress", async () => {
    const person = await signUp(url);
    await person.create({ title: "Trip" });
    const page = await visitors.openAs(person);
    await page.getByRole("button", { name: "Details of Trip" }).click();
    for (const title of ["Book the train", "Pack"]) {
      await page.getByLabel("New subtask of Trip").fill(title);
      await page.getByLabel("New subtask of Trip").press("Enter");
      await page.locator("li.task").filter({ hasText: title }).waitFor();
    }
    await page.keyboard.press("Escape");
    await rowOf(page, "Trip").getByText("0/2", { exact: true }).waitFor();
    await tickOf(page, "Pack").click();
    await rowOf(page, "Trip").getByText("1/2", { exact: true }).waitFor();
    const inside = page.locator('.task[data-depth="1"] .task__title');
    await expect.poll(() => inside.allInnerTexts(), patience).toEqual(["Book the train", "Pack"]);
  });
});

describe.skipIf(withoutChromium)("settings", () => {
  const visitors = useVisitors(url);

  test("survive a reload, and the page speaks by them", async () => {
    const person = await signUp(url);
    await person.create({ title: "Lunch", due: { kind: "floating", at: "2031-05-05T13:00" } });
    const page = await visitors.openAs(person);
    await page.getByRole("button", { name: "Settings" }).click();
    const form = page.getByRole("form", { name: "Settings" });
    await form.getByLabel("Time zone").selectOption("America/New_York");
    await form.getByLabel("Language").selectOption("en-US");
    await form.getByLabel(/^Quiet hours/).check();
    await form.getByLabel("From").fill("21:30");
    await form.getByLabel("Webhook", { exact: true }).check();
    await form.getByRole("button", { name: "Save" }).click();
    await form
      .getByText(/Say where webhooks go/)
      .first()
      .waitFor();
    await form.getByLabel("Webhooks go to").fill("https://example.org/hook");
    await form.getByRole("button", { name: "Save" }).click();
    await page.getByText(/^Settings saved\./).waitFor();
    await rowOf(page, "Lunch").getByText("1:00 PM").waitFor();

    await page.reload();
    await page.getByRole("button", { name: "Settings" }).click();
    expect(await form.getByLabel("Time zone").inputValue()).toBe("America/New_York");
    expect(await form.getByLabel("From").inputValue()).toBe("21:30");
    expect(await form.getByLabel("Webhook", { exact: true }).isChecked()).toBe(true);
    await form.getByRole("button", { name: "Show the signing secret" }).click();
    await form.getByText(/^whsec_/).waitFor();
    expect(await person.settings()).toMatchObject({
      timeZone: "America/New_York",
      locale: "en-US",
      quietHours: { from: "21:30", to: "07:00" },
      webhookUrl: "https://example.org/hook",
    });
  });

  test("the service worker is served for the whole site, and never from a cache", async () => {
    const answer = await fetch(`${url}/sw.js`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toContain("javascript");
    expect(answer.headers.get("cache-control")).toBe("no-cache");
    expect(await answer.text()).not.toMatch(/^\s*(import|export)\b/m);
  });
});
