// Everything a person has, part by part, read while it is written. Called by write-json.ts.
import type { ActorClient } from "../../actors/client.ts";
import { listAccountEvents } from "../../database/account-events/list-account-events.ts";
import { listSessions, type SessionRow } from "../../database/accounts/list-sessions.ts";
import { readAccount } from "../../database/accounts/read-account.ts";
import { listEvents } from "../../database/audit/list-events.ts";
import { listPushSubscriptions } from "../../database/delivery/list-push-subscriptions.ts";
import { pageRows } from "../../database/export/page-rows.ts";
import type { Database } from "../../database/pool.ts";
import { listTokens } from "../../database/tokens/list-tokens.ts";
import type { Turn } from "../../domain/conversation.ts";
import type { Id } from "../../domain/ids.ts";
import { unwrap } from "../http/refused.ts";

export type ExportDeps = { db: Database; actors: Pick<ActorClient, "readUser" | "readTurns"> };

/** One value, or a list that is read page by page. */
export type Part =
  | { name: string; value: unknown }
  | { name: string; items: AsyncIterable<unknown> };

/**
 * No secrets: neither what signs in (sessions and tokens are named, not given) nor what webhooks are signed with. What changes
 * while it is read may be there as it was or as it is.
 */
export const everythingOf = async function* (
  { db, actors }: ExportDeps,
  userId: Id,
): AsyncGenerator<Part> {
  yield { name: "account", value: await readAccount(db, userId) };
  const person = await actors.readUser(userId);
  yield { name: "settings", value: person.ok ? person.user.settings : null };
  yield { name: "directory", value: person.ok ? person.directory : null };
  const sessions = await listSessions(db, { userId, token: "" });
  yield { name: "sessions", value: sessions.map(withoutCurrent) };
  yield { name: "tokens", value: await listTokens(db, userId) };
  const browsers = await listPushSubscriptions(db, userId);
  yield { name: "pushSubscriptions", value: browsers.map(({ endpoint }) => ({ endpoint })) };
  yield { name: "accountEvents", items: accountEvents(db, userId) };
  for (const name of ["tasks", "reminders", "occurrences"] as const)
    yield { name, items: pageRows(db, name, userId) };
  yield { name: "conversation", value: await conversation(actors, userId) };
  yield { name: "history", items: history(db, userId) };
};

/** Which session asks is nothing to take along. */
const withoutCurrent = ({ id, createdAt, usedAt, expiresAt, address, agent }: SessionRow) => ({
  id,
  createdAt,
  usedAt,
  expiresAt,
  address,
  agent,
});

const accountEvents = async function* (db: Database, userId: Id): AsyncGenerator {
  let before: Id | undefined;
  for (;;) {
    const page = await listAccountEvents(db, { userId, before, limit: 500 });
    yield* page;
    before = page.at(-1)?.id;
    if (before === undefined) return;
  }
};

/** The log, the newest change first. */
const history = async function* (db: Database, ownerId: Id): AsyncGenerator {
  let cursor: string | null | undefined;
  do {
    const page = unwrap(await listEvents(db, { ownerId, cursor: cursor ?? undefined, limit: 500 }));
    yield* page.events;
    cursor = page.next;
  } while (cursor !== null);
};

/** All that is kept of it (the last 500 turns or so), oldest first. */
const conversation = async (actors: ExportDeps["actors"], userId: Id): Promise<Turn[]> => {
  const pages: Turn[][] = [];
  let before: Id | null | undefined;
  do {
    const page = await actors.readTurns(userId, { before: before ?? undefined, limit: 100 });
    pages.unshift(page.turns);
    before = page.before;
  } while (before !== null);
  return pages.flat();
};
