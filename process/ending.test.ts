// How a process ends: it lets its callers go elsewhere first, then closes, and ends in any case. Needs nothing.
import { EventEmitter } from "node:events";
import { pino } from "pino";
import { expect, onTestFinished, test } from "vitest";
import { startReceiver } from "../tests/http-receiver.ts";
import { startEnding } from "./ending.ts";
import { startTracing, traced } from "./tracing/tracing.ts";

const log = pino({ level: "silent" });

/** A process that is told to end by `tell`; the drain lasts until `drained` is called, and no patience ends by itself. */
const world = (close: () => Promise<unknown> = async () => undefined) => {
  const signals = new EventEmitter();
  const exited = Promise.withResolvers<number>();
  const waits = new Map<number, () => void>();
  const seen: string[] = [];
  const ending = startEnding({
    drainMs: 3_000,
    withinMs: 8_000,
    onTold: () => seen.push("told"),
    close: async () => {
      seen.push("close");
      await close();
      seen.push("closed");
    },
    log,
    process: { on: (signal, told) => signals.on(signal, told), exit: exited.resolve },
    wait: (ms) => new Promise((resolve) => waits.set(ms, () => resolve(undefined))),
  });
  const pass = (ms: number) => waits.get(ms)?.();
  return { ending, seen, pass, tell: () => signals.emit("SIGTERM"), exited: exited.promise };
};

const turn = () => new Promise((resolve) => setImmediate(resolve));

test("one that was not told to end is well", () => {
  expect(world().ending.isEnding()).toBe(false);
});

test("told to end it says so at once, serves on until the drain is over, then closes and ends", async () => {
  const { ending, seen, pass, tell, exited } = world();
  tell();
  await turn();
  expect({ isEnding: ending.isEnding(), seen }).toEqual({ isEnding: true, seen: ["told"] });
  pass(3_000);
  expect(await exited).toBe(0);
  expect(seen).toEqual(["told", "close", "closed"]);
});

test("told a second time it waits no longer, and closes once", async () => {
  const { seen, tell, exited } = world();
  tell();
  tell();
  await exited;
  tell();
  await turn();
  expect(seen).toEqual(["told", "close", "closed"]);
});

test("what cannot be closed is left when its time is over", async () => {
  const { seen, pass, tell, exited } = world(() => new Promise(() => undefined));
  tell();
  tell();
  await turn();
  pass(8_000);
  expect(await exited).toBe(0);
  expect(seen).toEqual(["told", "close"]);
});

test("a failure to close is told by the exit code", async () => {
  const { tell, exited } = world(async () => {
    throw new Error("no");
  });
  tell();
  tell();
  expect(await exited).toBe(1);
});

test("what it has to tell of traces is sent before it ends", async () => {
  const collector = await startReceiver();
  onTestFinished(() => collector.close());
  await startTracing("test", {
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    OTEL_TRACES_SAMPLER_ARG: 0,
  });
  const parent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
  const close = async () =>
    traced({ name: "last", kind: "server", parent, startedAt: performance.now() });
  const { tell, exited } = world(close);
  tell();
  tell();
  expect(await exited).toBe(0);
  expect(collector.received.map(({ body }) => body.includes('"name":"last"'))).toEqual([true]);
});
