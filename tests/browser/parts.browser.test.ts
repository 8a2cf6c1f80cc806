// The parts of a task and its reminders in its panel, in real browsers.
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { newId } from "../../domain/ids.ts";
import { signUp } from "../client.ts";
import { sharedStack } from "../stack.ts";
import { faultsOf } from "./axe.ts";
import { useVisitors, withoutChromium } from "./visitors.ts";

const { url } = sharedStack();
const panel = (page: Page) => page.getByRole("region", { name: "Task", exact: true });
const partsOf = (page: Page) => panel(page).getByRole("region", { name: /^Subtasks/ });

describe.skipIf(withoutChromium)("in its panel", () => {
  const visitors = useVisitors(url);

  const looking = async (title: string) => {
    const person = await signUp(url);
    const { id } = await person.create({ title });
    const page = await visitors.openAs(person);
    await page.goto(`${url}/task/${id}`);
    await partsOf(page).waitFor();
    return { person, page, id };
  };

  test("a task's parts get the dates in their words, one line after the other, and are ticked there", async () => {
    const { person, page, id } = await looking("Move house");
    const line = partsOf(page).getByLabel("New subtask of Move house");
    await line.fill("call Bob 4 may 2031 at 9 p1");
    await partsOf(page)
      .getByText(/^Enter adds: .*call Bob/i)
      .waitFor();
    await line.press("Enter");
    await partsOf(page).getByRole("listitem").filter({ hasText: "Sun 4 May 2031 09:00" }).waitFor();
    expect(await line.evaluate((input) => input === document.activeElement)).toBe(true);
    await line.fill("Read The 5th Wave");
    await line.press("Enter");
    await partsOf(page).getByRole("button", { name: "Read The 5th Wave" }).waitFor();
    const all = await person.list({ status: "open" });
    expect(all.find(({ title }) => title === "call Bob")).toMatchObject({
      parentId: id,
      priority: 1,
      due: { kind: "floating", at: "2031-05-04T09:00" },
    });
    await partsOf(page).getByRole("checkbox", { name: "Complete call Bob" }).click();
    await partsOf(page).getByRole("heading", { name: "Subtasks · 1 of 2" }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
  });

  test("a part is opened by its title, and leads back to the task it is a part of", async () => {
    const { person, page, id } = await looking("Move house");
    const part = await person.create({ title: "Pack", parentId: id });
    await partsOf(page).getByRole("button", { name: "Pack" }).click();
    await panel(page).getByRole("heading", { name: "Pack" }).waitFor();
    expect(new URL(page.url()).pathname).toBe(`/task/${part.id}`);
    await panel(page).getByRole("button", { name: "Part of Move house" }).click();
    await panel(page).getByRole("heading", { name: "Move house" }).waitFor();
    await page.goBack();
    await panel(page).getByRole("heading", { name: "Pack" }).waitFor();
  });

  test("a snoozed reminder says until when, and can be taken away", async () => {
    const { person, page, id } = await looking("Tea");
    const trigger = { kind: "instant" as const, at: new Date(Date.now() + 1_000).toISOString() };
    await person.patch(id, { reminders: [{ id: newId(), trigger, channels: null }] });
    const card = page.getByRole("region", { name: "Reminders" }).getByRole("alert");
    await card.getByRole("button", { name: "Snooze" }).click();
    await page.getByRole("button", { name: "1 hour" }).click();
    const reminders = panel(page).getByRole("region", { name: "Reminders" });
    await reminders.getByText(/^snoozed until /).waitFor();
    await reminders.getByRole("button", { name: /^Remove the reminder/ }).click();
    await expect.poll(async () => (await person.read(id)).reminders.length).toBe(0);
  });
});
