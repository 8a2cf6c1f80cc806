// Who gets a frame. Needs nothing.
import { expect, test } from "vitest";
import { newId } from "../../domain/ids.ts";
import type { Connection } from "./connection.ts";
import { createHub } from "./hub.ts";

/** A device that takes what is sent, or is closed. */
const device = (isOpen = true) => {
  const heard: string[] = [];
  const send = (text: string): boolean => isOpen && heard.push(text) > 0;
  return { heard, connection: { send } as unknown as Connection };
};

test("a frame goes to each following device of each person once, and it says to how many it went", () => {
  const [ada, bob, eve] = [newId(), newId(), newId()];
  const hub = createHub();
  const devices = [device(), device(), device(false), device(), device()];
  const [first, second, closed, other, stranger] = devices;
  for (const { connection } of devices) hub.add(connection);
  for (const one of [first, second, closed]) if (one) hub.follow(one.connection, ada);
  if (other) hub.follow(other.connection, bob);
  if (stranger) hub.follow(stranger.connection, eve);
  expect(hub.deliver([ada, bob, ada], "new")).toBe(3);
  expect(hub.deliver([newId()], "new")).toBe(0);
  expect(devices.map(({ heard }) => heard.length)).toEqual([1, 1, 0, 1, 0]);
});
