// Which stack the doctor looks at: the one that runs with the data directory, else what the environment names. Called by platform/doctor.ts.
import * as z from "zod";
import type { RunFile } from "../state/run-file.ts";

/** A sidecar and the token it asks for. */
export type SidecarPlace = { app: string; port: number; apiToken: string };

/** What is known of a stack. What is missing is not looked at. `parts`: of one that runs here. */
export type Target = {
  url?: string;
  databaseUrl?: string;
  brokers?: string[];
  sidecars: SidecarPlace[];
  placement?: string;
  scheduler?: string;
  smtpUrl?: string;
  parts: RunFile["parts"];
};

const Environment = z.object({
  PUBLIC_URL: z.string().optional(),
  DATABASE_URL: z.string().optional(),
  KAFKA_BROKERS: z.string().optional(),
  DAPR_HTTP_PORT: z.coerce.number().int().optional(),
  DAPR_API_TOKEN: z.string().optional(),
  SMTP_URL: z.string().optional(),
});

const brokersOf = (text: string): string[] => text.split(",").map((one) => one.trim());

/** What a running stack has written down of itself. */
export const targetOfRun = ({ url, env, parts }: RunFile): Target => ({
  url,
  databaseUrl: env.DATABASE_URL,
  brokers: brokersOf(env.KAFKA_BROKERS),
  placement: env.DAPR_PLACEMENT,
  scheduler: env.DAPR_SCHEDULER,
  sidecars: (["actors", "consumers"] as const).map((app) => ({
    app,
    port: Number(env[app]["DAPR_HTTP_PORT"]),
    apiToken: env[app]["DAPR_API_TOKEN"] ?? "",
  })),
  ...(env.consumers["SMTP_URL"] ? { smtpUrl: env.consumers["SMTP_URL"] } : {}),
  parts,
});

/** What the environment names; null when it names nothing of a stack. */
export const targetOfEnvironment = (env: NodeJS.ProcessEnv): Target | null => {
  const known = Environment.parse(env);
  if (Object.values(known).every((one) => !one)) return null;
  const port = known.DAPR_HTTP_PORT;
  return {
    ...(known.PUBLIC_URL ? { url: known.PUBLIC_URL } : {}),
    ...(known.DATABASE_URL ? { databaseUrl: known.DATABASE_URL } : {}),
    ...(known.KAFKA_BROKERS ? { brokers: brokersOf(known.KAFKA_BROKERS) } : {}),
    sidecars: port ? [{ app: "here", port, apiToken: known.DAPR_API_TOKEN ?? "" }] : [],
    ...(known.SMTP_URL ? { smtpUrl: known.SMTP_URL } : {}),
    parts: {},
  };
};
