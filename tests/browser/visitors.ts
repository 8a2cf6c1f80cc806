// People at the page in a real Chromium, for the browser tests: opens windows, and hears everything the page complains of.
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { findChromium } from "../chromium.ts";
import type { Person } from "../client.ts";

/** Flags for a Chromium that runs as root, without a screen, and asks nothing of the internet. */
export const chromiumFlags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** True where there is no Chromium: the tests are then skipped, and `npm test` says so. */
export const withoutChromium = findChromium() === null;

export const wide = { viewport: { width: 1280, height: 800 } };
export const phone = {
  viewport: { width: 390, height: 844 },
  isMobile: true,
  hasTouch: true,
  deviceScaleFactor: 2,
};

type Session = Pick<Person, "cookie" | "url">;

/** How long the page may take for anything, on a machine that is busy. */
const patienceMs = 30_000;

/** Launches Chromium for the tests of a file. After each test all windows close, and none may have complained. */
export const useVisitors = (url: string) => {
  let browser: Browser;
  let complaints: string[] = [];

  beforeAll(async () => {
    const executablePath = findChromium();
    if (executablePath !== null)
      browser = await chromium.launch({ executablePath, args: chromiumFlags });
  });
  afterAll(() => browser?.close());
  afterEach(async () => {
    await Promise.all((browser?.contexts() ?? []).map((context) => context.close()));
    const heard = complaints;
    complaints = [];
    expect(heard).toEqual([]);
  });

  const listen = (page: Page): void => {
    page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
    page.on("console", (line) => {
      if (line.type() === "error" && !isExpected(line.text())) complaints.push(line.text());
    });
    page.on("request", (request) => {
      // By its other name it is the same gateway.
      const host = new URL(request.url()).host.replace(/^localhost:/, "127.0.0.1:");
      if (host !== new URL(url).host) complaints.push(`asked elsewhere: ${request.url()}`);
    });
  };

  const open = async (options: BrowserContextOptions, session?: Session): Promise<Page> => {
    const settings = { timezoneId: "Europe/Berlin", locale: "en-GB", ...options };
    const context = await browser.newContext(settings);
    context.setDefaultTimeout(patienceMs);
    if (session) await signInAs(context, session);
    const page = await context.newPage();
    listen(page);
    await page.goto(url);
    return page;
  };

  return {
    /** A window of its own: own cookies, own storage, as on another device. */
    open: (options: BrowserContextOptions = wide): Promise<Page> => open(options),
    /** The same with a person signed in already: few may sign in by the form in one minute. */
    openAs: async (person: Session, options: BrowserContextOptions = wide) => {
      const page = await open(options, person);
      await isLive(page);
      return page;
    },
  };
};

/** Gives a browser context the session of a person, as if they had signed in there. */
export const signInAs = (context: BrowserContext, { cookie, url }: Session): Promise<void> =>
  context.addCookies(
    cookie.split("; ").map((pair) => {
      const at = pair.indexOf("=");
      return { name: pair.slice(0, at), value: pair.slice(at + 1), url };
    }),
  );

/** Chromium itself reports refused requests and lost sockets, and React what it was spared; the page is judged by what it makes of them. */
const isExpected = (text: string): boolean =>
  text.startsWith("Failed to load resource") ||
  text.includes("Failed to fetch dynamically imported module") ||
  /^WebSocket connection to .* failed/.test(text);

/** Signs in a person who has an account, and waits for the list. */
export const enter = async (page: Page, person: Pick<Person, "email" | "password">) => {
  await page.getByLabel("E-mail").fill(person.email);
  await page.getByLabel("Password").fill(person.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await isLive(page);
};

/** Waits until the page hears of every change. */
export const isLive = (page: Page, timeout = patienceMs): Promise<void> =>
  page.getByText("Live", { exact: true }).waitFor({ timeout });

/** Says something in the chat and gives back the answer's text. */
export const say = async (page: Page, message: string): Promise<string> => {
  const answers = page.locator(".exchange .bubble--reply:not(.bubble--thinking)");
  const before = await answers.count();
  await page.getByLabel("Message to Punctual").fill(message);
  await page.getByLabel("Message to Punctual").press("Enter");
  await answers.nth(before).waitFor();
  return answers.nth(before).innerText();
};

/** The row of a task, found by its whole title. */
export const rowOf = (page: Page, title: string) =>
  page
    .getByRole("listitem")
    .filter({ has: page.getByRole("button", { name: title, exact: true }) })
    .filter({ has: page.getByRole("checkbox") });

/** The tick of a task that is not done yet, or one that is. */
export const tickOf = (page: Page, title: string, done = false) =>
  page.getByRole("checkbox", { name: `${done ? "Open again" : "Complete"} ${title}` });
