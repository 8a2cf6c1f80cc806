// A process is killed in the middle of 200 writes: no acknowledged write is lost anywhere, none is there twice.
import { afterAll, expect, test } from "vitest";
import { openDatabase } from "../../database/pool.ts";
import { signUp } from "../client.ts";
import { type PartName, sharedStack } from "../stack.ts";
import { expectEverywhere } from "./everywhere.ts";
import { write } from "./writers.ts";

const stack = sharedStack();
const db = openDatabase(stack.env.DATABASE_URL, { max: 1 });
afterAll(() => db.end());

const count = 200;

const victims: [what: string, parts: PartName[]][] = [
  ["the actors", ["actors"]],
  ["the actors' sidecar", ["actors-dapr"]],
  ["the actors and their sidecar", ["actors", "actors-dapr"]],
  ["the gateway", ["gateway"]],
  ["the consumers", ["consumers"]],
  ["the consumers' sidecar", ["consumers-dapr"]],
  ["placement", ["placement"]],
  ["the scheduler", ["scheduler"]],
  ["Kafka", ["kafka"]],
  ["PostgreSQL", ["postgres"]],
];

test.each(victims)(
  "%s killed in the middle of 200 writes: every acknowledged write is everywhere, none twice",
  async (_, parts) => {
    await stack.waitHealthy();
    const person = await signUp(stack.url);
    const restarts = parts.map((part) => stack.part(part).restarts);
    let kills: Promise<unknown> = Promise.resolve();
    const writes = await write(person, {
      atOnce: 8,
      more: (begun) => begun < count,
      onAcknowledged: (acknowledged) => {
        if (acknowledged === count * 0.4)
          kills = Promise.all(parts.map((part) => stack.kill(part)));
      },
    });
    await kills;
    await stack.waitHealthy();
    expect(writes).toHaveLength(count);
    expect(parts.map((part) => stack.part(part).restarts)).toEqual(restarts.map((was) => was + 1));
    await expectEverywhere(stack, db, person, writes);
  },
);
