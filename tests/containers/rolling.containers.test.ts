// A new version is rolled out: each process ends and another takes its place, one after the other, while people write.
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Task } from "../../domain/task.ts";
import { say } from "../../platform/print.ts";
import { type Person, signUp } from "../client.ts";
import { liveDevice } from "../device.ts";
import { startBalancer } from "./balancer.ts";
import { type Process, runningContainers } from "./containers.ts";
import { areLoggedOnce } from "./logged.ts";

const containers = runningContainers();
let balancer: Awaited<ReturnType<typeof startBalancer>>;
let person: Person;
beforeAll(async () => {
  balancer = await startBalancer(containers.urls);
  person = await signUp(balancer.url);
});
afterAll(() => balancer.stop());

const everyMs = 100;

/** `at`: ms since this file began. */
type Answer = { asked: string; status: number; said: string; at: number; ms: number };

const ask = async (method: string, path: string, title: string): Promise<Answer> => {
  const startedAt = performance.now();
  const answer = await person.call(method, path, { body: { title } }).catch(String);
  const [status, said] =
    typeof answer === "string" ? [0, answer] : [answer.status, await answer.text()];
  const ms = performance.now() - startedAt;
  return { asked: `${method} ${path}`, status, said, at: startedAt, ms };
};

/** What went wrong, each kind once: when first and last, and how often. */
const told = (failed: readonly Answer[]): string[] => {
  const kinds = Map.groupBy(failed, ({ status, said }) => `${status} ${said.slice(0, 300)}`);
  return [...kinds].map(([kind, all]) => {
    const times = all.map(({ at }) => at);
    return `${all.length} × ${kind}, ${Math.min(...times)} to ${Math.max(...times)} ms`;
  });
};

/** Ten writes a second, whatever becomes of those before: new tasks and changes of old ones in turn. */
const startWriting = async () => {
  const old = await Promise.all(
    Array.from({ length: 20 }, (_, n) => person.create({ title: `old task ${n}` })),
  );
  const answers: Promise<Answer>[] = [];
  let goesOn = true;
  const run = async (): Promise<void> => {
    for (let n = 0; goesOn; n += 1) {
      const path = n % 2 === 0 ? "/tasks" : `/tasks/${old[((n - 1) / 2) % old.length]?.id}`;
      answers.push(ask(n % 2 === 0 ? "POST" : "PATCH", path, `title ${n}`));
      await sleep(everyMs);
    }
  };
  const running = run();
  return async (): Promise<Answer[]> => {
    goesOn = false;
    await running;
    return Promise.all(answers);
  };
};

test("a rolling restart of every process under ten writes a second fails no request", async () => {
  const stop = await startWriting();
  const processes: Process[] = [
    "gateway",
    "gateway-2",
    "actors",
    "actors-2",
    "consumers",
    "consumers-2",
  ];
  const exitCodes: Record<string, number> = {};
  for (const process of processes) {
    const startedAt = performance.now();
    exitCodes[process] = await containers.restart(process);
    say(`${process} restarted, ${startedAt.toFixed(0)} to ${performance.now().toFixed(0)} ms`);
  }
  const answers = await stop();

  const failed = answers.filter(({ status }) => status < 200 || status > 299);
  const times = answers.map(({ ms }) => ms).toSorted((a, b) => a - b);
  const at = (part: number) => times[Math.floor(part * (times.length - 1))]?.toFixed(0);
  say(
    `rolling restart: ${answers.length} requests, ${failed.length} failed; p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, slowest ${at(1)} ms`,
  );
  expect(told(failed)).toEqual([]);
  expect(exitCodes).toEqual(Object.fromEntries(processes.map((process) => [process, 0])));
  for (const process of processes)
    expect(await containers.log(process)).not.toContain("not all could be closed in time");
  expect(answers.length).toBeGreaterThan(100);

  const tasks = answers.map(({ said }) => Task.parse(JSON.parse(said)));
  await areLoggedOnce(
    person,
    tasks.map(({ id, version }) => ({ taskId: id, version })),
  );
}, 300_000);

test("a gateway that ends sends its devices elsewhere, where they miss nothing", async () => {
  const [first, second] = containers.urls as [string, string];
  const device = await liveDevice({ ...person, url: first });
  const restarted = containers.restart("gateway");
  expect(await device.closed(60_000)).toMatchObject({ code: 1012 });
  const written = await person.create({ title: "written meanwhile" });
  const back = await liveDevice({ ...person, url: second }, device.cursor());
  await back.update(written.id);
  expect((await back.frame("welcome")).resumed).toBe(true);
  await back.leave();
  await restarted;
});
