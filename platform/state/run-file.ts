// While the stack runs: `<data-dir>/run/stack.json` tells tools, tests and the next start what runs where. Mode 0600: it
// holds the tokens of this run. Written by stack.ts; read by the replay command, the tests and reap.ts.
import * as z from "zod";
import { readJson } from "./json-file.ts";

const Vars = z.record(z.string(), z.string());

/** One part: `pid` and `identity` (its start time) are null while it is down. */
export const RunPart = z.object({
  pid: z.int().nullable(),
  identity: z.string().nullable(),
  ports: z.record(z.string(), z.int()),
  restarts: z.int(),
  ready: z.boolean(),
});

/** The whole file. `readyAt` is null until the address line was printed. `env` is what each app was started with. */
export const RunFile = z.object({
  url: z.string(),
  startedAt: z.string(),
  readyAt: z.string().nullable(),
  supervisorPid: z.int(),
  supervisorIdentity: z.string(),
  parts: z.record(z.string(), RunPart),
  env: z.object({
    DATABASE_URL: z.string(),
    KAFKA_BROKERS: z.string(),
    DAPR_PLACEMENT: z.string(),
    DAPR_SCHEDULER: z.string(),
    PUNCTUAL_SECRETS_FILE: z.string(),
    actors: Vars,
    gateway: Vars,
    consumers: Vars,
  }),
});
export type RunFile = z.infer<typeof RunFile>;

/** Reads a run file; null when there is none or it is not one. */
export const readRunFile = (file: string): RunFile | null => {
  const parsed = RunFile.safeParse(readJson(file));
  return parsed.success ? parsed.data : null;
};
