// `npm run screenshot`: makes the README's pictures from a stack of its own: docs/screenshot.png, docs/screenshot-dark.png,
// docs/screenshot-quick-add.png with a line being typed, docs/screenshot-reminder.png with a told reminder and the details of a
// repeating task, and in docs/screenshots/ the lists, the search and a phone.
import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium, type Page } from "playwright-core";
import { newId } from "../domain/ids.ts";
import { addDays, wallClock } from "../web/time/zone.ts";
import { chromiumFlags, isLive, phone, say, signInAs } from "./browser/visitors.ts";
import { findChromium } from "./chromium.ts";
import { type Person, signUp } from "./client.ts";
import { startStack } from "./stack.ts";

const docs = resolve(fileURLToPath(new URL("../docs", import.meta.url)));
const size = { width: 1280, height: 800 };

/** A zone where it is between ten and eleven in the morning now, so that the picture's day has some of its tasks before it. */
const morningZone = (now: Date): string => {
  const ahead = 10 - now.getUTCHours(); // hours east of Greenwich, -13 … 10
  const hours = ahead < -12 ? ahead + 24 : ahead;
  return hours === 0 ? "UTC" : `Etc/GMT${hours > 0 ? "-" : "+"}${Math.abs(hours)}`;
};

/** A believable list: something late, a day with times, a week ahead, something without a date, something done. */
const fill = async (person: Person, today: string): Promise<void> => {
  const day = (days: number) => ({ kind: "day" as const, at: addDays(today, days) });
  const at = (days: number, time: string) => ({
    kind: "floating" as const,
    at: `${addDays(today, days)}T${time}`,
  });
  const weekly = {
    rrule: "FREQ=WEEKLY;BYDAY=MO,FR",
    anchor: "schedule",
    overflow: "clamp",
  } as const;
  const monthly = {
    rrule: "FREQ=MONTHLY;BYMONTHDAY=31",
    anchor: "schedule",
    overflow: "clamp",
  } as const;
  const before = (minutes: number) => ({
    id: newId(),
    trigger: { kind: "relative" as const, to: "due" as const, minutes: -minutes },
    channels: null,
  });
  const tasks = [
    { title: "Return the library books", due: day(-1), tags: ["errand"] },
    { title: "Send Anna the quarterly figures", due: at(0, "15:00"), priority: 1, project: "work" },
    {
      title: "Call mum about Sunday",
      due: at(0, "19:30"),
      tags: ["phone"],
      reminders: [before(10)],
    },
    { title: "Water the plants", due: day(0), project: "home", recurrence: weekly },
    {
      title: "Dentist",
      due: at(2, "09:30"),
      reminders: [before(24 * 60), before(60)],
      priority: 2,
      description: "Bring the insurance card.",
    },
    { title: "Book the train to Vienna", due: day(6), priority: 3, project: "holiday" },
    { title: "Read The 5th Wave" },
  ];
  for (const task of tasks) await person.create(task);
  const rent = { title: "Pay the rent", project: "home", recurrence: monthly };
  await person.create({ ...rent, due: day(40), reminders: [before(24 * 60)] });
  const washed = await person.create({ title: "Wash the curtains", project: "home" });
  await person.post(washed.id, "/complete");
};

const talk = async (page: Page): Promise<void> => {
  await say(page, "Create a task to buy groceries tomorrow 5pm #home p1");
  await say(page, "Move water the plants to tomorrow 8am");
  await say(page, "What's due today?");
  await page.locator("textarea").blur();
};

/** A line being typed, as it is understood so far. */
const takeQuickAdd = async (page: Page): Promise<void> => {
  const line = page.getByRole("combobox", { name: "New task" });
  await line.pressSequentially(
    "Gym every other fri 18:00 for 90 min #health p3 +Tom !30 min before",
  );
  await page.getByRole("button", { name: "!30 min before, reminder" }).waitFor();
  await page.screenshot({ path: join(docs, "screenshot-quick-add.png"), animations: "disabled" });
  process.stdout.write("docs/screenshot-quick-add.png\n");
  await line.fill("");
  await line.blur();
};

