// Sessions that end, one after the other, and a reader that falls silent.
import { pino } from "pino";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createOutages } from "../../domain/outages.ts";
import { type FeedHandler, type FeedSession, subscribe } from "./subscribe.ts";
import { createWatchdog } from "./watchdog.ts";

const topicId = "AAAAAAAAAAAAAAAAAAAAAg";
const log = pino({ level: "silent" });
beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] }));
afterEach(() => void vi.useRealTimers());

/** Sessions the test ends by hand. */
const start = () => {
  const heard: string[] = [];
  const sessions: { handler: FeedHandler; end: (reason: unknown) => void }[] = [];
  const waiting: (() => void)[] = [];
  const open = (handler: FeedHandler): FeedSession => {
    let end: (reason: unknown) => void = () => undefined;
    const over = new Promise<unknown>((resolve) => (end = resolve));
    sessions.push({ handler, end });
    for (const wake of waiting.splice(0)) wake();
    return { over, end, close: async () => void heard.push("closed") };
  };
  const handler: FeedHandler = {
    next: () => null,
    began: () => void heard.push("began"),
    records: (records) => void heard.push(`${records.length} records`),
    failed: () => void heard.push("failed"),
    seen: () => void heard.push("seen"),
  };
  const { stop } = subscribe(open, handler, createOutages(log));
  const opened = async (count: number) => {
    while (sessions.length < count) await new Promise<void>((resolve) => waiting.push(resolve));
    return sessions[count - 1];
  };
  return { heard, opened, stop, sessions };
};

test("a session that ends is closed, told and followed by another", async () => {
  vi.useRealTimers();
  const { heard, opened, stop } = start();
  const first = await opened(1);
  first?.handler.began(topicId, []);
  first?.end(new Error("gone"));
  const second = await opened(2);
  second?.handler.records([]);
  await stop();
  expect(heard).toEqual(["began", "closed", "failed", "0 records", "closed"]);
});

test("what an ended session still brings does not reach the feed", async () => {
  vi.useRealTimers();
  const { heard, opened, stop } = start();
  const first = await opened(1);
  first?.end(new Error("gone"));
  await opened(2);
  first?.handler.began(topicId, []);
  first?.handler.records([]);
  await stop();
  expect(heard).toEqual(["closed", "failed", "closed"]);
});

test("stopping in the pause between two sessions opens no other", async () => {
  vi.useRealTimers();
  const { sessions, opened, stop } = start();
  (await opened(1))?.end(new Error("gone"));
  await stop();
  expect(sessions).toHaveLength(1);
});

test("the watchdog barks after 30 silent seconds, not before, and not when stopped", () => {
  const onStalled = vi.fn<() => void>();
  const dog = createWatchdog(onStalled);
  vi.advanceTimersByTime(60_000);
  dog.start();
  vi.advanceTimersByTime(29_000);
  dog.seen();
  vi.advanceTimersByTime(29_000);
  expect(onStalled).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1_000);
  expect(onStalled).toHaveBeenCalledOnce();
  dog.seen();
  dog.stop();
  dog.start();
  vi.advanceTimersByTime(60_000);
  expect(onStalled).toHaveBeenCalledOnce();
});
