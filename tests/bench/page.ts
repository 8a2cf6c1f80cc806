// `npm run bench:page`: what a person waits for on the page itself with 200, 2,000 and 10,000 open tasks, in a real Chromium, and how large the page is.
// Starts a stack of its own and writes docs/bench/page.md. The tasks are rows put straight into the read model.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { type Browser, chromium } from "playwright-core";
import { openDatabase } from "../../database/pool.ts";
import { chromiumFlags, signInAs } from "../browser/visitors.ts";
import { findChromium } from "../chromium.ts";
import { type Person, signUp } from "../client.ts";
import { manyTasks, storeTasks } from "../many-tasks.ts";
import { startStack } from "../stack.ts";
import { machine } from "./machine.ts";
import { settled, told, waited, watch } from "./page-watch.ts";
import { line } from "./table.ts";

const help = `Measures the page with 200, 2,000 and 10,000 tasks in Chromium, and writes docs/bench/page.md.

Usage: npm run bench:page -- [flags]

  --print  print only; leave docs/bench/page.md as it is`;

const root = resolve(fileURLToPath(new URL("../..", import.meta.url)));
const say = (text: string): void => void process.stdout.write(`${text}\n`);
const sizes = [200, 2_000, 10_000];
const patienceMs = 120_000;

type Run = Record<string, number>;

const measure = async (browser: Browser, person: Person): Promise<Run> => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  context.setDefaultTimeout(patienceMs);
  await signInAs(context, person);
  const page = await context.newPage();
  await watch(page);
  await page.goto(person.url);
  await page
    .getByRole("button", { name: /^Details of/ })
    .first()
    .waitFor();
  await settled(page);
  const loaded = await told(page);
  const list = page.locator("#list");
  const lineOf = page.getByLabel("New task");
  await lineOf.focus();
  const run: Run = {
    "largest paint": loaded.lcp,
    "layout shift (thousandths)": loaded.cls * 1_000,
    "longest task until all is there": Math.max(0, ...loaded.tasks.map(({ ms }) => ms)),
    "first key in the line": await waited(page, () => page.keyboard.press("c")),
    "ten more keys": await waited(page, () => page.keyboard.type("all bob to")),
    scrolling: await waited(page, async () => {
      await list.hover();
      for (let step = 0; step < 20; step += 1) await page.mouse.wheel(0, 600);
    }),
    "to the list of a project": await waited(page, async () => {
      await page.getByRole("link", { name: /^Project 7 / }).click();
      await page.getByRole("heading", { level: 1, name: "Project 7" }).waitFor();
    }),
    "back to all": await waited(page, async () => {
      await page.goBack();
      await page
        .getByRole("button", { name: /^Details of/ })
        .first()
        .waitFor();
    }),
    "opening a task": await waited(page, async () => {
      await page
        .getByRole("button", { name: /^Details of/ })
        .nth(3)
        .click();
      await page.getByRole("region", { name: "Task", exact: true }).getByRole("form").waitFor();
    }),
    "a letter in the search": await waited(page, async () => {
      await page.keyboard.press("Control+k");
      await page
        .getByRole("dialog", { name: "Search" })
        .getByRole("combobox")
        .pressSequentially("ca");
      await page.getByRole("dialog").getByRole("option").first().waitFor();
    }),
  };
  await context.close();
  return run;
};

/** What has to come before anything shows, and all of it, in kB after gzip. */
const weigh = (): { first: number; all: number } => {
  const folder = join(root, "web/dist");
  const size = (file: string): number => gzipSync(readFileSync(join(folder, file))).length / 1_000;
  const page = readFileSync(join(folder, "index.html"), "utf8");
  const named = [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].flatMap(
    ([, file]) => file ?? [],
  );
  const scripts = readdirSync(join(folder, "assets")).filter((name) => name.endsWith(".js"));
  const sum = (files: string[]): number => files.reduce((kb, file) => kb + size(file), 0);
  return { first: sum(named), all: sum(scripts.map((name) => `assets/${name}`)) };
};

const rounds = 3;
const median = (all: number[]): number =>
  all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;

const settle = async (url: string, databaseUrl: string): Promise<Person[]> => {
  const db = openDatabase(databaseUrl, { max: 1 });
  try {
    const people: Person[] = [];
    for (const open of sizes) {
      const person = await signUp(url);
      await storeTasks(db, manyTasks(person.userId, { open, done: 0, doneDaysAgo: [1, 2] }));
      people.push(person);
    }
    return people;
  } finally {
    await db.end();
  }
};

const measureAll = async (people: Person[], executablePath: string): Promise<string[]> => {
  const browser = await chromium.launch({ executablePath, args: chromiumFlags });
  try {
    const runs = people.map((): Run[] => []);
    for (let round = 0; round < rounds; round += 1)
      for (const [at, person] of people.entries()) runs[at]?.push(await measure(browser, person));
    return Object.keys(runs[0]?.[0] ?? {}).map((name) => {
      const row = line([
        name,
        ...runs.map((some) => median(some.map((run) => run[name] ?? 0)).toFixed(0)),
      ]);
      say(row);
      return row;
    });
  } finally {
    await browser.close();
  }
};

const report = (on: string, lines: string[]): string => {
  const { first, all } = weigh();
  return `# Benchmark: the page

Printed by \`npm run bench:page\`, which ran Chromium, the load and all parts of the stack on this one machine.

${on}

The median of ${rounds} visits each, in turns, ms. Of what a person does it is the longest wait the browser tells of: from the key or the click to the paint that shows it, or
the longest task that came of it. Expected: less than 100 ms each, whatever the length of the list. JavaScript before the first paint: ${first.toFixed(0)} kB after gzip (at most 160); all of it: ${all.toFixed(0)} kB.

${line(["", ...sizes.map((size) => `${size.toLocaleString("en")} tasks`)])}
${line(["---", ...sizes.map(() => "---:")])}
${lines.join("\n")}
`;
};

const { values } = parseArgs({
  options: { print: { type: "boolean" }, help: { type: "boolean", short: "h" } },
});
const executablePath = findChromium();
if (values.help) say(help);
else if (executablePath === null) {
  process.stderr.write("No Chromium was found. Install it (Debian: apt-get install chromium).\n");
  process.exitCode = 1;
} else {
  const stack = await startStack({ onLine: say });
  try {
    const people = await settle(stack.url, stack.env.DATABASE_URL);
    const lines = await measureAll(people, executablePath);
    if (!values.print) {
      mkdirSync(join(root, "docs/bench"), { recursive: true });
      writeFileSync(join(root, "docs/bench/page.md"), report(machine(), lines));
    }
  } finally {
    await stack.stop();
  }
}
