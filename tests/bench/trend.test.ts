// What a soak fails for, besides what is lost.
import { expect, test } from "vitest";
import { readSamples } from "../scrape.ts";
import { type Held, heldOf, judge, leastSamples, type Sample } from "./trend.ts";

const calm: Held = { mb: 100, handles: 40, startedAt: 1_000 };

/** So many samples of calm processes; `gateway` says what is another at the gateway's. */
const samples = (count: number, gateway: (n: number) => Partial<Held> = () => ({})): Sample[] =>
  Array.from({ length: count }, (_, n) => ({
    gateway: { ...calm, ...gateway(n) },
    actors: calm,
    consumers: calm,
  }));

const problemsOf = (some: Sample[], problems: string[] = []) =>
  judge({ samples: some, problems }).problems;

const growing = (some: Sample[]) =>
  judge({ samples: some, problems: [] }).trends.flatMap(({ what, grows }) => (grows ? [what] : []));

test("processes that stay as they are have nothing against them", () => {
  const some = samples(leastSamples);
  expect([problemsOf(some), growing(some)]).toEqual([[], []]);
});

test("what grows between the second and the last quarter is named", () => {
  const leak = samples(20, (n) => ({ mb: 100 + 10 * n, handles: 40 + 20 * n }));
  expect(growing(leak)).toEqual(["gateway, MB resident", "gateway, open handles"]);
});

test("a process that was started again is named, however little it holds since then", () => {
  const again = samples(20, (n) => ({ startedAt: n < 7 ? 1_000 : n < 15 ? 1_400 : 1_800 }));
  expect(problemsOf(again)).toEqual(["gateway was started again 2 times"]);
});

test("too few samples are no proof, and one that could not be taken is told", () => {
  expect(problemsOf(samples(leastSamples - 1))).toEqual([expect.stringContaining("7 samples")]);
  expect(problemsOf([])).toEqual([expect.stringContaining("0 samples")]);
  expect(problemsOf(samples(20), ["the gateway is silent"])).toEqual(["the gateway is silent"]);
});

test("a scrape that says nothing of memory or start is no sample", () => {
  const memory = "process_resident_memory_bytes 104857600";
  const start = "process_start_time_seconds 1000";
  const held = (...lines: string[]) => heldOf("gateway", readSamples(lines.join("\n")));
  expect(held(memory, start, "process_open_fds 40")).toEqual(calm);
  expect(() => held(memory)).toThrow("process_start_time_seconds");
  expect(() => held(start)).toThrow("process_resident_memory_bytes");
});
