import { expect, test } from "vitest";
import { judgeBeat, judgeDisk } from "./health-others.ts";

const facts = { schedulerAwayMs: null, stuck: [], waiting: null, mail: null };
const long = 3_600_000;

test("a fresh heartbeat without complaints: consumers and scheduler are up", () => {
  const up = { status: "up" };
  expect(judgeBeat({ ageMs: 2_100, facts }, long)).toEqual({ consumers: up, scheduler: up });
});

test("without a heartbeat for some seconds the consumers stand still, and nobody knows of the scheduler", () => {
  expect(judgeBeat({ ageMs: 15_000, facts }, long)).toMatchObject({
    consumers: { status: "down", reason: "the consumers have not been at work for 15 s" },
    scheduler: { status: "down" },
  });
});

test("a scheduler that does not answer and a consumer that waits are said with how long", () => {
  const stuck = [{ name: "audit", forMs: 5_200, reason: "the database is away" }];
  const beat = { ageMs: 900, facts: { schedulerAwayMs: 12_000, stuck, waiting: 7, mail: null } };
  expect(judgeBeat(beat, long)).toMatchObject({
    consumers: { status: "down", reason: "audit has been waiting for 5 s: the database is away" },
    scheduler: { status: "down", reason: expect.stringMatching(/has not answered for 12 s$/) },
  });
});

test("how much of the log waits is said as a number, and is no complaint", () => {
  const beat = { ageMs: 900, facts: { ...facts, waiting: 30_000 } };
  expect(judgeBeat(beat, long).consumers).toEqual({ status: "up", waiting: 30_000 });
});

test("after a start the consumers have half a minute for their first heartbeat", () => {
  expect(judgeBeat(null, 5_000).consumers).toEqual({ status: "starting" });
  expect(judgeBeat({ ageMs: long, facts }, 5_000).consumers).toEqual({ status: "starting" });
  expect(judgeBeat({ ageMs: 8_000, facts }, 20_000).consumers.status).toBe("down");
  expect(judgeBeat(null, 31_000).consumers.status).toBe("down");
});

test("a disk with next to nothing left is full", () => {
  expect(judgeDisk(2 ** 30)).toEqual({ status: "up" });
  expect(judgeDisk(3 * 2 ** 20)).toEqual({
    status: "down",
    reason: "the disk with the data is full: 3 MB are left",
  });
});
