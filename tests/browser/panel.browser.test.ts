// One task beside the list, in real browsers: at its own address, wherever the task is.
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { openDatabase } from "../../database/pool.ts";
import { newId } from "../../domain/ids.ts";
import { type Person, signUp } from "../client.ts";
import { sharedStack } from "../stack.ts";
import { isLive, phone, rowOf, say, useVisitors, withoutChromium } from "./visitors.ts";

const { url, env } = sharedStack();
const panel = (page: Page) => page.getByRole("region", { name: "Task", exact: true });
const pathOf = (page: Page): string => new URL(page.url()).pathname;

describe.skipIf(withoutChromium)("a task", () => {
  const visitors = useVisitors(url);
  const at = async (person: Person, path: string): Promise<Page> => {
    const page = await visitors.openAs(person);
    await page.goto(`${url}${path}`);
    await isLive(page);
    return page;
  };

  test("opens at its address beside the list one was in; Esc, Back and a reload keep to that", async () => {
    const person = await signUp(url);
    const { id } = await person.create({ title: "Write", project: "work" });
    const page = await at(person, "/project/work");
    await page.getByRole("button", { name: "Details of Write" }).click();
    expect(pathOf(page)).toBe(`/task/${id}`);
    await panel(page).getByRole("heading", { name: "Write" }).waitFor();
    await page.getByRole("heading", { level: 1, name: "work" }).waitFor();
    await page.reload();
    await panel(page).getByRole("form").waitFor();
    await page.getByRole("heading", { level: 1, name: "work" }).waitFor();
    await page.keyboard.press("Escape");
    await panel(page).waitFor({ state: "detached" });
    expect(pathOf(page)).toBe("/project/work");
    await page.goBack();
    await panel(page).getByRole("form").waitFor();
  });

  test("is found by its address also when it ended long ago, and an old link still leads there", async () => {
    const person = await signUp(url);
    const { id } = await person.create({ title: "Long ago" });
    await person.post(id, "/complete");
    const db = openDatabase(env.DATABASE_URL, { max: 1 });
    const ended = "2020-01-01T10:00:00.000Z";
    const longAgo =
      "update tasks set doc = jsonb_set(doc, '{completedAt}', to_jsonb($2::text)) where id = $1";
    try {
      await db.query(longAgo, [id, ended]);
    } finally {
      await db.end();
    }
    const page = await at(person, "/done");
    await page.getByRole("button", { name: "Show older" }).waitFor();
    await page.goto(`${url}/?task=${id}`);
    await panel(page).getByRole("heading", { name: "Long ago" }).waitFor();
    expect(pathOf(page)).toBe(`/task/${id}`);
  });

  test("in the trash can be restored from its address; one that is not there is said so", async () => {
    const person = await signUp(url);
    const { id } = await person.create({ title: "Thrown away" });
    await person.remove(id);
    const page = await at(person, `/task/${id}`);
    await panel(page).getByText("This task is in the trash.").waitFor();
    await panel(page).getByRole("button", { name: "Restore" }).click();
    await panel(page).getByRole("form").waitFor();
    await rowOf(page, "Thrown away").waitFor();
    await page.goto(`${url}/task/${newId()}`);
    await panel(page).getByText("There is no such task").waitFor();
    expect(await panel(page).getByRole("button", { name: "Restore" }).count()).toBe(0);
  });

  test("of a chat listing opens", async () => {
    const person = await signUp(url);
    await person.create({ title: "Taxes", due: { kind: "day", at: "2031-05-04" } });
    const page = await visitors.openAs(person);
    await rowOf(page, "Taxes").waitFor();
    await say(page, "anything about taxes?");
    const listed = page.getByRole("log", { name: "Conversation" });
    await listed.getByRole("button", { name: "Taxes", exact: true }).click();
    await panel(page).getByRole("heading", { name: "Taxes" }).waitFor();
    expect(pathOf(page)).toMatch(/^\/task\//);
  });

  test("covers a phone, and closing it leads back to the list", async () => {
    const person = await signUp(url);
    await person.create({ title: "Bake" });
    const page = await visitors.openAs(person, phone);
    await page.getByRole("button", { name: "Details of Bake" }).tap();
    await panel(page).getByRole("form").waitFor();
    expect(await page.locator("#list").isVisible()).toBe(false);
    await page.getByRole("button", { name: "Close the task" }).tap();
    await rowOf(page, "Bake").waitFor();
  });

  test("settings are an address too, over the list one was in", async () => {
    const person = await signUp(url);
    const page = await at(person, "/upcoming");
    await page.getByRole("button", { name: "Settings" }).click();
    await page.getByRole("form", { name: "Settings" }).waitFor();
    expect(pathOf(page)).toBe("/settings");
    await page.keyboard.press("Escape");
    await page.getByRole("heading", { level: 1, name: "Upcoming" }).waitFor();
    expect(pathOf(page)).toBe("/upcoming");
    await page.goto(`${url}/settings`);
    await page.getByRole("form", { name: "Settings" }).waitFor();
  });

  test.each([
    ["on a phone", phone],
    ["where it stands over the chat", { viewport: { width: 1000, height: 800 } }],
  ])("leaves a notice's Undo and a reminder's Done to press, %s", async (_, window) => {
    const person = await signUp(url);
    const page = await visitors.openAs(person, window);
    const trigger = { kind: "instant" as const, at: new Date(Date.now() + 1_000).toISOString() };
    const reminders = [{ id: newId(), trigger, channels: null }];
    const { id } = await person.create({ title: "Call mum", reminders });
    await person.create({ title: "Write" });
    const card = page.getByRole("region", { name: "Reminders" }).getByRole("alert");
    await card.waitFor();
    await page.getByRole("button", { name: "Details of Write" }).click();
    await panel(page).getByRole("form").waitFor();
    await card.getByRole("button", { name: "Done" }).click();
    const notices = page.getByRole("region", { name: "Notices" });
    await notices.getByText("Completed “Call mum”.").waitFor();
    expect((await person.read(id)).status).toBe("done");
    await notices.getByRole("button", { name: "Undo" }).click();
    await expect.poll(async () => (await person.read(id)).status).toBe("open");
  });
});
