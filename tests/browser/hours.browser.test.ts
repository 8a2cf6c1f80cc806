// The hour a task is due, in real browsers: a due keeps its kind and zone, and the server's clock is the one that counts.
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { newId } from "../../domain/ids.ts";
import { signUp } from "../client.ts";
import { sharedStack } from "../stack.ts";
import { isLive, rowOf, useVisitors, withoutChromium } from "./visitors.ts";

const { url } = sharedStack();
const newYork = { kind: "fixed", at: "2031-05-04T09:00", zone: "America/New_York" } as const;

/** A browser whose time zone data has both zones of the test elsewhere. */
const drift = async (page: Page): Promise<void> => {
  await page.context().addInitScript(() => {
    const elsewhere: Record<string, string> = {
      "Europe/Berlin": "Etc/GMT-4",
      "America/New_York": "Etc/GMT+3",
    };
    const moved = (args: ConstructorParameters<typeof Intl.DateTimeFormat>) => {
      const [locale, options] = args;
      const timeZone = elsewhere[options?.timeZone ?? ""];
      return [locale, timeZone ? { ...options, timeZone } : options] as typeof args;
    };
    Intl.DateTimeFormat = new Proxy(Intl.DateTimeFormat, {
      construct: (target, args) => new target(...moved(args as never)),
      apply: (target, _this, args) => target(...moved(args as never)),
    });
  });
  await page.reload();
  await isLive(page);
};

describe.skipIf(withoutChromium)("a due", () => {
  const visitors = useVisitors(url);

  const berliner = async () => {
    const person = await signUp(url);
    const body = { timeZone: "Europe/Berlin", locale: "en-GB" };
    expect((await person.call("PATCH", "/settings", { body })).status).toBe(200);
    return person;
  };

  test("fixed in another zone keeps its zone when its time is changed, and the zone is shown", async () => {
    const person = await berliner();
    const { id } = await person.create({ title: "Call Boston", due: newYork });
    const page = await visitors.openAs(person);
    await rowOf(page, "Call Boston").getByText("Sun 4 May 2031 15:00", { exact: true }).waitFor();
    await page.getByRole("button", { name: "Details of Call Boston" }).click();
    const form = page.getByRole("form", { name: "Details of Call Boston" });
    await form.getByText("Sun 4 May 2031 09:00 America/New York").waitFor();
    await form.getByText("Sun 4 May 2031 15:00 for you").waitFor();
    await form.getByRole("button", { name: /^Due:/ }).click();
    expect(await form.getByLabel("Time", { exact: true }).inputValue()).toBe("09:00");
    expect(await form.getByLabel("Time zone").inputValue()).toBe("America/New_York");
    await form.getByLabel("Time", { exact: true }).fill("10:30");
    await page.keyboard.press("Enter");
    await rowOf(page, "Call Boston").getByText("Sun 4 May 2031 16:30", { exact: true }).waitFor();
    await expect
      .poll(async () => (await person.read(id)).due)
      .toEqual({ ...newYork, at: "2031-05-04T10:30" });
  });

  test("is put on another zone's clock on purpose only", async () => {
    const person = await berliner();
    const due = { kind: "floating", at: "2031-05-04T09:00" } as const;
    const { id } = await person.create({ title: "Ring Tokyo", due });
    const page = await visitors.openAs(person);
    await page.getByRole("button", { name: "Details of Ring Tokyo" }).click();
    const form = page.getByRole("form", { name: "Details of Ring Tokyo" });
    await form.getByRole("button", { name: /^Due:/ }).click();
    await form.getByRole("button", { name: "Set a time zone" }).click();
    await form.getByLabel("Time zone").selectOption("Asia/Tokyo");
    await form.getByRole("button", { name: "Done", exact: true }).click();
    await rowOf(page, "Ring Tokyo").getByText("Sun 4 May 2031 02:00", { exact: true }).waitFor();
    await expect
      .poll(async () => (await person.read(id)).due)
      .toEqual({ ...due, kind: "fixed", zone: "Asia/Tokyo" });
  });

  test("shows the server's hour in a browser whose time zone data says another", async () => {
    const person = await berliner();
    const at = "2031-05-04T13:00:00.000Z";
    await person.create({
      title: "Call Boston",
      due: newYork,
      reminders: [{ id: newId(), trigger: { kind: "instant", at }, channels: null }],
    });
    const page = await visitors.openAs(person);
    await drift(page);
    const row = rowOf(page, "Call Boston");
    const chips = () => row.locator(".chip").allInnerTexts();
    await expect.poll(chips).toEqual(["Sun 4 May 2031 15:00", "Sun 4 May 2031 15:00"]);
  });

  test("is overdue by the server's clock, and a snooze ends at the hour that was picked", async () => {
    const person = await berliner();
    const soon = new Date(Date.now() + 2 * 3_600_000);
    const wall = (date: Date) =>
      new Intl.DateTimeFormat("sv-SE", {
        timeZone: "Europe/Berlin",
        dateStyle: "short",
        timeStyle: "short",
      })
        .format(date)
        .replace(" ", "T");
    const { id } = await person.create({
      title: "Bake",
      due: { kind: "floating", at: wall(soon) },
      reminders: [
        {
          id: newId(),
          trigger: { kind: "instant", at: new Date(Date.now() + 500).toISOString() },
          channels: null,
        },
      ],
    });
    const page = await visitors.openAs(person);
    await drift(page);
    await rowOf(page, "Bake").waitFor();
    await expect.poll(() => page.getByRole("heading", { name: /^Overdue/ }).count()).toBe(0);
    await page.getByRole("button", { name: "Snooze" }).click();
    await page.getByLabel("Remind me again at").fill(wall(soon));
    await page.getByRole("button", { name: "Set", exact: true }).click();
    const until = new Date(Math.floor(soon.getTime() / 60_000) * 60_000).toISOString();
    await expect
      .poll(async () => {
        const answer = await person.call("GET", "/reminders", { query: { taskId: id } });
        const { reminders } = (await answer.json()) as { reminders: { snoozedUntil: string }[] };
        return reminders[0]?.snoozedUntil;
      })
      .toBe(until);
  });
});
