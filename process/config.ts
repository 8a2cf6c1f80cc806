// How a process reads its configuration from the environment, and what several of them read. Used by the config.ts of each.
import * as z from "zod";

export const Port = z.coerce.number("must be a port number").int().min(1).max(65_535);

export const LogLevel = z
  .enum(["trace", "debug", "info", "warn", "error", "fatal"])
  .default("info");

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

/** The configuration of a process (`name` is its own); what is missing or wrong in it is printed, all at once, and ends the process with 1. */
export const readEnvironment = <T extends z.ZodType>(
  name: string,
  schema: T,
  env: NodeJS.ProcessEnv,
): z.output<T> => {
  const parsed = schema.safeParse(env);
  if (parsed.success) return parsed.data;
  process.stderr.write(
    `${name}: the configuration is not complete\n${z.prettifyError(parsed.error)}\n`,
  );
  process.exit(1);
};
