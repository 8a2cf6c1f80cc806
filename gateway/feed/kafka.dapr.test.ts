// The one kafkajs file against a real Kafka that hangs, comes back and goes on.
import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "../../domain/ids.ts";
import { createOutages } from "../../domain/outages.ts";
import { until } from "../../tests/dapr.ts";
import { startKafka, type TestKafka } from "../../tests/kafka.ts";
import { TaskUpdate } from "../../domain/update.ts";
import { exampleEvent } from "../../tests/examples.ts";
import { makeTask } from "../../tests/updates.ts";
import { createFeed } from "./feed.ts";
import { openSession } from "./kafka.ts";
import { createRing } from "./ring.ts";
import { subscribe } from "./subscribe.ts";

const topic = "task-events";
const log = pino({ level: "silent" });
const ada = newId();
let kafka: TestKafka;
beforeAll(async () => {
  kafka = await startKafka();
}, 60_000);
afterAll(() => kafka.stop());

/** A feed like a gateway's, remembering the titles it handed out. */
const start = (backlog = 500) => {
  const feed = createFeed({ ring: createRing({ maxCount: 10_000, maxBytes: 10_000_000 }), log });
  const titles: (string | undefined)[] = [];
  let [gaps, atGap] = [0, 0];
  feed.listen({
    update: (entry) => titles.push(TaskUpdate.parse(JSON.parse(entry.json)).task?.title),
    gap: () => {
      gaps += 1;
      atGap = titles.length;
    },
  });
  let stalled = false;
  const options = {
    brokers: [kafka.brokers],
    topics: [topic, "reminders"],
    groupPrefix: "test",
    backlog,
    log,
    onStalled: () => (stalled = true),
  };
  const { stop } = subscribe(
    (handler) => openSession(options, handler),
    feed.handler,
    createOutages(log),
  );
  const sinceGap = (): (string | undefined)[] => titles.slice(atGap);
  return { feed, titles, sinceGap, gaps: () => gaps, stalled: () => stalled, stop };
};

/** One person's updates: they share a key, so they keep their order. */
const send = (from: number, count: number) =>
  kafka.send(
    topic,
    Array.from({ length: count }, (_, index) => ({
      key: ada,
      value: JSON.stringify(exampleEvent(makeTask({ ownerId: ada, title: `${from + index}` }))),
    })),
  );
const numbers = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => `${from + index}`);

test("a gateway that starts reads the last messages, then each one as it comes, like every other gateway", async () => {
  await send(0, 30);
  const [one, two] = [start(10), start(10)];
  await Promise.all([one.feed.ready(20_000), two.feed.ready(20_000)]);
  await send(30, 5);
  for (const { titles, feed } of [one, two]) {
    await until("five more", async () => titles.length >= 15);
    expect(titles).toEqual(numbers(20, 15));
    expect(feed.state()).toBe("up");
  }
  await Promise.all([one.stop(), two.stop()]);
});

test("while Kafka hangs the feed is down, and then it goes on without a hole or a repetition", async () => {
  const { feed, titles, gaps, stalled, stop } = start(5);
  await feed.ready(20_000);
  const [before, gapsBefore] = [titles.length, gaps()];
  await send(100, 3);
  await until("three updates", async () => titles.length === before + 3);
  kafka.freeze();
  await until("a feed that is down", async () => feed.state() === "down", 60_000);
  kafka.go();
  await until("a feed that is up", async () => feed.state() === "up", 40_000);
  await send(103, 3);
  await until("three more", async () => titles.length >= before + 6);
  expect(titles.slice(before)).toEqual(numbers(100, 6));
  expect(gaps()).toBe(gapsBefore);
  expect(stalled()).toBe(false);
  await stop();
});

test("a topic made anew is another one: nobody goes on in it from a place of the old one, and all of it is read", async () => {
  await send(900, 40);
  const [sleeper, awake] = [start(), start()];
  await Promise.all([sleeper.feed.ready(20_000), awake.feed.ready(20_000)]);
  const cursor = sleeper.feed.ring.cursor();
  await sleeper.stop();
  await kafka.renew(topic);
  const gapsBefore = awake.gaps();
  // More than there were before: every old place is one in the new topic, too.
  await send(1_000, 600);
  // Until the ids are compared (every 5 s) kafkajs may go on from the old place; what comes after the gap counts.
  await until("a gap that is told", async () => awake.gaps() > gapsBefore, 60_000);
  await until("the last one, read anew", async () => awake.sinceGap().at(-1) === "1599", 60_000);
  const begun = Number(awake.sinceGap()[0]);
  expect(begun).toBeLessThanOrEqual(1_100);
  expect(awake.sinceGap()).toEqual(numbers(begun, 1_600 - begun));
  const later = start();
  await later.feed.ready(20_000);
  expect(later.feed.ring.since(cursor, ada)).toBeNull();
  expect(later.feed.ring.since(awake.feed.ring.cursor(), ada)).toMatchObject({ entries: [] });
  await Promise.all([awake.stop(), later.stop()]);
}, 120_000);

test("a feed can be stopped while Kafka is away", async () => {
  kafka.freeze();
  const { feed, stop } = start();
  await until("a feed that is down", async () => feed.state() === "down", 60_000);
  await expect(stop()).resolves.toBeUndefined();
  kafka.go();
});
