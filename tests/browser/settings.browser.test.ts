// The settings changed on two devices at once, and how far a change is, in a real browser.
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { openDatabase } from "../../database/pool.ts";
import { newId } from "../../domain/ids.ts";
import { defaultSettings } from "../../domain/settings.ts";
import { type Person, signUp } from "../client.ts";
import { makeBrowser } from "../browser-push.ts";
import { sharedStack } from "../stack.ts";
import { faultsOf } from "./axe.ts";
import { phone, useVisitors, wide, withoutChromium } from "./visitors.ts";

const { url, env } = sharedStack();
const { dayParts } = defaultSettings;

describe.skipIf(withoutChromium)("settings", () => {
  const visitors = useVisitors(url);

  const open = async (): Promise<{ person: Person; page: Page }> => {
    const person = await signUp(url);
    const page = await visitors.openAs(person);
    await page.getByRole("button", { name: "Settings" }).click();
    await page.getByText("What morning, evening and the like mean").click();
    return { person, page };
  };
  const set = async (person: Person, body: object): Promise<void> => {
    expect((await person.call("PATCH", "/settings", { body })).status).toBe(200);
  };
  const save = (page: Page) => page.getByRole("button", { name: "Save", exact: true }).click();

  test.each([
    ["a wide page", wide],
    ["a phone", phone],
  ])("%s shows how far a change is among thousands of tasks, in its place", async (_, size) => {
    const person = await signUp(url);
    const page = await visitors.openAs(person, size);
    const db = openDatabase(env.DATABASE_URL, { max: 1 });
    try {
      // One under way that nobody takes up: the test says how it goes on.
      const id = newId();
      await db.query(
        `insert into retimes (id, user_id, origin, ready_at, begun_at, tasks, done)
          values ($1, $2, '{}', now() + interval '1 hour', now(), 2000, 840)`,
        [id, person.userId],
      );
      await page.getByLabel("Moving reminders: 42 %").waitFor();
      const header = page.getByRole("banner");
      expect(await header.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0);
      expect(await header.evaluate((one) => one.clientHeight)).toBeLessThan(60);
      await db.query("update retimes set done = 2000, finished_at = now() where id = $1", [id]);
      await page.getByLabel(/Moving reminders/).waitFor({ state: "detached" });
    } finally {
      await db.end();
    }
  });

  test("what another device changed while they were open stays, each part of the day for itself", async () => {
    const { person, page } = await open();
    await page.getByLabel("Morning").fill("08:00");
    await set(person, { dayParts: { ...dayParts, evening: "18:00" }, dayTime: "10:00" });
    await save(page);
    await page.getByText(/^Settings saved/).waitFor();
    expect(await person.settings()).toMatchObject({
      dayTime: "10:00",
      dayParts: { morning: "08:00", evening: "18:00" },
    });
  });

  test("where both changed the same both values are shown", async () => {
    const { person, page } = await open();
    await page.getByLabel("Morning").fill("08:00");
    await set(person, { dayParts: { ...dayParts, morning: "07:00" } });
    await save(page);
    const conflicts = page.getByRole("group", { name: "Changed elsewhere too" });
    await conflicts.getByText("07:00").waitFor();
    expect((await person.settings()).dayParts.morning).toBe("07:00");
    await conflicts.getByRole("button", { name: "Keep mine: Morning" }).click();
    await save(page);
    await page.getByText(/^Settings saved/).waitFor();
    expect((await person.settings()).dayParts.morning).toBe("08:00");
  });

  test("what is changed while a save is on its way stays, and waits to be saved", async () => {
    const { person, page } = await open();
    const arrived = Promise.withResolvers<void>();
    const answered = Promise.withResolvers<void>();
    await page.route("**/api/v1/settings", async (route) => {
      if (route.request().method() === "PATCH") {
        arrived.resolve();
        await answered.promise;
      }
      await route.continue();
    });
    await page.getByLabel("Morning").fill("08:00");
    await save(page);
    await arrived.promise;
    await page.getByLabel("Evening").fill("18:00");
    answered.resolve();
    await page.getByText(/^Settings saved/).waitFor();
    expect(await page.getByLabel("Evening").inputValue()).toBe("18:00");
    await save(page);
    await expect
      .poll(async () => (await person.settings()).dayParts)
      .toMatchObject({ morning: "08:00", evening: "18:00" });
  });

  test("what was changed and not saved outlives Esc and a reload", async () => {
    const { page } = await open();
    await page.getByLabel("A full day reminds at").fill("11:00");
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page.reload();
    await page.getByRole("button", { name: "Settings" }).click();
    expect(await page.getByLabel("A full day reminds at").inputValue()).toBe("11:00");
    await page.getByRole("button", { name: "Discard" }).click();
    expect(await page.getByLabel("A full day reminds at").inputValue()).toBe("09:00");
  });

  test("show the devices that are notified, try them, and take one away", async () => {
    const person = await signUp(url);
    const { endpoint, p256dh, auth } = makeBrowser().subscription("http://127.0.0.1:1/push");
    const headers = { "X-Device-Id": "web-phone", "user-agent": "Firefox/140.0 (Android 16)" };
    const body = { endpoint, keys: { p256dh, auth } };
    await person.call("POST", "/push/subscriptions", { body, headers });
    const page = await visitors.openAs(person);
    await page.getByRole("button", { name: "Settings" }).click();
    const list = page.getByRole("list", { name: "Devices that are notified" });
    await list.getByText("Firefox on Android").waitFor();
    await list.getByText("nothing sent yet").waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole("button", { name: "Send a test to all of them" }).click();
    await page.getByText(/^It did not get through: .+\.$/).waitFor();
    await list.getByRole("button", { name: "Remove: Firefox on Android" }).click();
    await page.getByText("None yet.").waitFor();
    const answer = await person.call("GET", "/push/subscriptions");
    expect(await answer.json()).toEqual({ subscriptions: [] });
  });

  test("show the last reminders with what became of each, to the millisecond", async () => {
    const person = await signUp(url);
    const page = await visitors.openAs(person);
    const { id } = await person.create({ title: "Take the bread out" });
    const at = new Date(Date.now() + 1_500).toISOString();
    await person.call("POST", "/reminders", { body: { taskId: id, at } });
    await page
      .getByRole("region", { name: /^Reminder/ })
      .getByText("Take the bread out")
      .waitFor();
    await page.getByRole("button", { name: "Settings" }).click();
    const recent = page.getByRole("region", { name: "Recent reminders" });
    await recent.getByText("Take the bread out").waitFor();
    expect(await recent.getByRole("listitem").innerText()).toMatch(
      /due .*\d\d:\d\d\.\d{3}, shown .*\d\d:\d\d\.\d{3}/,
    );
  });

  test("that cannot be fetched leave the page as it is, and say so", async () => {
    const person = await signUp(url);
    const page = await visitors.openAs(person, { ...wide, serviceWorkers: "block" });
    await page.context().route("**/assets/**", (route) => route.abort());
    await page.getByRole("button", { name: "Settings" }).click();
    const dialog = page.getByRole("dialog", { name: "This part could not be loaded" });
    await dialog.getByRole("button", { name: "Reload" }).waitFor();
    await dialog.getByRole("button", { name: "Close" }).click();
    await dialog.waitFor({ state: "detached" });
    await page.getByLabel("New task").fill("still here");
    await page.getByLabel("New task").press("Enter");
    await page.getByRole("button", { name: "Details of still here" }).waitFor();
    expect(new URL(page.url()).pathname).toBe("/");
  });
});
