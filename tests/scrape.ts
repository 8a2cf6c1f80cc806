// What a process of the stack says at /metrics, read as a Prometheus would. Used by the tests of metrics and the soak.
import type { Stack } from "./running-stack.ts";

export type App = "actors" | "gateway" | "consumers";
/** Samples by their whole name, labels as they are written: `punctual_writes_total{kind="task.create",outcome="done"}`. */
export type Samples = Map<string, number>;

const sampleLine = /^([a-zA-Z_:][\w:]*(?:\{.*\})?) (\S+)$/;

/** Reads Prometheus' text format. Throws for a line that is none. */
export const readSamples = (text: string): Samples => {
  const samples: Samples = new Map();
  for (const line of text.split("\n")) {
    if (line === "" || line.startsWith("#")) continue;
    const [, name, value] = sampleLine.exec(line) ?? [];
    if (name === undefined) throw new Error(`not a sample: ${line}`);
    samples.set(name, Number(value));
  }
  return samples;
};

/** Where a process of the stack serves its metrics. */
export const metricsUrl = (stack: Pick<Stack, "env">, app: App): string =>
  `http://127.0.0.1:${stack.env[app]["METRICS_PORT"]}/metrics`;

/** The samples of one process now. */
export const scrape = async (stack: Pick<Stack, "env">, app: App): Promise<Samples> => {
  const answer = await fetch(metricsUrl(stack, app), { signal: AbortSignal.timeout(5_000) });
  if (!answer.ok) throw new Error(`${app}: /metrics answered ${answer.status}`);
  return readSamples(await answer.text());
};

/** The sum of all samples whose name begins so and has all those labels. */
export const total = (samples: Samples, name: string, ...labels: string[]): number =>
  [...samples]
    .filter(([key]) => key.split("{")[0] === name && labels.every((label) => key.includes(label)))
    .reduce((sum, [, value]) => sum + value, 0);
