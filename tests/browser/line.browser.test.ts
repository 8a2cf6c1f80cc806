// The page when the line to the gateway is lost: it says so, comes back by itself, and has missed nothing.
import { describe, expect, test } from "vitest";
import { signUp } from "../client.ts";
import { sharedStack } from "../stack.ts";
import { isLive, rowOf, useVisitors, withoutChromium } from "./visitors.ts";

const stack = sharedStack();

describe.skipIf(withoutChromium)("a lost line", () => {
  const visitors = useVisitors(stack.url);

  test("the gateway is gone for a moment: the page says so, comes back, and shows what happened meanwhile", async () => {
    const person = await signUp(stack.url);
    const page = await visitors.openAs(person);
    await person.create({ title: "Before" });
    await rowOf(page, "Before").waitFor();

    await stack.hold("gateway");
    await page.getByText("Reconnecting…").waitFor();
    await page.getByLabel("New task").fill("Typed in the dark");
    await page.getByLabel("New task").press("Enter");
    await rowOf(page, "Typed in the dark").waitFor();
    await stack.release("gateway");
    await person.create({ title: "Meanwhile" });

    await isLive(page, 30_000); // a gateway on a busy machine takes its time
    await rowOf(page, "Meanwhile").waitFor();
    const confirmed = page.locator(".task:not(.is-waiting)", { hasText: "Typed in the dark" });
    await confirmed.waitFor({ timeout: 30_000 });
    const titles = (await person.list()).map(({ title }) => title);
    expect(titles.toSorted()).toEqual(["Before", "Meanwhile", "Typed in the dark"]);
  });
});
