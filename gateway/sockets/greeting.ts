// What a device gets between `hello` and `live`: what it missed, or everything. Called by handler.ts.
import { readDirectory } from "../../database/directories/read-directory.ts";
import type { Database } from "../../database/pool.ts";
import type { Directory } from "../../domain/directory/directory.ts";
import type { Id } from "../../domain/ids.ts";
import type { Alert } from "../../domain/reminder.ts";
import { about } from "../feed/about.ts";
import type { Entry, Missed, Ring } from "../feed/ring.ts";
import { readAlerts } from "./alerts.ts";
import type { Connection } from "./connection.ts";
import type { Hub } from "./hub.ts";
import { frame, updateFrame } from "./messages.ts";
import { readSnapshot } from "./snapshot.ts";

type GreetingDeps = { db: Database; ring: Ring; hub: Hub };

/** The usual page of GET /conversation. */
const turnsPerPage = 20;

/** Brings the device up to date, says `live`, and makes it follow the feed. */
export const greet = async (
  deps: GreetingDeps,
  connection: Connection,
  hello: { userId: Id; cursor: string | undefined },
): Promise<void> => {
  const { userId, cursor } = hello;
  const missed = cursor === undefined ? null : deps.ring.since(cursor, userId);
  connection.send(frame({ type: "welcome", v: 1, userId, resumed: missed !== null }));
  if (missed) await sendMissed(connection, missed);
  await goLive(
    deps,
    connection,
    userId,
    missed?.cursor ?? (await sendSnapshot(deps, connection, userId)),
  );
};

/** What comes with the first page beside tasks. */
type FirstPage = { first: boolean; alerts?: Alert[]; directory?: Directory };

/**
 * Sends the tasks a device begins with and what was told and not seen, then what the ring knows better: a message may be in the ring before the read model has it.
 * Whatever happens while the pages are on their way comes after the cursor returned.
 */
const sendSnapshot = async (
  deps: GreetingDeps,
  connection: Connection,
  userId: Id,
): Promise<string> => {
  const before = deps.ring.cursor();
  const versions = new Map<string, number>();
  const alerts = await readAlerts(deps.db, userId);
  for (const alert of alerts) versions.set(about.alert(alert), alert.sequence);
  const directory = await readDirectory(deps.db, userId);
  versions.set(about.directory(), directory.version);
  let first: FirstPage = { first: true, alerts, directory };
  for await (const page of readSnapshot(deps.db, userId, new Date())) {
    if (!connection.isOpen()) break;
    for (const task of page.tasks) versions.set(about.task(task.id), task.version);
    await connection.flush(frame({ type: "snapshot", ...page, ...first }));
    first = { first: false };
  }
  const now = deps.ring.cursor();
  for (const entry of withoutOldTurns(deps.ring.newest(userId))) {
    if (entry.version <= (versions.get(entry.about) ?? 0)) continue;
    // The cursor from before the pages: a device that is cut off here asks for what came since.
    await connection.flush(updateFrame(entry, before));
  }
  return now;
};

/**
 * A device reads the conversation page by page, so it needs of the ring only what its first page may have missed. Those of before that page
 * would leave a hole between the two.
 */
const withoutOldTurns = (entries: Entry[]): Entry[] => {
  const turns = new Set(entries.filter(({ kind }) => kind === "turn").slice(-turnsPerPage));
  return entries.filter((entry) => entry.kind !== "turn" || turns.has(entry));
};

const sendMissed = async (connection: Connection, missed: Missed): Promise<void> => {
  for (const { entry, cursor } of missed.entries)
    await connection.flush(updateFrame(entry, cursor));
};

/** Repeats until nothing came while the last was sent; then, without a pause in between, follows the feed. */
const goLive = async (
  deps: GreetingDeps,
  connection: Connection,
  userId: Id,
  from: string,
): Promise<void> => {
  let cursor = from;
  while (connection.isOpen()) {
    const missed = deps.ring.since(cursor, userId);
    if (!missed) return connection.close("too_slow", "the feed ran ahead: begin anew");
    cursor = missed.cursor;
    if (missed.entries.length === 0) {
      connection.send(frame({ type: "live", cursor }));
      deps.hub.follow(connection, userId);
      return;
    }
    await sendMissed(connection, missed);
  }
};
