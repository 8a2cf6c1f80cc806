// Events of the conversation at the entrance of the log.
import { expect, test } from "vitest";
import { newId } from "../domain/ids.ts";
import { turnEvents } from "../tests/turns.ts";
import { jobsOf } from "./notify/jobs.ts";
import { readEvent } from "../domain/read-event.ts";
import { snapshots } from "./search/consumer.ts";

const bytes = (event: object): Buffer => Buffer.from(JSON.stringify(event));

test("a message and its answer are events", () => {
  for (const event of turnEvents(newId())) {
    expect(readEvent(bytes(event))).toEqual({ ok: true, value: event });
  }
});

test("one whose parts speak of different turns is none", () => {
  const [event] = turnEvents(newId());
  for (const wrong of [{ subject: newId() }, { correlationid: newId() }]) {
    expect(readEvent(bytes({ ...event, ...wrong }))).toMatchObject({ ok: false });
  }
});

test("it asks for no delivery and is no task, neither live nor in a replay", () => {
  for (const event of turnEvents(newId())) expect(jobsOf(event, new Date(event.time))).toEqual([]);
  expect(snapshots(turnEvents(newId()))).toEqual([]);
});
