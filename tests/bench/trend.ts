// What a soak makes of the figures that it took on the way. Pure; used by soak.ts.
import { type App, type Samples, total } from "../scrape.ts";
import { line } from "./table.ts";

export const apps = ["gateway", "actors", "consumers"] as const satisfies App[];

/** What a process holds at a moment, and since when it runs (seconds since 1970): one that was started again has let go of all. */
export type Held = { mb: number; handles: number; startedAt: number };
export type Sample = Record<App, Held>;
/** All that were taken, in order, and why others could not be. */
export type Sampled = { samples: Sample[]; problems: string[] };

/** What a scrape says of its process. Throws where it does not. */
export const heldOf = (app: App, found: Samples): Held => {
  const figure = (name: string): number => {
    const value = total(found, name);
    if (!(value > 0)) throw new Error(`${app} says nothing of ${name}`);
    return value;
  };
  return {
    mb: figure("process_resident_memory_bytes") / 1_048_576,
    handles: total(found, "process_open_fds"), // only Linux tells
    startedAt: figure("process_start_time_seconds"),
  };
};

/** With fewer a quarter is not two. */
export const leastSamples = 8;
/** What a figure may grow by between the second and the last quarter before it counts as growing. */
const mostGrowth = 1.1;
const slackMb = 20;
/** Connections come and go with the load; a leak at this rate would be thousands. */
const slackHandles = 50;

/** A figure in the second quarter, when all is warm, beside the last one. */
export type Trend = { what: string; second: number; last: number; grows: boolean };

/** Whether anything grows, and what else is wrong: too little was seen, or not the same process all the time. */
export const judge = ({ samples, problems }: Sampled): { trends: Trend[]; problems: string[] } => ({
  trends: trendsOf(samples),
  problems: [
    ...problems,
    ...(samples.length < leastSamples
      ? [`there are ${samples.length} samples, and ${leastSamples} are the least to judge by`]
      : []),
    ...apps.flatMap((app) => {
      const times = new Set(samples.map((one) => one[app].startedAt)).size - 1;
      return times > 0
        ? [`${app} was started again ${times === 1 ? "once" : `${times} times`}`]
        : [];
    }),
  ],
});

const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, one) => sum + one, 0) / numbers.length;

const trendsOf = (samples: readonly Sample[]): Trend[] => {
  const quarter = Math.max(1, Math.floor(samples.length / 4));
  const [second, last] = [samples.slice(quarter, 2 * quarter), samples.slice(-quarter)];
  const trend = (app: App, key: keyof Held, unit: string, slack: number): Trend => {
    const of = (some: readonly Sample[]) => mean(some.map((one) => one[app][key]));
    const [before, after] = [of(second), of(last)];
    const grows = after > before * mostGrowth + slack;
    return { what: `${app}, ${unit}`, second: before, last: after, grows };
  };
  return apps.flatMap((app) => [
    trend(app, "mb", "MB resident", slackMb),
    trend(app, "handles", "open handles", slackHandles),
  ]);
};

/** As markdown. */
export const trendTable = (trends: readonly Trend[]): string =>
  [
    line(["", "second quarter", "last quarter", ""]),
    line(["---", "---:", "---:", "---"]),
    ...trends.map(({ what, second, last, grows }) =>
      line([what, second.toFixed(0), last.toFixed(0), grows ? "**grows**" : "flat"]),
    ),
  ].join("\n");
