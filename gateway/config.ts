// The gateway's configuration: read once from the environment by main.ts.
import * as z from "zod";
import {
  Brokers,
  DatabaseUrl,
  DrainMs,
  list,
  LogLevel,
  optional,
  Port,
  readEnvironment,
} from "../process/config.ts";
import { mailFields, mailIsWhole, mailNotWhole } from "../process/mail/config.ts";
import { metricsAreGuarded, metricsFields, metricsUnguarded } from "../process/metrics/config.ts";
import { tracingFields } from "../process/tracing/config.ts";
import { SignUpMode } from "./auth/sign-up.ts";

const Origin = z
  .url({ protocol: /^https?$/, error: "must be origins such as https://todo.example.com" })
  .transform((url) => new URL(url).origin);

const Config = z
  .object({
    ...metricsFields,
    ...tracingFields,
    HOST: z.string().min(1).default("127.0.0.1"),
    PORT: Port,
    /** Where people reach this gateway; cookies and the socket's Origin check go by it. */
    PUBLIC_URL: z
      .url({ protocol: /^https?$/, error: "must be a URL such as https://todo.example.com" })
      .optional(),
    DATABASE_URL: DatabaseUrl,
    KAFKA_BROKERS: Brokers,
    AUTH_SECRET: z.string().min(32, "must be at least 32 characters long"),
    DAPR_HTTP_PORT: Port,
    DAPR_API_TOKEN: z.string().min(1),
    /** Who may make an account: anybody, who has an invitation, or nobody. The first one always can be made. */
    SIGNUP: optional(SignUpMode).transform((mode) => mode ?? "open"),
    ...mailFields,
    LOG_LEVEL: LogLevel,
    DRAIN_MS: DrainMs,
    /** Further origins, with commas between, whose pages may use the API. */
    ALLOWED_ORIGINS: list.pipe(z.array(Origin)).default([]),
    /** How many proxies in front add to X-Forwarded-For; 0 takes the socket's own address. */
    TRUSTED_PROXY_HOPS: z.coerce.number().int().min(0).max(10).default(0),
    /** How much one person may ask of a gateway: so many requests and frames at once, and so many a second for good. */
    REQUESTS_BURST: z.coerce.number().int().min(1).default(200),
    REQUESTS_PER_SECOND: z.coerce.number().min(1).default(20),
    /** The data directory, where it is on this machine: whether its disk is full is said by /health. */
    DATA_DIR: optional(z.string().min(1)),
    /** Folder of the built page, where it is not web/dist. */
    WEB_ROOT: z.string().min(1).optional(),
    /** A key or an address of an OpenAI-compatible endpoint switches the model on; without both the chat reads by its own rules. */
    OPENAI_API_KEY: optional(z.string().min(1)),
    OPENAI_BASE_URL: optional(
      z.url({ protocol: /^https?$/, error: "must be a URL such as https://api.openai.com/v1" }),
    ),
    OPENAI_MODEL: z.string().min(1).default("gpt-4.1-mini"),
    /** How long the model may take over one message, ms. The page waits 16 s for an answer. */
    OPENAI_TIMEOUT_MS: z.coerce.number().int().min(100).max(12_000).default(8_000),
    /** How much of it one person may use a day (UTC), counted by each gateway. */
    OPENAI_CALLS_PER_DAY: z.coerce.number().int().min(0).default(200),
    OPENAI_TOKENS_PER_DAY: z.coerce.number().int().min(0).default(500_000),
  })
  .refine(mailIsWhole, mailNotWhole)
  .refine(metricsAreGuarded, metricsUnguarded);

export type Config = z.infer<typeof Config> & { PUBLIC_URL: string };

/** Where the model is and how much of it may be used; null when none is configured. */
export const modelIn = (config: Config) =>
  config.OPENAI_API_KEY === undefined && config.OPENAI_BASE_URL === undefined
    ? null
    : {
        apiKey: config.OPENAI_API_KEY,
        baseURL: config.OPENAI_BASE_URL,
        model: config.OPENAI_MODEL,
        timeoutMs: config.OPENAI_TIMEOUT_MS,
        callsPerDay: config.OPENAI_CALLS_PER_DAY,
        tokensPerDay: config.OPENAI_TOKENS_PER_DAY,
      };

/** The configuration; what is missing or wrong in it ends the process. */
export const readConfig = (env: NodeJS.ProcessEnv = process.env): Config => {
  const config = readEnvironment("gateway", Config, env);
  return { ...config, PUBLIC_URL: config.PUBLIC_URL ?? `http://127.0.0.1:${config.PORT}` };
};
