// Before step 1: secrets that stay with the data (mode 0600) and tokens that are new for every run. Called by setting.ts.
import { randomBytes } from "node:crypto";
import * as z from "zod";
import { readJson, writeJson } from "./json-file.ts";

/** What must be the same at the next start: the database's password, and the key that signs sessions. */
export const Secrets = z.object({
  postgresPassword: z.string().min(16),
  authSecret: z.string().min(32),
});
export type Secrets = z.infer<typeof Secrets>;

/** 256 random bits as text that is safe in a URL, a header and a file. */
export const newToken = (): string => randomBytes(32).toString("base64url");

/** The kept secrets of this data directory, made at its first start. */
export const keptSecrets = (file: string): Secrets => {
  const known = Secrets.safeParse(readJson(file));
  if (known.success) return known.data;
  const fresh = { postgresPassword: newToken(), authSecret: newToken() };
  writeJson(file, fresh);
  return fresh;
};
