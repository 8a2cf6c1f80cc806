// A person's settings as the read model has them. Called by the gateway where a command or a time needs them.
import { z } from "zod";
import type { Id } from "../../domain/ids.ts";
import { defaultSettings, type Settings, StoredSettings } from "../../domain/settings.ts";
import { prepared, type Queryable } from "../pool.ts";

const statement = prepared(
  "read-person",
  "select version, settings from people where user_id = $1",
);

const Row = z.object({ version: z.int().min(0), settings: StoredSettings });

/**
 * The settings of a person, those of one who never changed any by default. Never older than what a change was answered
 * with: the gateway writes each through before it answers.
 */
export const readPerson = async (
  db: Queryable,
  userId: Id,
): Promise<{ version: number; settings: Settings }> => {
  const [row] = (await db.query(statement([userId]))).rows;
  return row === undefined ? { version: 0, settings: defaultSettings } : Row.parse(row);
};
