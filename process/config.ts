// How a process reads its configuration from the environment, and what several of them read. Used by the config.ts of each.
import { readFileSync } from "node:fs";
import * as z from "zod";

export const Port = z.coerce.number("must be a port number").int().min(1).max(65_535);

export const LogLevel = z
  .enum(["trace", "debug", "info", "warn", "error", "fatal"])
  .default("info");

/** How long a process that was told to end serves on while it says so (process/ending.ts), ms. */
export const DrainMs = z.coerce.number("must be milliseconds").int().min(0).max(60_000).default(0);

export const DatabaseUrl = z.url({
  protocol: /^postgres(ql)?$/,
  error: "must be a PostgreSQL URL such as postgres://user:password@host:5432/punctual",
});

/** Several, with commas between. */
export const list = z.string().transform((text) =>
  text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== ""),
);

export const Brokers = list.pipe(
  z
    .array(z.string().regex(/^[^\s:]+:\d+$/, "must be host:port, several separated by commas"))
    .min(1, "must name a broker"),
);

/** Left empty, as in a file of variables or by a container, is not given. */
export const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema.optional());

/** A configuration, or a sentence or more about what is missing or wrong in it. */
export type Parsed<T> = { ok: true; value: T } | { ok: false; problem: string };

/**
 * What the schema says of the environment. Instead of each variable a file may be named that holds it, as containers get their secrets:
 * DATABASE_URL_FILE=/run/secrets/database_url.
 */
export const parseEnvironment = <T extends z.ZodObject>(
  schema: T,
  env: NodeJS.ProcessEnv,
): Parsed<z.output<T>> => {
  const values = { ...env };
  for (const name of Object.keys(schema.shape)) {
    const file = env[`${name}_FILE`];
    if (!file) continue;
    if (env[name]) {
      return {
        ok: false,
        problem: `${name} and ${name}_FILE are both given: leave one of them out`,
      };
    }
    try {
      values[name] = readFileSync(file, "utf8").trimEnd();
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      return { ok: false, problem: `${name}_FILE names ${file}, which cannot be read (${code})` };
    }
  }
  const parsed = schema.safeParse(values);
  if (parsed.success) return { ok: true, value: parsed.data };
  return { ok: false, problem: z.prettifyError(parsed.error) };
};

/** The configuration of a process (`name` is its own); what is missing or wrong in it is printed, all at once, and ends the process with 1. */
export const readEnvironment = <T extends z.ZodObject>(
  name: string,
  schema: T,
  env: NodeJS.ProcessEnv,
): z.output<T> => {
  const parsed = parseEnvironment(schema, env);
  if (parsed.ok) return parsed.value;
  process.stderr.write(`${name}: the configuration is not complete\n${parsed.problem}\n`);
  process.exit(1);
};
