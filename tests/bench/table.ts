// The figures as a markdown table. Pure.
import type { Cpu } from "./cpu.ts";
import type { Run } from "./load.ts";

export type Row = { name: string; run: Run };

/** The p-th percentile (0–100) by the nearest rank. */
export const percentile = (sorted: readonly number[], p: number): number =>
  sorted[Math.max(0, Math.ceil((p / 100) * sorted.length) - 1)] ?? Number.NaN;

/** Milliseconds with as many digits as mean something. */
export const inMs = (value: number): string =>
  Number.isNaN(value) ? "–" : value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0);

const cells = ({ name, run }: Row): string[] => {
  const sorted = run.times.toSorted((a, b) => a - b);
  return [
    name,
    ...[50, 95, 99, 100].map((p) => inMs(percentile(sorted, p))),
    String(sorted.length),
    String(run.errors),
    Math.round((sorted.length * 1_000) / run.totalMs).toString(),
  ];
};

/** One row of a markdown table. */
export const line = (parts: readonly string[]): string => `| ${parts.join(" | ")} |`;

/** One row a run: p50, p95, p99 and the slowest in ms, how many, how many failed, how many a second. */
export const table = (rows: readonly Row[]): string =>
  [
    line(["", "p50 ms", "p95 ms", "p99 ms", "max ms", "count", "errors", "per second"]),
    line(["---", ...Array<string>(7).fill("---:")]),
    ...rows.map((row) => line(cells(row))),
  ].join("\n");

/** One row a part, the most expensive first, and the sum. */
export const cpuTable = (spent: readonly Cpu[], unit = "a write"): string => {
  const sorted = spent.toSorted((a, b) => b.ms - a.ms);
  const sum = spent.reduce((total, { ms }) => total + ms, 0);
  return [
    line(["part", `CPU ms ${unit}`]),
    line(["---", "---:"]),
    ...sorted.map(({ part, ms }) => line([part, inMs(ms)])),
    line(["all", inMs(sum)]),
  ].join("\n");
};
