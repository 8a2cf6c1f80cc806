// The consumers process's configuration: read once from the environment by main.ts.
import * as z from "zod";

const Port = z.coerce.number().int().min(1).max(65_535);

const Config = z.object({
  HOST: z.string().default("127.0.0.1"),
  PORT: Port,
  DAPR_HTTP_PORT: Port,
  DAPR_API_TOKEN: z.string().min(1),
  APP_API_TOKEN: z.string().min(1),
  DATABASE_URL: z.url({
    protocol: /^postgres(ql)?$/,
    error: "must be a PostgreSQL URL such as postgres://user:password@host:5432/punctual",
  }),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "fatal"]).default("info"),
});
export type Config = z.infer<typeof Config>;

/** The configuration; what is missing or wrong in it is printed, all at once, and ends the process with 1. */
export const readConfig = (env: NodeJS.ProcessEnv = process.env): Config => {
  const parsed = Config.safeParse(env);
  if (parsed.success) return parsed.data;
  process.stderr.write(
    `consumers: the configuration is not complete\n${z.prettifyError(parsed.error)}\n`,
  );
  process.exit(1);
};
