// The actors process's configuration: read once from the environment by main.ts.
import * as z from "zod";
import { HorizonMinutes } from "../domain/reminder-horizon.ts";

const Port = z.coerce.number().int().min(1).max(65_535);

const Config = z.object({
  HOST: z.string().default("127.0.0.1"),
  PORT: Port,
  DAPR_HTTP_PORT: Port,
  DAPR_API_TOKEN: z.string().min(1),
  APP_API_TOKEN: z.string().min(1),
  PUBSUB_NAME: z.string().default("pubsub"),
  REMINDER_HORIZON_MINUTES: HorizonMinutes,
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "fatal"]).default("info"),
});
export type Config = z.infer<typeof Config>;

/** The configuration, or the list of all that is missing or wrong in it. */
export const readConfig = (env: NodeJS.ProcessEnv = process.env): Config => {
  const parsed = Config.safeParse(env);
  if (parsed.success) return parsed.data;
  process.stderr.write(
    `actors: the configuration is not complete\n${z.prettifyError(parsed.error)}\n`,
  );
  process.exit(1);
};
