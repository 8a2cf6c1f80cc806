// `npm run test:kubernetes`: the chart really installed on the cluster that KUBECONFIG names, where Dapr is and whose nodes have the images; changed,
// rolled back and drained under load, and taken away again. Says each step with its figures; ends with 1 when one fails. docs/kubernetes.md has the rest.
import { setTimeout as sleep } from "node:timers/promises";
import { imageOf } from "../../containers/public-images.ts";
import { version } from "../../containers/targets.ts";
import { say, seconds, stopwatch } from "../../platform/print.ts";
import { type Person, signUp } from "../client.ts";
import { until } from "../dapr.ts";
import { kubectl, through } from "./cluster.ts";
import * as install from "./install.ts";
import { journey } from "./journey.ts";
import { say as figures, underLoad } from "./load.ts";
import type { Piece } from "./resources.ts";

// oxlint-disable-next-line node/no-process-env -- the test's own configuration
const { env } = process;
const images: install.Images = {
  repository: env["PUNCTUAL_REPOSITORY"] || "punctual",
  tag: env["PUNCTUAL_VERSION"] || version,
  kafka: imageOf("KAFKA_IMAGE", env),
  postgres: imageOf("POSTGRES_IMAGE", env),
};
const perSecond = 10;
let failed = 0;

/** One step: its name, what it found, how long it took. A step that throws fails the run; those after it are tried all the same. */
const step = async (name: string, work: () => Promise<string | string[] | void>): Promise<void> => {
  const took = stopwatch();
  const told = (found: string | string[] | void): void => {
    for (const line of [found ?? []].flat()) say(`        ${line}`);
  };
  try {
    const found = await work();
    say(`ok      ${name}, ${seconds(took())}`);
    told(found);
  } catch (error) {
    failed += 1;
    say(`FAILED  ${name}, ${seconds(took())}`);
    told((error as Error).message.split("\n").slice(0, 40));
  }
};

/** Those who write: so many that every partition has somebody. */
const people: Person[] = [];
const signUpAll = async (): Promise<string> => {
  const url = await install.address();
  while (people.length < 12) people.push(await signUp(url, "Bo"));
  return `${people.length} people`;
};

/** A step under load: no write may fail. */
const loaded = (name: string, work: () => Promise<unknown>): Promise<void> =>
  step(`${name}, under ${perSecond} writes a second`, async () => {
    const outcome = await underLoad(people, perSecond, work);
    if (outcome.failures.length > 0)
      throw new Error([figures(outcome), ...outcome.failures.slice(0, 20)].join("\n"));
    return figures(outcome);
  });

const nameOf = (pod: Piece): string => String(pod["metadata"].name);

/** The journey with a device at each gateway: every one of them has to see all of the log. */
const journeyThroughAll = async (): Promise<string[]> => {
  const url = await install.address();
  const [one, two] = (await install.pods("gateway")).map(nameOf);
  if (!one || !two) throw new Error("there are no two gateways");
  const at = (port: number): string => `http://127.0.0.1:${port}`;
  return through([install.namespace, one, 8420], (first) =>
    through([install.namespace, two, 8420], async (second) => [
      `devices at ${one} and ${two}`,
      ...(await journey(url, [at(first), at(second)])),
    ]),
  );
};

const readyPods = async (): Promise<string[]> => {
  const all = await install.pods();
  const line = (pod: Piece): string => {
    const states = [
      pod["status"].containerStatuses,
      pod["status"].initContainerStatuses ?? [],
    ].flat();
    return `${nameOf(pod)}: ${states.map((each: Piece) => `${each["name"]} ${each["ready"] ? "ready" : "NOT READY"}`).join(", ")}`;
  };
  return all.map(line);
};

/** Waits until each of two pods has its share. */
const shared = (what: string, count: () => Promise<Record<string, number>>): Promise<string> =>
  until(`both ${what}`, async () => {
    const found = Object.entries(await count());
    return found.length === 2 && found.every(([, each]) => each > 0)
      ? found.map(([pod, each]) => `${pod} ${what} ${each}`).join(", ")
      : undefined;
  });
const three = ["actors", "gateway", "consumers"].map((app) => `${app}.replicas=3`);

await step("the cluster answers", async () => (await kubectl(["version"])).trim().split("\n"));
await step("namespaces, Kafka and PostgreSQL", () => install.prepare(images));
await step("two migrations at once, on an empty database", () => install.migrateTwice(images));
await step("helm install --wait: every pod ready, security level restricted", async () => {
  await install.apply(images);
  return readyPods();
});
await step("helm test", async () => {
  await install.test();
});
await step("the journey", journeyThroughAll);
await step("people sign up", signUpAll);
await loaded("upgrade with a changed value", () =>
  install.apply(images, ["config.LOG_LEVEL=debug"]),
);
await loaded("rollback", () => install.rollback());
await loaded("drain: one pod of each app deleted at once", () => install.drain());
await loaded("one host of actors deleted by force, without time to drain", () => install.kill());
await loaded("three of each", () => install.apply(images, three));
await loaded("two of each again", () => install.apply(images));
await loaded("nothing else", () => sleep(10_000));
await step("actors are spread over both hosts", () => shared("hosts", install.hosted));
await step("the log is read by both consumers", () => shared("read", install.consumed));
await step("the journey again", journeyThroughAll);
await step("helm uninstall leaves nothing", async () => {
  await install.uninstall();
  let left: string[] = [];
  const isEmpty = async (): Promise<boolean> => {
    left = await install.leftovers();
    return left.length === 0;
  };
  await until("the namespace is empty", isEmpty, 120_000).catch(() => {
    throw new Error(`left: ${left.join(" ")}`);
  });
});
await step("the namespaces are gone", async () => {
  await install.cleanUp();
});
say(failed === 0 ? "all steps passed" : `${failed} steps failed`);
process.exitCode = failed === 0 ? 0 : 1;
