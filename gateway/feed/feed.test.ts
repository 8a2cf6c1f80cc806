// The feed's own part: parsing once, knowing when it is up, and saying so when there is a hole.
import { pino } from "pino";
import { expect, test } from "vitest";
import { newId } from "../../domain/ids.ts";
import { exampleEvent } from "../../tests/examples.ts";
import { exposition } from "../../process/metrics/instruments.ts";
import { turnEvents } from "../../tests/turns.ts";
import { makeTask } from "../../tests/updates.ts";
import { createFeed } from "./feed.ts";
import { createRing } from "./ring.ts";

const ada = newId();
const record = (
  offset: number,
  value = JSON.stringify(exampleEvent(makeTask({ ownerId: ada }))),
) => ({ partition: 0, offset, value: Buffer.from(value) });
const topicId = "AAAAAAAAAAAAAAAAAAAAAg";
/** `devices`: how many devices each update goes to; none beyond these. */
const start = (devices: number[] = []) => {
  const feed = createFeed({
    ring: createRing({ maxCount: 100, maxBytes: 1_000_000 }),
    log: pino({ level: "silent" }),
  });
  const seen: string[] = [];
  feed.listen({
    update: (entry, cursor) => {
      seen.push(`${entry.offset} ${cursor}`);
      return devices.shift() ?? 0;
    },
    gap: () => seen.push("gap"),
  });
  return { feed, seen };
};

test("the feed is up once it has read what was there when it began", async () => {
  const { feed, seen } = start();
  const ready = feed.ready(5_000);
  feed.handler.began(topicId, [{ partition: 0, from: 3, end: 5 }]);
  feed.handler.records([record(3)]);
  expect(feed.state()).toBe("starting");
  feed.handler.records([record(4)]);
  expect(feed.state()).toBe("up");
  await ready;
  expect(seen).toEqual(["gap", `3 ${topicId}@0:4`, `4 ${topicId}@0:5`]);
});

test("an empty topic is up at once, and waiting for a feed that never comes ends", async () => {
  const empty = start().feed;
  empty.handler.began(topicId, [{ partition: 0, from: 0, end: 0 }]);
  expect(empty.state()).toBe("up");
  await start().feed.ready(1);
});

test("what is no event, or shows nothing, is left out without stopping the feed", () => {
  const { feed, seen } = start();
  feed.handler.began(topicId, [{ partition: 0, from: 0, end: 4 }]);
  const [message] = turnEvents(ada);
  const nothing = ["nonsense", '{"data":{}}', JSON.stringify(message)];
  feed.handler.records([...nothing.map((value, at) => record(at, value)), record(3)]);
  expect(feed.state()).toBe("up");
  expect(seen).toEqual(["gap", `3 ${topicId}@0:4`]);
});

test("each frame to a device is counted, and how late it is only where there is one", async () => {
  const figures = async () => {
    const { text } = await exposition();
    const figure = (name: string) => Number(new RegExp(`^${name} (\\d+)$`, "m").exec(text)?.[1]);
    return [figure("punctual_socket_frames_total"), figure("punctual_feed_latency_seconds_count")];
  };
  const [frames = 0, latencies = 0] = await figures();
  const { feed } = start([0, 3]);
  feed.handler.began(topicId, [{ partition: 0, from: 0, end: 0 }]);
  feed.handler.records([record(0), record(1)]);
  expect(await figures()).toEqual([frames + 3, latencies + 1]);
});

test("going on where it stopped is no gap; a hole is told", () => {
  const { feed, seen } = start();
  feed.handler.began(topicId, [{ partition: 0, from: 0, end: 1 }]);
  feed.handler.records([record(0)]);
  feed.handler.failed();
  expect(feed.state()).toBe("down");
  feed.handler.began(topicId, [{ partition: 0, from: 1, end: 1 }]);
  expect(feed.state()).toBe("up");
  feed.handler.failed();
  feed.handler.began(topicId, [{ partition: 0, from: 50, end: 50 }]);
  expect(seen).toEqual(["gap", `0 ${topicId}@0:1`, "gap"]);
});
