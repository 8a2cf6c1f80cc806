// Before step 1: what was asked for on the command line and in the environment. Called by platform/main.ts and the tests.
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";

/** What the stack is told. Addresses that are given replace the part of ours (null = ours is started). */
export type Flags = {
  port: number;
  dataDir: string;
  cacheDir: string;
  logLevel: string;
  databaseUrl: string | null;
  kafkaBrokers: string | null;
  daprPlacement: string | null;
  daprScheduler: string | null;
};

/** The page's port when none is asked for. */
export const defaultPort = 8420;

export const help = `Punctual: a todo system with exact reminders. \`npm start\` runs all of it on this machine.

Usage: npm start -- [flags]

  --port <n>        port of the page and the API (default ${defaultPort}; the next free one when it is taken; 0 = any)
  --data-dir <dir>  where tasks, accounts, the log of changes and the parts' own logs are kept
                    (default $XDG_DATA_HOME/punctual or ~/.local/share/punctual: outside the clone, so that a new
                    clone or a cleaned one finds your tasks again; one stack runs at a time in one data directory)
  --cache-dir <dir> where downloaded engines are kept, by version (default ~/.cache/punctual)
  --log-level <l>   debug, info, warn or error: how much the parts write to their logs (default info)
  --help            this page

Environment (each one replaces a part that would be started here):
  PUNCTUAL_DATA_DIR, PUNCTUAL_CACHE_DIR   as the flags
  DATABASE_URL      a PostgreSQL, for example postgres://user:password@host:5432/punctual (Neon works)
  KAFKA_BROKERS     host:port of a Kafka, several separated by commas
  DAPR_PLACEMENT    host:port of a Dapr placement service
  DAPR_SCHEDULER    host:port of a Dapr scheduler service
  DAPR_BIN_DIR      a directory with daprd, placement and scheduler of Dapr 1.18.3 or later
  JAVA_HOME         a Java 17 or later for Kafka

Ctrl-C stops all of it; the next start finds the data again. Logs: <data-dir>/logs, one JSON-lines file a part.`;

const levels = ["debug", "info", "warn", "error"];

const portOf = (text: string): number => {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new Error(`--port is a number from 0 to 65535, not "${text}"`);
};

const levelOf = (text: string): string => {
  if (levels.includes(text)) return text;
  throw new Error(`--log-level is one of ${levels.join(", ")}, not "${text}"`);
};

const addressOf = (name: string, value: string | undefined): string | null => {
  if (!value) return null;
  if (value.split(",").every((one) => /^[^\s:/]+:\d{1,5}$/.test(one.trim()))) return value;
  throw new Error(`${name} is host:port, not "${value}"`);
};

const databaseUrlOf = (value: string | undefined): string | null => {
  if (!value) return null;
  if (/^postgres(ql)?:\/\//.test(value) && URL.canParse(value)) return value;
  throw new Error("DATABASE_URL is a URL such as postgres://user:password@host:5432/punctual");
};

type Env = Record<string, string | undefined>;

const baseDir = (env: Env, xdg: string, fallback: string): string =>
  join(env[xdg] || join(env["HOME"] || homedir(), fallback), "punctual");

/**
 * Reads flags and environment. Returns "help" when that is asked for; throws an Error whose message is one sentence for
 * the person when something is wrong.
 */
export const parseFlags = (args: readonly string[], env: Env): Flags | "help" => {
  const options = {
    port: { type: "string" },
    "data-dir": { type: "string" },
    "cache-dir": { type: "string" },
    "log-level": { type: "string" },
    help: { type: "boolean", short: "h" },
  } as const;
  const { values } = parseArgs({ args: [...args], options, allowPositionals: false });
  if (values.help) return "help";
  const data = values["data-dir"] ?? env["PUNCTUAL_DATA_DIR"];
  const cache = values["cache-dir"] ?? env["PUNCTUAL_CACHE_DIR"];
  return {
    port: portOf(values.port ?? String(defaultPort)),
    dataDir: resolve(data || baseDir(env, "XDG_DATA_HOME", ".local/share")),
    cacheDir: resolve(cache || baseDir(env, "XDG_CACHE_HOME", ".cache")),
    logLevel: levelOf(values["log-level"] ?? "info"),
    databaseUrl: databaseUrlOf(env["DATABASE_URL"]),
    kafkaBrokers: addressOf("KAFKA_BROKERS", env["KAFKA_BROKERS"]),
    daprPlacement: addressOf("DAPR_PLACEMENT", env["DAPR_PLACEMENT"]),
    daprScheduler: addressOf("DAPR_SCHEDULER", env["DAPR_SCHEDULER"]),
  };
};
