// Writes at a steady rate while something is done to the installation, and what came of them. Called by the real install.
import { setTimeout as sleep } from "node:timers/promises";
import { newId } from "../../domain/ids.ts";
import { Task } from "../../domain/task.ts";
import type { Person } from "../client.ts";
import { until } from "../dapr.ts";

/** What came of the writes: how many were made, which failed, how long they took (ms), and the tasks that were answered with. */
export type Outcome = { requests: number; failures: string[]; times: number[]; acked: string[] };

const at = (sorted: number[], share: number): number =>
  Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);

/** `1,203 requests, 0 failures, p50 12 ms, p99 80 ms, slowest 300 ms` */
export const say = ({ requests, failures, times }: Outcome): string => {
  const sorted = times.toSorted((a, b) => a - b);
  return `${requests} writes, ${failures.length} failures; p50 ${at(sorted, 0.5)} ms, p99 ${at(sorted, 0.99)} ms, slowest ${at(sorted, 1)} ms`;
};

/** One write, without a second try: a failure of the installation is a failure here. */
const write = async (person: Person, n: number): Promise<string> => {
  const headers = { "idempotency-key": newId() };
  const body = { title: `load ${n}` };
  const answer = await person.call("POST", "/tasks", { body, headers });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${answer.status} ${text.slice(0, 200)}`);
  return Task.parse(JSON.parse(text)).id;
};

const logged = async (person: Person): Promise<string[]> => {
  const found: string[] = [];
  for (let cursor: string | null | undefined = undefined; cursor !== null;) {
    const query: Record<string, string | number> = { limit: 200, ...(cursor && { cursor }) };
    const page = await person.events(query);
    found.push(...page.events.map(({ subject }) => subject));
    cursor = page.next;
  }
  return found;
};

/** All that was acknowledged is in the lists, and in the log soon. Throws how much is missing. */
const nothingLost = async (people: Person[], acked: string[]): Promise<void> => {
  const missing = async (ask: (person: Person) => Promise<string[]>): Promise<number> => {
    const found = new Set((await Promise.all(people.map(ask))).flat());
    return acked.filter((id) => !found.has(id)).length;
  };
  const unlisted = await missing(async (person) => (await person.list()).map(({ id }) => id));
  if (unlisted > 0)
    throw new Error(`of ${acked.length} acknowledged writes ${unlisted} are in no list`);
  await until(
    "every acknowledged write in the log",
    async () => (await missing(logged)) === 0,
    180_000,
  );
};

/** They write `perSecond` in turn while `work` goes on, and a little before and after. Throws when something acknowledged is lost. */
export const underLoad = async (
  people: Person[],
  perSecond: number,
  work: () => Promise<unknown>,
): Promise<Outcome> => {
  const outcome: Outcome = { requests: 0, failures: [], times: [], acked: [] };
  const under: Promise<void>[] = [];
  const over = new AbortController();
  const one = async (person: Person, n: number): Promise<void> => {
    const startedAt = performance.now();
    try {
      outcome.acked.push(await write(person, n));
    } catch (error) {
      const { message, cause } = error as Error;
      const why = cause instanceof Error ? `: ${cause.message}` : "";
      outcome.failures.push(`${new Date().toISOString()} ${message}${why}`);
    }
    outcome.times.push(performance.now() - startedAt);
  };
  const writing = (async () => {
    const beganAt = performance.now();
    for (let n = 0; !over.signal.aborted; n += 1) {
      await sleep(Math.max(0, beganAt + (n * 1_000) / perSecond - performance.now()));
      outcome.requests += 1;
      const person = people[n % people.length];
      if (person) under.push(one(person, n));
    }
  })();
  await sleep(3_000);
  try {
    await work();
    await sleep(3_000);
  } finally {
    over.abort();
    await writing;
    await Promise.all(under);
  }
  await nothingLost(people, outcome.acked);
  return outcome;
};
