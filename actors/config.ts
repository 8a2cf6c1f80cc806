// The actors process's configuration: read once from the environment by main.ts.
import * as z from "zod";
import { HorizonMinutes } from "../domain/reminder-horizon.ts";
import { DrainMs, LogLevel, Port, readEnvironment } from "../process/config.ts";
import { metricsAreGuarded, metricsFields, metricsUnguarded } from "../process/metrics/config.ts";
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
    PUBSUB_NAME: z.string().default("pubsub"),
    REMINDER_HORIZON_MINUTES: HorizonMinutes,
    LOG_LEVEL: LogLevel,
    DRAIN_MS: DrainMs,
  })
  .refine(metricsAreGuarded, metricsUnguarded);
export type Config = z.infer<typeof Config>;

/** The configuration; what is missing or wrong in it ends the process. */
export const readConfig = (env: NodeJS.ProcessEnv = process.env): Config =>
  readEnvironment("actors", Config, env);
