// The page without a network, in a real browser: it opens, takes orders, keeps them over reloads and closed tabs, and brings them out in order.
import type { BrowserContext, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { newId } from "../../domain/ids.ts";
import { type Person, signUp } from "../client.ts";
import { sharedStack } from "../stack.ts";
import { isLive, rowOf, say, tickOf, useVisitors, withoutChromium } from "./visitors.ts";

const { url } = sharedStack();

/** How many of something the browser keeps. */
const kept = (page: Page, store: "people" | "tasks" | "outbox"): Promise<number> =>
  page.evaluate(
    (name) =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open("punctual");
        opening.addEventListener("error", () => reject(new Error("no database")));
        opening.addEventListener("success", () => {
          const count = opening.result.transaction(name).objectStore(name).count();
          count.addEventListener("success", () => {
            opening.result.close();
            resolve(count.result);
          });
        });
      }),
    store,
  );

/** How many turns of the conversation it keeps. */
const turnsKept = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const opening = indexedDB.open("punctual");
        opening.addEventListener("success", () => {
          const people = opening.result.transaction("people").objectStore("people").getAll();
          people.addEventListener("success", () => {
            opening.result.close();
            const [person] = people.result as { turns: unknown[] }[];
            resolve(person?.turns.length ?? 0);
          });
        });
      }),
  );

/** The page is kept: it could be opened without a line. */
const isKept = async (page: Page, tasks: number): Promise<void> => {
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await expect.poll(() => kept(page, "tasks")).toBe(tasks);
};
const add = async (page: Page, text: string): Promise<void> => {
  await page.getByLabel("New task").fill(text);
  await page.getByLabel("New task").press("Enter");
};
const leaveLine = async (context: BrowserContext, page: Page): Promise<void> => {
  await context.setOffline(true);
  await page.getByText("Offline", { exact: true }).waitFor();
};
const titlesOf = async (person: Person): Promise<string[]> =>
  (await person.list()).map(({ title }) => title).toSorted();
/** The line is live, nothing is said of it any more, and nothing waits. */
const isQuiet = async (page: Page): Promise<void> => {
  await page.locator(".line--quiet").waitFor({ timeout: 30_000 });
  await expect.poll(() => kept(page, "outbox")).toBe(0);
};

