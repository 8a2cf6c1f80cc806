// The gateway's configuration: read once from the environment by main.ts.
import * as z from "zod";

const Port = z.coerce.number("must be a port number").int().min(1).max(65_535);
const list = z.string().transform((value) =>
  value
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== ""),
);
const Origin = z
  .url({ protocol: /^https?$/, error: "must be origins such as https://todo.example.com" })
  .transform((url) => new URL(url).origin);

const Config = z.object({
  HOST: z.string().min(1).default("127.0.0.1"),
  PORT: Port,
  /** Where people reach this gateway; cookies and the socket's Origin check go by it. */
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: "must be a URL such as https://todo.example.com" })
    .optional(),
  DATABASE_URL: z.url({
    protocol: /^postgres(ql)?$/,
    error: "must be a PostgreSQL URL such as postgres://user:password@host:5432/punctual",
  }),
  KAFKA_BROKERS: list.pipe(
    z.array(z.string().regex(/^[^\s:]+:\d+$/, "must be host:port")).min(1, "must name a broker"),
  ),
  AUTH_SECRET: z.string().min(32, "must be at least 32 characters long"),
  DAPR_HTTP_PORT: Port,
  DAPR_API_TOKEN: z.string().min(1),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "fatal"]).default("info"),
  /** Further origins, with commas between, whose pages may use the API. */
  ALLOWED_ORIGINS: list.pipe(z.array(Origin)).default([]),
  /** How many proxies in front add to X-Forwarded-For; 0 takes the socket's own address. */
  TRUSTED_PROXY_HOPS: z.coerce.number().int().min(0).max(10).default(0),
  /** Folder of the built page, where it is not web/dist. */
  WEB_ROOT: z.string().min(1).optional(),
});

export type Config = z.infer<typeof Config> & { PUBLIC_URL: string };

/** The configuration; when something is missing or wrong, prints all of it and ends the process with 1. */
export const readConfig = (env: NodeJS.ProcessEnv = process.env): Config => {
  const parsed = Config.safeParse(env);
  if (!parsed.success) {
    const problems = z.prettifyError(parsed.error);
    process.stderr.write(`gateway: the configuration is not complete\n${problems}\n`);
    process.exit(1);
  }
  const { PUBLIC_URL = `http://127.0.0.1:${parsed.data.PORT}` } = parsed.data;
  return { ...parsed.data, PUBLIC_URL };
};
