// What a person reads while the stack runs: calm lines on the terminal. Called by all of platform/; nothing else writes there.
import { performance } from "node:perf_hooks";

/** Writes one line to the terminal. Returns quietly when nobody reads it any more. */
export const say = (line: string): void => {
  if (process.stdout.writable) process.stdout.write(`${line}\n`);
};

/** Writes one line to the error output: what ends the start, or a part's complaint. */
export const complain = (line: string): void => {
  if (process.stderr.writable) process.stderr.write(`${line}\n`);
};

/** A line about one part, the name in a column of its own. */
export const partLine = (name: string, text: string): string => `  ${name.padEnd(16)} ${text}`;

/** Milliseconds as a person says them: `0.4 s`, `12 s`, `3 min 20 s`. */
export const seconds = (ms: number): string => {
  if (ms < 10_000) return `${(ms / 1000).toFixed(1)} s`;
  if (ms < 120_000) return `${Math.round(ms / 1000)} s`;
  return `${Math.floor(ms / 60_000)} min ${Math.round((ms % 60_000) / 1000)} s`;
};

/** A stopwatch: call it to get the milliseconds since it was made. */
export const stopwatch = (): (() => number) => {
  const startedAt = performance.now();
  return () => performance.now() - startedAt;
};

// A terminal that goes away (closed pipe, closed window) must not end the stack before it has stopped in order.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
