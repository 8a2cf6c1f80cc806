// Says whether the rebuilt read model is the live one, although people go on writing. Called by replay.ts.
import { setTimeout as sleep } from "node:timers/promises";
import type { Queryable } from "../../database/pool.ts";
import { listDifferences, type Difference } from "../../database/rebuild/list-differences.ts";
import type { Rebuild } from "./rebuild.ts";

/** More differences than these are not looked at one by one. */
export const differencesLimit = 1_000;
const rounds = 8;
const pauseMs = 500;

/**
 * The differences that stay. The gateway's copy is a moment ahead of the log, so what differs is looked at again, with the
 * log read on meanwhile, for up to 4 s; a difference counts when it is the same each time.
 */
export const settledDifferences = async (
  connection: Queryable,
  rebuild: Rebuild,
): Promise<Difference[]> => {
  let found = await listDifferences(connection, { limit: differencesLimit });
  for (let round = 0; round < rounds && mayPass(found); round += 1) {
    await sleep(pauseMs);
    await rebuild.readOn();
    const now = await listDifferences(connection, { limit: differencesLimit });
    const before = new Set(found.map(identity));
    found = now.filter((difference) => before.has(identity(difference)));
  }
  return found;
};

const mayPass = (found: Difference[]): boolean =>
  found.length > 0 && found.length < differencesLimit;

const identity = ({ taskId, live, rebuilt }: Difference): string => `${taskId} ${live} ${rebuilt}`;

/** One difference in a sentence without the task's content. */
export const sentence = ({ taskId, live, rebuilt, fields }: Difference): string => {
  if (live === null) return `${taskId}: is missing, the log has version ${rebuilt}`;
  if (rebuilt === null) return `${taskId}: version ${live} is in no log`;
  if (live !== rebuilt) return `${taskId}: is version ${live}, the log has version ${rebuilt}`;
  const what = fields.length > 0 ? fields.join(", ") : "what it is found by";
  return `${taskId}: version ${live} in both, but not the same: ${what}`;
};