/** A reminder that has just been told, over the details of a task that repeats. */
const takeReminder = async (person: Person, page: Page): Promise<void> => {
  const at = new Date(Date.now() + 1_500).toISOString();
  const reminders = [{ id: newId(), trigger: { kind: "instant" as const, at }, channels: null }];
  await person.create({ title: "Take the bread out of the oven", reminders });
  await page.getByRole("button", { name: "Details of Pay the rent" }).click();
  await page.getByRole("list", { name: "The next dates" }).waitFor();
  await page.getByRole("region", { name: "Reminders" }).getByText(/^in /).waitFor();
  await page.getByRole("button", { name: "Snooze" }).waitFor();
  await page.mouse.move(0, 0);
  await page.screenshot({ path: join(docs, "screenshot-reminder.png"), animations: "disabled" });
  process.stdout.write("docs/screenshot-reminder.png\n");
};

/** The whole window, under a name in docs/screenshots. */
const take = async (page: Page, name: string): Promise<void> => {
  await page.screenshot({ path: join(docs, "screenshots", `${name}.png`), animations: "disabled" });
  process.stdout.write(`docs/screenshots/${name}.png\n`);
};

/** The lists one looks at most, in one line each where many stand in them, and the search over one. */
const takeLists = async (page: Page, url: string): Promise<void> => {
  for (const name of ["today", "upcoming", "done"]) {
    await page.goto(`${url}/${name}`);
    await isLive(page);
    await page.locator("li[data-task]").first().waitFor();
    await take(page, name);
  }
  await page.goto(url);
  await isLive(page);
  await page.keyboard.press("Control+k");
  await page.getByRole("dialog", { name: "Search" }).getByRole("combobox").fill("th");
  await page.getByRole("option").first().waitFor();
  await take(page, "search");
  await page.keyboard.press("Escape");
};

/** The same person on a phone: the list, the menu, a task, the chat; by night. */
const takePhone = async (page: Page, url: string): Promise<void> => {
  await page.goto(url);
  await isLive(page);
  await page.locator("li[data-task]").first().waitFor();
  await take(page, "phone");
  await page.getByRole("button", { name: "Lists", exact: true }).tap();
  await take(page, "phone-lists");
  await page.keyboard.press("Escape");
  await page.emulateMedia({ colorScheme: "dark" });
  await page.getByRole("button", { name: "Details of Dentist" }).tap();
  await page.getByRole("form", { name: "Details of Dentist" }).waitFor();
  await take(page, "phone-task-dark");
  await page.getByRole("button", { name: "Chat", exact: true }).tap();
  await take(page, "phone-chat-dark");
};

const takePictures = async (url: string, executablePath: string): Promise<void> => {
  const timezoneId = morningZone(new Date());
  const person = await signUp(url);
  const settings = { timeZone: timezoneId, locale: "en-GB" };
  await person.call("PATCH", "/settings", { body: settings });
  await fill(person, wallClock(new Date(), timezoneId).slice(0, 10));
  const browser = await chromium.launch({ executablePath, args: chromiumFlags });
  try {
    const context = await browser.newContext({
      viewport: size,
      deviceScaleFactor: 2,
      timezoneId,
      locale: "en-GB",
    });
    await signInAs(context, person);
    const page = await context.newPage();
    await page.goto(url);
    await isLive(page);
    await talk(page);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      const name = colorScheme === "dark" ? "screenshot-dark.png" : "screenshot.png";
      await page.screenshot({ path: join(docs, name), animations: "disabled" });
      process.stdout.write(`docs/${name}\n`);
    }
    await page.emulateMedia({ colorScheme: "light" });
    await takeQuickAdd(page);
    await takeLists(page, url);
    const mobile = await browser.newContext({ ...phone, timezoneId, locale: "en-GB" });
    await signInAs(mobile, person);
    await takePhone(await mobile.newPage(), url);
    await takeReminder(person, page);
  } finally {
    await browser.close();
  }
};

const executablePath = findChromium();
if (executablePath === null) {
  process.stderr.write("No Chromium was found. Install it (Debian: apt-get install chromium).\n");
  process.exitCode = 1;
} else {
  mkdirSync(join(docs, "screenshots"), { recursive: true });
  const stack = await startStack({ onLine: (line) => process.stdout.write(`${line}\n`) });
  try {
    await takePictures(stack.url, executablePath);
  } finally {
    await stack.stop();
  }
}
