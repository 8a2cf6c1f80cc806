// Projects, tags and saved filters worked on in the sidebar of one browser, with a second one watching.
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { type Person, signUp } from "../client.ts";
import { sharedStack } from "../stack.ts";
import { faultsOf } from "./axe.ts";
import { phone, rowOf, useVisitors, withoutChromium } from "./visitors.ts";

const { url } = sharedStack();
const lists = (page: Page) => page.getByRole("navigation", { name: "Lists, projects and tags" });
const link = (page: Page, name: string | RegExp) => lists(page).getByRole("link", { name });
const pathOf = (page: Page): string => new URL(page.url()).pathname;

describe.skipIf(withoutChromium)("the sidebar", () => {
  const visitors = useVisitors(url);
  const twoWindows = async (): Promise<{ person: Person; page: Page; other: Page }> => {
    const person = await signUp(url);
    const [page, other] = await Promise.all([visitors.openAs(person), visitors.openAs(person)]);
    return { person, page, other };
  };

  test("makes a project that stands there without tasks, on every device", async () => {
    const { page, other } = await twoWindows();
    await page.getByRole("button", { name: "Add a project" }).click();
    const form = page.getByRole("form", { name: "Project" });
    await form.getByLabel("Name").fill("Garden");
    await form.getByLabel("Colour").selectOption("green");
    expect(await faultsOf(page)).toEqual([]);
    await form.getByRole("button", { name: "Add", exact: true }).click();
    await link(other, "Garden").click();
    await other.getByText("Nothing in Garden.").waitFor();
  });

  test("renames a project with its tasks, follows it, and takes all of it back", async () => {
    const { person, page, other } = await twoWindows();
    const { id } = await person.create({ title: "Mow", project: "garden" });
    await link(page, /^garden/).click();
    await page.getByRole("button", { name: "Change garden" }).click();
    const form = page.getByRole("form", { name: "Project" });
    await form.getByLabel("Name").fill("Yard");
    await form.getByRole("button", { name: "Save" }).click();
    await page.getByRole("heading", { level: 1, name: "Yard" }).waitFor();
    expect(pathOf(page)).toBe("/project/Yard");
    await rowOf(other, "Mow").getByText("#Yard", { exact: true }).waitFor();
    await page.getByRole("button", { name: "Undo" }).click();
    await expect.poll(async () => (await person.read(id)).project).toBe("garden");
    await link(other, /^garden/).waitFor();
  });

  test("archives a project and deletes one, asking what becomes of its tasks", async () => {
    const { person, page } = await twoWindows();
    const { id } = await person.create({ title: "Old", project: "past" });
    await page.getByRole("button", { name: "Change past" }).click();
    const form = page.getByRole("form", { name: "Project" });
    await form.getByLabel(/^Archived/).check();
    await form.getByRole("button", { name: "Save" }).click();
    await page.getByText("Archived 1").click();
    await page.getByRole("button", { name: "Change past" }).click();
    await page.getByRole("button", { name: "Delete past" }).click();
    await page.getByRole("button", { name: "Move them to the inbox" }).click();
    await link(page, /^past/).waitFor({ state: "detached" });
    await expect.poll(async () => (await person.read(id)).project).toBeNull();
  });

  test("merges two tags, and takes one off all its tasks", async () => {
    const { person, page } = await twoWindows();
    const { id } = await person.create({ title: "Buy", tags: ["shop"] });
    await person.create({ title: "Fetch", tags: ["errand"] });
    await page.getByRole("button", { name: "Add a tag" }).click();
    const form = page.getByRole("form", { name: "Tag" });
    await form.getByLabel("Name").fill("errands");
    await form.getByRole("button", { name: "Add", exact: true }).click();
    await link(page, "errands").waitFor();
    await page.getByRole("button", { name: "Change shop" }).click();
    await form.getByLabel("Name").fill("errands");
    await form.getByRole("button", { name: "Merge into “errands”" }).click();
    await expect.poll(async () => (await person.read(id)).tags).toEqual(["errands"]);
    await page.getByRole("button", { name: "Change errand", exact: true }).click();
    await page.getByRole("button", { name: "Delete errand", exact: true }).click();
    await page.getByRole("button", { name: "Delete", exact: true }).click();
    await link(page, /^errand \d/).waitFor({ state: "detached" });
  });

  test("keeps a filter under a name, with an address; a wrong one is refused with the place", async () => {
    const { person, page, other } = await twoWindows();
    await person.create({ title: "Urgent", priority: 1 });
    await person.create({ title: "Calm" });
    await page.getByRole("button", { name: "Add a filter" }).click();
    const form = page.getByRole("form", { name: "Filter" });
    await form.getByLabel("Name").fill("Hot");
    await form.getByLabel("Shows tasks that are").fill("p1 & (");
    await form.getByRole("button", { name: "Add", exact: true }).click();
    await form.getByRole("alert").waitFor();
    await form.getByLabel("Shows tasks that are").fill("p1");
    await form.getByRole("button", { name: "Add", exact: true }).click();
    await link(other, "Hot").click();
    expect(pathOf(other)).toMatch(/^\/filter\/.+/);
    await other.getByRole("heading", { level: 1, name: "Hot" }).waitFor();
    await rowOf(other, "Urgent").waitFor();
    expect(await rowOf(other, "Calm").count()).toBe(0);
  });

  test("a saved filter says how much is open in it, and follows what happens elsewhere", async () => {
    const { person, page, other } = await twoWindows();
    const { id } = await person.create({ title: "Urgent", priority: 1 });
    await person.create({ title: "Calm" });
    for (const [name, query] of [
      ["Hot", "p1 | @now"],
      ["Calm ones", "p4"],
    ])
      await person.call("POST", "/filters", { body: { name, query } });
    for (const window of [page, other]) await link(window, "Hot 1").waitFor();
    await person.create({ title: "Tagged", tags: ["now"] });
    for (const window of [page, other]) await link(window, "Hot 2").waitFor();
    await person.post(id, "/complete");
    for (const window of [page, other]) await link(window, "Hot 1").waitFor();
    expect(await link(other, "Calm ones 2").count()).toBe(1);
  });

  test("a filter that is deleted leads away only from its own list", async () => {
    const person = await signUp(url);
    for (const [name, query] of [
      ["Hot", "p1"],
      ["Soon", "today"],
    ])
      expect((await person.call("POST", "/filters", { body: { name, query } })).ok).toBe(true);
    const page = await visitors.openAs(person);
    const drop = async (name: string): Promise<void> => {
      await page.getByRole("button", { name: `Change ${name}` }).click();
      await page.getByRole("button", { name: `Delete ${name}` }).click();
      await page.getByRole("button", { name: "Delete", exact: true }).click();
      await link(page, name).waitFor({ state: "detached" });
    };
    await link(page, "Hot").click();
    await page.getByRole("heading", { level: 1, name: "Hot" }).waitFor();
    await drop("Soon");
    expect(pathOf(page)).toMatch(/^\/filter\/.+/);
    await drop("Hot");
    await expect.poll(() => pathOf(page)).toBe("/");
  });

  test("over a phone's page stays open when the form of a project in it is closed", async () => {
    const person = await signUp(url);
    await person.create({ title: "Mow", project: "garden" });
    const page = await visitors.openAs(person, phone);
    await page.getByRole("button", { name: "Lists", exact: true }).tap();
    const menu = page.getByRole("dialog", { name: "Lists" });
    await menu.getByRole("button", { name: "Change garden" }).tap();
    const form = page.getByRole("form", { name: "Project" });
    await form.waitFor();
    await page.keyboard.press("Escape");
    await form.waitFor({ state: "detached" });
    expect(await menu.isVisible()).toBe(true);
    await menu.getByRole("button", { name: "Change garden" }).tap();
    await form.getByLabel("Name").fill("Yard");
    await form.getByRole("button", { name: "Save" }).tap();
    await menu.getByRole("link", { name: /^Yard/ }).waitFor();
  });
});
