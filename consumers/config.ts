// The consumers' configuration, read once: by main.ts from the environment, by the commands also from a running stack.
import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import * as z from "zod";
import { HorizonMinutes } from "../domain/reminder-horizon.ts";
import {
  Brokers,
  DatabaseUrl,
  DrainMs,
  LogLevel,
  optional,
  Port,
  readEnvironment,
} from "../process/config.ts";
import { metricsAreGuarded, metricsFields, metricsUnguarded } from "../process/metrics/config.ts";
import { mailFields, mailIsWhole, mailNotWhole } from "../process/mail/config.ts";
import { tracingFields } from "../process/tracing/config.ts";

const Config = z
  .object({
    ...metricsFields,
    ...tracingFields,
    HOST: z.string().default("127.0.0.1"),
    PORT: Port,
    DAPR_HTTP_PORT: Port,
    DAPR_API_TOKEN: z.string().min(1),
    APP_API_TOKEN: z.string().min(1),
    DATABASE_URL: DatabaseUrl,
    KAFKA_BROKERS: Brokers,
    REMINDER_HORIZON_MINUTES: HorizonMinutes,
    LOG_LEVEL: LogLevel,
    DRAIN_MS: DrainMs,
    /** Where messages link to. */
    PUBLIC_URL: optional(
      z.url({ protocol: /^https?$/, error: "must be an http or https address" }),
    ),
    ...mailFields,
    /** Whether webhooks and push endpoints may be in private networks. */
    NOTIFY_ALLOW_PRIVATE_ADDRESSES: optional(
      z.enum(["true", "false"], { error: "must be true or false" }),
    ),
  })
  .refine(mailIsWhole, mailNotWhole)
  .refine(metricsAreGuarded, metricsUnguarded);
export type Config = z.infer<typeof Config>;

/** The configuration; what is missing or wrong in it ends the process. */
export const readConfig = (env: NodeJS.ProcessEnv = process.env): Config =>
  readEnvironment("consumers", Config, env);

/** What the commands need of an environment or of a stack's run file. */
const Addresses = z.object({
  DATABASE_URL: DatabaseUrl,
  KAFKA_BROKERS: Brokers,
});

export type ToolConfig = { databaseUrl: string; kafkaBrokers: string[] };

/**
 * Where the commands find database and Kafka: in DATABASE_URL and KAFKA_BROKERS when one of them is given, else in what
 * the stack that runs with `dataDir` (default as for `npm start`) wrote down. Throws a sentence that says what is missing.
 */
export const readToolConfig = (
  dataDir?: string,
  env: NodeJS.ProcessEnv = process.env,
): ToolConfig => {
  const given = !dataDir && Boolean(env["DATABASE_URL"] || env["KAFKA_BROKERS"]);
  const parsed = Addresses.safeParse(given ? env : readStack(dataDir ?? defaultDataDir(env)));
  if (!parsed.success) throw new Error(z.prettifyError(parsed.error));
  const { DATABASE_URL, KAFKA_BROKERS } = parsed.data;
  return { databaseUrl: DATABASE_URL, kafkaBrokers: KAFKA_BROKERS };
};

/** How the commands reach a sidecar that can call actors. */
export type SidecarConfig = { httpPort: number; apiToken: string };

const Sidecar = z.object({ DAPR_HTTP_PORT: Port, DAPR_API_TOKEN: z.string().min(1) });

/** The sidecar named by DAPR_HTTP_PORT and DAPR_API_TOKEN, else `app`'s of the stack that runs with `dataDir`. Throws a sentence. */
export const readSidecarConfig = (
  dataDir?: string,
  app: "gateway" | "consumers" = "gateway",
  env: NodeJS.ProcessEnv = process.env,
): SidecarConfig => {
  const given = !dataDir && Boolean(env["DAPR_HTTP_PORT"]);
  const stack = () =>
    z.object({ [app]: z.unknown() }).parse(readStack(dataDir ?? defaultDataDir(env)));
  const parsed = Sidecar.safeParse(given ? env : stack()[app]);
  if (!parsed.success) throw new Error(z.prettifyError(parsed.error));
  return { httpPort: parsed.data.DAPR_HTTP_PORT, apiToken: parsed.data.DAPR_API_TOKEN };
};

const readStack = (dataDir: string): unknown => {
  try {
    const file = readFileSync(join(dataDir, "run", "stack.json"), "utf8");
    return z.object({ env: z.unknown() }).parse(JSON.parse(file)).env;
  } catch (cause) {
    const message = `no stack runs with the data directory ${dataDir}: start it with npm start, name its directory with --data-dir, or give DATABASE_URL and KAFKA_BROKERS`;
    throw new Error(message, { cause });
  }
};

const defaultDataDir = (env: NodeJS.ProcessEnv): string =>
  env["PUNCTUAL_DATA_DIR"] ??
  join(env["XDG_DATA_HOME"] || join(env["HOME"] || homedir(), ".local", "share"), "punctual");
