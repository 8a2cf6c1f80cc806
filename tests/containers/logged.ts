// Whether a person's log has what was answered to them. Called by the container tests.
import type { Person } from "../client.ts";
import { until } from "../dapr.ts";

/** Resolves when each of these versions is in the log, and once, within 40 s: devices heard of all of it before. */
export const areLoggedOnce = async (
  person: Person,
  written: readonly { taskId: string; version: number }[],
): Promise<void> => {
  await until(
    `${written.length} versions are in the log once`,
    async () => {
      const seen = await allVersions(person);
      return written.every(({ taskId, version }) => seen.get(`${taskId} ${version}`) === 1);
    },
    40_000,
  );
};

/** How often each version of each task is in a person's log. */
const allVersions = async ({ events }: Person): Promise<Map<string, number>> => {
  const counts = new Map<string, number>();
  let cursor: string | null | undefined;
  do {
    const page = await events({ limit: 200, ...(cursor ? { cursor } : {}) });
    for (const { subject, version } of page.events) {
      const key = `${subject} ${version}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    cursor = page.next;
  } while (cursor);
  return counts;
};
