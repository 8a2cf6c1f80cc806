// `npm run screenshot`: makes the README's pictures, docs/screenshot.png and docs/screenshot-dark.png, from a stack of its own.
import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium, type Page } from "playwright-core";
import { addDays, wallClock } from "../web/time/zone.ts";
import { chromiumFlags, isLive, say, signInAs } from "./browser/visitors.ts";
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
  const tasks = [
    { title: "Return the library books", due: day(-1), tags: ["errand"] },
    { title: "Send Anna the quarterly figures", due: at(0, "15:00"), priority: 1, project: "work" },
    { title: "Call mum about Sunday", due: at(0, "19:30"), tags: ["phone"] },
    { title: "Water the plants", due: day(0), project: "home" },
    {
      title: "Dentist",
      due: at(2, "09:30"),
      priority: 2,
      description: "Bring the insurance card.",
    },
    { title: "Book the train to Vienna", due: day(6), priority: 3, project: "holiday" },
    { title: "Read The 5th Wave" },
  ];
  for (const task of tasks) await person.create(task);
  const paid = await person.create({ title: "Pay the rent", project: "home" });
  await person.post(paid.id, "/complete");
};

const talk = async (page: Page): Promise<void> => {
  await say(page, "Create a task to buy groceries tomorrow 5pm #home p1");
  await say(page, "Move water the plants to tomorrow 8am");
  await say(page, "What's due today?");
  await page.locator("textarea").blur();
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
  } finally {
    await browser.close();
  }
};

const executablePath = findChromium();
if (executablePath === null) {
  process.stderr.write("No Chromium was found. Install it (Debian: apt-get install chromium).\n");
  process.exitCode = 1;
} else {
  mkdirSync(docs, { recursive: true });
  const stack = await startStack({ onLine: (line) => process.stdout.write(`${line}\n`) });
  try {
    await takePictures(stack.url, executablePath);
  } finally {
    await stack.stop();
  }
}
