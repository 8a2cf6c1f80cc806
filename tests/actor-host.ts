// A host of both actor types on a real sidecar, with its state in a real PostgreSQL, for the .dapr.test.ts files that need no
// Kafka: what the actors publish is kept in a list.
import type { Server } from "node:http";
import { serve } from "@hono/node-server";
import { pino } from "pino";
import {
  type ActorClient,
  type ClockClient,
  createActorClient,
  type OperatorClient,
} from "../actors/client.ts";
import { createDapr, type Dapr } from "../actors/dapr.ts";
import type { ActorDeps } from "../actors/deps.ts";
import { createHost } from "../actors/host.ts";
import { jobHandler } from "../actors/job-handler.ts";
import type { Message } from "../sidecar/message.ts";
import { bringOut } from "../actors/relay/bring-out.ts";
import { isNote } from "../actors/relay/notes.ts";
import { createRelay, type Relay } from "../actors/relay/relay.ts";
import { taskActor } from "../actors/task/actor.ts";
import { userActor } from "../actors/user/actor.ts";
import { type Database, openDatabase } from "../database/pool.ts";
import { migrate } from "../database/migrate.ts";
import { newId } from "../domain/ids.ts";
import { freePort, startControlPlane } from "./dapr.ts";
import { startPostgres } from "./postgres.ts";

const stateStore = (url: string): string => `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec:
  type: state.postgresql
  version: v2
  metadata:
    - { name: actorStateStore, value: "true" }
    - { name: tablePrefix, value: dapr_ }
    - { name: connectionString, value: "${url}" }
`;

export type TestActors = {
  actors: ActorClient & ClockClient & OperatorClient;
  dapr: Dapr;
  db: Database;
  /** What left the actors, in order. */
  published: Message[];
  /** Whether Kafka takes what is published. */
  kafka: { isAway: boolean; asked: number };
  /** How often each route of the sidecar was asked by the actors and the relay: `registerReminder`, `scheduleJob` … */
  asked: Map<string, number>;
  /** The names of the Jobs that came, in order. */
  jobs: string[];
  sidecar: { httpPort: number; grpcPort: number; apiToken: string };
  /** Makes the host forget its instances and what its relay knows, as a restart would. */
  forget(): Promise<void>;
  stop(): Promise<void>;
};

const noteEveryMs = 3_000;
const log = pino({ level: "silent" });
const appToken = "app-token";

/** Starts all of it (about 6 s). `horizonMs`: how long before its instant a reminder has a Job. */
export const startActors = async (horizonMs = 86_400_000): Promise<TestActors> => {
  const [postgres, plane] = await Promise.all([startPostgres(), startControlPlane()]);
  const url = await postgres.createDatabase();
  const db = openDatabase(url);
  await migrate(db);
  const port = await freePort();
  const published: Message[] = [];
  const jobs: string[] = [];
  const kafka = { isAway: false, asked: 0 };
  const asked = new Map<string, number>();
  let dapr = createDapr({ httpPort: 0, apiToken: "" });
  /** One that is not the newest is dead: it brings out nothing any more. */
  const makeRelay = (): Relay => {
    const made = createRelay({
      dapr: {
        // So that no test waits a minute for the Job of a dead relay.
        scheduleJob: (job) =>
          dapr.scheduleJob({ ...job, due: { inMs: noteEveryMs }, everyMs: noteEveryMs }),
        deleteJob: (job) => dapr.deleteJob(job),
      },
      bringOut: async (actor) =>
        made === relay && (await bringOut({ dapr, here: host.here, log }, actor)),
      log,
      newId,
      random: Math.random,
    });
    return made;
  };
  let relay = makeRelay();
  const deps = (): ActorDeps => ({
    dapr,
    publish: async (message) => {
      kafka.asked += 1;
      if (kafka.isAway) throw new Error("Kafka is away");
      published.push(message);
    },
    relay,
    now: () => new Date(),
    newId,
    random: Math.random,
    horizonMs,
  });
  const host = createHost({
    types: {
      TaskActor: (id, isCurrent) => taskActor(deps())(id, isCurrent),
      UserActor: (id, isCurrent) => userActor(deps())(id, isCurrent),
    },
    appToken,
    log,
    onJob: async (name, here, data) => {
      jobs.push(name);
      if (isNote(name)) relay.onJob(name, await data());
      else await jobHandler(dapr, log)(name, here);
    },
  });
  const server = serve({ fetch: host.app.fetch, hostname: "127.0.0.1", port }) as Server;
  const { httpPort, grpcPort, apiToken } = await plane.sidecar({
    appId: "actors",
    appPort: port,
    appToken,
    resources: [stateStore(url)],
  });
  dapr = counted(createDapr({ httpPort, apiToken }), asked);
  return {
    actors: createActorClient({ daprHttpPort: httpPort, daprApiToken: apiToken }),
    dapr,
    db,
    published,
    kafka,
    asked,
    jobs,
    sidecar: { httpPort, grpcPort, apiToken },
    forget: async () => {
      relay = makeRelay();
      await host.app.request("/dapr/config", { headers: { "dapr-api-token": appToken } });
    },
    stop: async () => {
      await plane.stop();
      server.close();
      await db.end();
      await postgres.stop();
    },
  };
};

/** The same, counting the calls of each of its functions. */
const counted = (dapr: Dapr, asked: Map<string, number>): Dapr =>
  new Proxy(dapr, {
    get: (target, name: string, receiver) => {
      asked.set(name, (asked.get(name) ?? 0) + 1);
      return Reflect.get(target, name, receiver) as unknown;
    },
  });
