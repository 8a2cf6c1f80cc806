// The page as an installed app, in a real browser: manifest and icons, the number on the icon, a new version beside an open page, and when it asks to
// notify.
import type { Page } from "playwright-core";
import { afterAll, describe, expect, test } from "vitest";
import { newId } from "../../domain/ids.ts";
import { signUp } from "../client.ts";
import { sharedStack } from "../stack.ts";
import { startFront } from "./front.ts";
import { isLive, rowOf, useVisitors, withoutChromium } from "./visitors.ts";

const { url } = sharedStack();
const front = await startFront(url);
afterAll(() => front.stop());

const isControlled = (page: Page) =>
  page.waitForFunction(() => navigator.serviceWorker.controller !== null);

describe.skipIf(withoutChromium)("the installed page", () => {
  const visitors = useVisitors(front.url);
  const visit = async () => {
    const person = { ...(await signUp(url)), url: front.url };
    return { person, page: await visitors.openAs(person) };
  };

  test("has a manifest whose icons are as large as they say", async () => {
    const { page } = await visit();
    const icons = await page.evaluate(async () => {
      const link = document.querySelector<HTMLLinkElement>('link[rel="manifest"]');
      const answer = await fetch(link?.href ?? "");
      const manifest = (await answer.json()) as { icons: { src: string; sizes: string }[] };
      const sizeOf = async (src: string): Promise<string> => {
        const image = new Image();
        image.src = src;
        await image.decode();
        return `${image.naturalWidth}x${image.naturalHeight}`;
      };
      const touch = document.querySelector<HTMLLinkElement>('link[rel="apple-touch-icon"]');
      return [
        ...(await Promise.all(
          manifest.icons.map(async ({ src, sizes }) => [sizes, await sizeOf(src)]),
        )),
        ["180x180", await sizeOf(touch?.href ?? "")],
      ];
    });
    expect(icons).toHaveLength(4);
    for (const [said, is] of icons) expect(is).toBe(said);
  });

  test("shows how many tasks are due on its icon", async () => {
    const { person, page } = await visit();
    await page.addInitScript(() => {
      const badges: number[] = [];
      Object.assign(globalThis, { badges });
      Object.assign(navigator, { setAppBadge: async (count: number) => void badges.push(count) });
    });
    await page.reload();
    await isLive(page);
    const last = () =>
      page.evaluate(() => (globalThis as unknown as { badges: number[] }).badges.at(-1));
    await expect.poll(last).toBe(0);
    await person.create({ title: "Late", due: { kind: "day", at: "2026-01-01" } });
    await person.create({ title: "One day", due: { kind: "day", at: "2031-01-01" } });
    await rowOf(page, "One day").waitFor();
    await expect.poll(last).toBe(1);
  });

  test("goes on beside a new version until its person reloads it", async () => {
    const { person, page } = await visit();
    await isControlled(page);
    front.release("the next one");
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
    await page.getByText("A new version of Punctual is here.").waitFor();
    const other = await page.context().newPage();
    await other.goto(front.url);
    await other.getByText("A new version of Punctual is here.").waitFor();
    await person.create({ title: "Still live" });
    await rowOf(page, "Still live").waitFor();
    const before = await page.evaluate(() => performance.timeOrigin);
    await page.getByRole("button", { name: "Reload" }).click();
    await page.waitForFunction((origin) => performance.timeOrigin > origin, before);
    await rowOf(page, "Still live").waitFor();
    expect(
      await page.evaluate(async () => (await navigator.serviceWorker.ready).waiting),
    ).toBeNull();
    // The second tab's Reload finds it done, and leaves the worker as it is.
    const loaded = await other.evaluate(() => performance.timeOrigin);
    await other.getByRole("button", { name: "Reload" }).click();
    await other.waitForFunction((origin) => performance.timeOrigin > origin, loaded);
    await isLive(other);
    expect(
      await other.evaluate(
        async () => (await navigator.serviceWorker.getRegistration("/")) !== undefined,
      ),
    ).toBe(true);
  });

  test("asks to notify when the first reminder is set, once, and not before", async () => {
    const { person, page } = await visit();
    await page.context().grantPermissions(["notifications"], { origin: front.url });
    const offer = page.getByText("Shall this browser remind you even while no page is open?");
    await person.create({ title: "Without a reminder" });
    await rowOf(page, "Without a reminder").waitFor();
    expect(await offer.count()).toBe(0);
    await person.create({
      title: "With one",
      due: { kind: "floating", at: "2031-05-04T10:00" },
      reminders: [
        {
          id: newId(),
          trigger: { kind: "relative", to: "due", minutes: 0 },
          channels: null,
        },
      ],
    });
    await offer.waitFor();
    await page.reload();
    await rowOf(page, "With one").waitFor();
    await isLive(page);
    expect(await offer.count()).toBe(0);
  });
});
