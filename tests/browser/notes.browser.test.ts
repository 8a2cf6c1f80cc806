// The notes of a task in real browsers: markdown as it is meant, and nothing a stranger could do with it.
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { signUp } from "../client.ts";
import { sharedStack } from "../stack.ts";
import { useVisitors, withoutChromium } from "./visitors.ts";

const { url } = sharedStack();
const formOf = (page: Page) => page.getByRole("form", { name: /^Details of/ });

describe.skipIf(withoutChromium)("notes", () => {
  const visitors = useVisitors(url);

  const looking = async (description: string) => {
    const person = await signUp(url);
    const { id } = await person.create({ title: "Trip", description });
    const page = await visitors.openAs(person);
    await page.goto(`${url}/task/${id}`);
    await formOf(page).waitFor();
    return { page, now: async () => (await person.read(id)).description };
  };

  test("are shown as they are meant; a click, or Enter on Edit, begins to type, and Ctrl+Enter saves", async () => {
    const { page, now } = await looking(
      "Bring **warm** things,\nand see [the map](https://maps.example).",
    );
    const form = formOf(page);
    expect(await form.locator("strong").innerText()).toBe("warm");
    expect(await form.locator(".notes__text br").count()).toBe(1);
    const link = form.getByRole("link", { name: "the map" });
    expect(await link.getAttribute("target")).toBe("_blank");
    expect(await link.getAttribute("rel")).toContain("noopener");
    await form.getByRole("button", { name: "Edit" }).press("Enter");
    await page.keyboard.type(" Now.");
    await page.keyboard.press("Control+Enter");
    await form.getByText("Now.").waitFor();
    await expect.poll(now).toMatch(/ Now\.$/);
    await form.locator("strong").click();
    await form.getByLabel("Notes", { exact: true }).waitFor();
    await page.keyboard.press("Escape");
    await form.getByRole("button", { name: "Edit" }).waitFor();
  });

  test("run no code, show no HTML, and fetch no picture of a stranger", async () => {
    const { page } = await looking(
      [
        "<img src=x onerror=\"document.title='hacked'\"> <b>bold</b>",
        "[run](javascript:alert(1)) [data](data:text/html,hi)",
        "![a cat](https://stranger.example/cat.png)",
        "<script>document.title='hacked'</script>",
      ].join("\n\n"),
    );
    const text = formOf(page).locator(".notes__text");
    await text.getByRole("link", { name: "a cat" }).waitFor();
    expect(await text.locator("img, script, b").count()).toBe(0);
    for (const name of ["run", "data"])
      expect((await text.getByText(name, { exact: true }).getAttribute("href")) ?? "").toBe("");
    expect(await page.title()).not.toContain("hacked");
    // That nothing was asked of another host is checked after each test (visitors.ts).
  });

  test("have boxes that are ticked where they stand", async () => {
    const { page, now } = await looking("- [ ] passport\n- [x] tickets");
    const box = formOf(page).getByRole("checkbox", { name: "passport" });
    await box.click();
    await expect.poll(now).toBe("- [x] passport\n- [x] tickets");
    await formOf(page).getByRole("checkbox", { name: "tickets" }).click();
    await expect.poll(now).toBe("- [x] passport\n- [ ] tickets");
  });
});