describe.skipIf(withoutChromium)("without a line", () => {
  const visitors = useVisitors(url);

  /** A person at a page that is kept, with these tasks. */
  const visit = async (...titles: string[]) => {
    const person = await signUp(url);
    for (const title of titles) await person.create({ title });
    const page = await visitors.openAs(person);
    await isKept(page, titles.length);
    return { person, page, context: page.context() };
  };

  test("the page reloads and opens with what was there last, and says that it is offline", async () => {
    const { page, context } = await visit("Bake bread", "Call mum");
    await say(page, "what is due today");
    await expect.poll(() => turnsKept(page)).toBe(1);
    await leaveLine(context, page);
    await page.reload();
    await rowOf(page, "Bake bread").waitFor();
    await rowOf(page, "Call mum").waitFor();
    await page.getByText("what is due today").waitFor();
    await page.getByText("Offline", { exact: true }).waitFor();
    const other = await context.newPage();
    await other.goto(`${url}/?task=none`);
    await rowOf(other, "Bake bread").waitFor();
    await context.setOffline(false);
    await isLive(page, 30_000);
  });

  test("what is added, renamed, ticked and deleted shows at once, outlives a reload, and is done when the line is back", async () => {
    const { person, page, context } = await visit("Bake bread", "Call mum", "Old news");
    await leaveLine(context, page);
    await add(page, "Water the plants p1");
    await rowOf(page, "Water the plants").waitFor();
    await rowOf(page, "Bake bread")
      .getByRole("button", { name: "Bake bread", exact: true })
      .click();
    await page.getByLabel("New title of Bake bread").fill("Bake rye bread");
    await page.keyboard.press("Enter");
    await tickOf(page, "Call mum").click();
    await rowOf(page, "Old news").hover();
    await page.getByRole("button", { name: "Delete Old news" }).click();
    await tickOf(page, "Water the plants").click();
    await page.getByText("5 waiting").waitFor();

    await page.reload();
    await page.getByText("5 waiting").waitFor();
    await rowOf(page, "Bake rye bread").waitFor();
    expect(await rowOf(page, "Old news").count()).toBe(0);
    expect(await titlesOf(person)).toEqual(["Bake bread", "Call mum", "Old news"]);

    await context.setOffline(false);
    await isQuiet(page);
    const all = await person.list({ status: "open,in_progress,done,cancelled" });
    expect(all.map(({ title, status }) => `${title}: ${status}`).toSorted()).toEqual([
      "Bake rye bread: open",
      "Call mum: done",
      "Water the plants: done",
    ]);
  });

  test("Ctrl+Z takes back what waits, and not what was done before it", async () => {
    const { person, page, context } = await visit("Bake bread");
    await add(page, "Call mum");
    await expect.poll(() => titlesOf(person)).toEqual(["Bake bread", "Call mum"]);
    await leaveLine(context, page);
    await add(page, "Water the plants");
    await page.getByText("1 waiting").waitFor();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+z");
    await page.getByText("Taken back: “Water the plants” was not added.").waitFor();
    await rowOf(page, "Call mum").waitFor();
    expect(await rowOf(page, "Water the plants").count()).toBe(0);
    await context.setOffline(false);
    await isQuiet(page);
    expect(await titlesOf(person)).toEqual(["Bake bread", "Call mum"]);
  });

  test("a tab that is closed leaves its changes to the next", async () => {
    const { person, page, context } = await visit();
    await leaveLine(context, page);
    await add(page, "Water the plants");
    await page.getByText("1 waiting").waitFor();
    await page.close();
    await context.setOffline(false);
    expect(await titlesOf(person)).toEqual([]);
    const next = await context.newPage();
    await next.goto(url);
    await rowOf(next, "Water the plants").waitFor();
    await isQuiet(next);
    await expect.poll(() => titlesOf(person)).toEqual(["Water the plants"]);
  });

  test("two tabs share what waits, and each change is sent once", async () => {
    const { person, page, context } = await visit();
    const other = await context.newPage();
    await other.goto(url);
    await isLive(other);
    const sent: (string | undefined)[] = [];
    context.on("request", (request) => {
      if (request.method() === "POST" && request.url().endsWith("/api/v1/tasks"))
        sent.push(request.headers()["idempotency-key"]);
    });
    await leaveLine(context, page);
    await other.getByText("Offline", { exact: true }).waitFor();
    await add(page, "From the one");
    await add(other, "From the other");
    for (const tab of [page, other]) {
      await rowOf(tab, "From the one").waitFor();
      await rowOf(tab, "From the other").waitFor();
      await tab.getByText("2 waiting").waitFor();
    }
    await context.setOffline(false);
    await Promise.all([isQuiet(page), isQuiet(other)]);
    await expect.poll(() => titlesOf(person)).toEqual(["From the one", "From the other"]);
    expect(sent).toHaveLength(2);
    expect(new Set(sent).size).toBe(2);
  });

  test("where another device changed the same meanwhile, both are shown after a reload too", async () => {
    const { person, page, context } = await visit("Buy nails");
    const [task] = await person.list();
    await leaveLine(context, page);
    await rowOf(page, "Buy nails").getByRole("button", { name: "Buy nails", exact: true }).click();
    await page.getByLabel("New title of Buy nails").fill("Buy screws");
    await page.keyboard.press("Enter");
    await page.getByText("1 waiting").waitFor();
    await person.patch(task?.id ?? "", { title: "Buy bolts" });
    await page.reload();
    await context.setOffline(false);
    const row = page.locator(`[data-task="${task?.id}"]`);
    await row.getByRole("button", { name: "Choose" }).click({ timeout: 30_000 });
    const conflicts = page.getByRole("group", { name: "Changed on your other device too" });
    await conflicts.getByText("Buy bolts").waitFor();
    await conflicts.getByRole("button", { name: "Keep mine: Title" }).click();
    await expect.poll(() => titlesOf(person)).toEqual(["Buy screws"]);
  });

  test("what is refused when it is sent is said, and its words are not lost", async () => {
    const { person, page, context } = await visit();
    await leaveLine(context, page);
    const parent = await person.create({ title: "Move house" });
    await person.remove(parent.id);
    await page.evaluate(
      async ([parentId, id, key]) => {
        const opening = indexedDB.open("punctual");
        await new Promise((resolve) => opening.addEventListener("success", resolve));
        const database = opening.result;
        const change = database.transaction(["people", "outbox"], "readwrite");
        const people = change.objectStore("people").getAllKeys();
        await new Promise((resolve) => people.addEventListener("success", resolve));
        const fields = { title: "Pack the books", parentId };
        const entry = {
          v: 1,
          ticket: { key, correlationId: key },
          taskId: id,
          order: { kind: "create", fields },
          wish: { kind: "create", fields, at: new Date().toISOString() },
          unless: "“Pack the books” was not added",
        };
        change.objectStore("outbox").put(entry, [people.result[0], key] as IDBValidKey);
        await new Promise((resolve) => change.addEventListener("complete", resolve));
        database.close();
      },
      [parent.id, newId(), newId()] as const,
    );
    await page.reload();
    await page.getByText("1 waiting").waitFor();
    await context.setOffline(false);
    await page.getByText(/^“Pack the books” was not added\./).waitFor({ timeout: 30_000 });
    expect(await page.getByLabel("New task").inputValue()).toBe("Pack the books");
    await isQuiet(page);
  });

  test("a told reminder is snoozed, stays away over a reload, and is snoozed when the line is back", async () => {
    const { person, page, context } = await visit();
    const at = new Date(Date.now() + 1_000).toISOString();
    const reminders = [{ id: newId(), trigger: { kind: "instant" as const, at }, channels: null }];
    const { id } = await person.create({ title: "Take the pills", reminders });
    const cards = page.getByRole("region", { name: "Reminders" });
    await cards.getByRole("button", { name: "Snooze" }).waitFor();
    await expect.poll(() => kept(page, "tasks")).toBe(1);
    await leaveLine(context, page);
    await cards.getByRole("button", { name: "Snooze" }).click();
    await page.getByRole("button", { name: "10 min" }).click();
    await cards.waitFor({ state: "detached" });
    await page.getByText("1 waiting").waitFor();
    await page.reload();
    await page.getByText("1 waiting").waitFor();
    await rowOf(page, "Take the pills").waitFor();
    expect(await cards.count()).toBe(0);
    await context.setOffline(false);
    await isQuiet(page);
    const answer = await person.call("GET", "/reminders", { query: { taskId: id } });
    expect(await answer.json()).toMatchObject({ reminders: [{ state: "snoozed" }] });
  });

  test("the chat says that it needs the line, and keeps the words", async () => {
    const { page, context } = await visit();
    await leaveLine(context, page);
    await page.getByLabel("Message to Punctual").fill("add buy milk");
    await page.getByLabel("Message to Punctual").press("Enter");
    await page.getByText(/^The chat needs the line/).waitFor();
    await page.reload();
    expect(await page.getByLabel("Message to Punctual").inputValue()).toBe("add buy milk");
    await context.setOffline(false);
    await isLive(page, 30_000);
    await page.getByLabel("Message to Punctual").press("Enter");
    await rowOf(page, "buy milk").waitFor();
  });

  test("who signs out leaves nothing behind, and is asked where something waits", async () => {
    const { page, context } = await visit("Secret plan");
    await leaveLine(context, page);
    await add(page, "Another secret");
    await page.getByText("1 waiting").waitFor();
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.getByText("1 change has not reached the server yet and would be lost.").waitFor();
    await context.setOffline(false);
    await isQuiet(page);
    await page.getByRole("button", { name: "Sign out", exact: true }).click();
    await page.getByRole("button", { name: "Sign in" }).waitFor();
    await expect.poll(() => kept(page, "people")).toBe(0);
    expect([await kept(page, "tasks"), await kept(page, "outbox")]).toEqual([0, 0]);
    await page.reload();
    await page.getByRole("button", { name: "Sign in" }).waitFor();
  });

  test("the worker keeps the page's own files and nothing else", async () => {
    const { page } = await visit("Secret plan");
    const files = await page.evaluate(async () => {
      const names = await caches.keys();
      const all = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
      return all.flat().map((request) => new URL(request.url).pathname);
    });
    expect(files).toContain("/");
    for (const file of files) expect(file).toMatch(/^\/$|^\/assets\/[\w.-]+$/);
  });
});
