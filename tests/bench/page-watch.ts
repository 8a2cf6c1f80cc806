// What a real browser says of how long a page takes for what one does. Called by page.ts.
import type { Page } from "playwright-core";

/** What the browser itself tells of how long things took. */
type Watch = { lcp: number; cls: number; tasks: { at: number; ms: number }[]; events: number[] };

/** Begins to listen before the page does anything. */
export const watch = async (page: Page): Promise<void> => {
  await page.addInitScript(() => {
    const told: Watch = { lcp: 0, cls: 0, tasks: [], events: [] };
    (globalThis as unknown as { told: Watch }).told = told;
    const on = (type: string, hear: (entry: PerformanceEntry) => void, more = {}): void =>
      new PerformanceObserver((list) => list.getEntries().forEach(hear)).observe({
        type,
        buffered: true,
        ...more,
      });
    on("largest-contentful-paint", ({ startTime }) => (told.lcp = startTime));
    on("layout-shift", (entry) => {
      const { value, hadRecentInput } = entry as unknown as {
        value: number;
        hadRecentInput: boolean;
      };
      if (!hadRecentInput) told.cls += value;
    });
    on("longtask", ({ startTime, duration }) => told.tasks.push({ at: startTime, ms: duration }));
    // From the key or the click to the paint that shows what it did.
    on("event", ({ duration }) => told.events.push(duration), { durationThreshold: 16 });
  });
};

/** What it has told so far. */
export const told = (page: Page): Promise<Watch> =>
  page.evaluate(() => structuredClone((globalThis as unknown as { told: Watch }).told));

/** Until nothing has been drawn for two frames in a row and the browser has had an idle moment. */
export const settled = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise((done) => {
        const idle = () => requestIdleCallback(() => done(undefined), { timeout: 5_000 });
        requestAnimationFrame(() => requestAnimationFrame(idle));
      }),
  );

/** The longest wait for what `act` does: the slowest event, or the longest task where that was longer. */
export const waited = async (page: Page, act: () => Promise<unknown>): Promise<number> => {
  await settled(page);
  const before = await told(page);
  const from = await page.evaluate(() => performance.now());
  await act();
  await settled(page);
  const after = await told(page);
  const events = after.events.slice(before.events.length);
  const tasks = after.tasks.filter(({ at }) => at >= from).map(({ ms }) => ms);
  return Math.max(0, ...events, ...tasks);
};
