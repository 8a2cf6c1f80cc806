// The stored pages of a conversation: filed with the state, read back when somebody scrolls up. Called by UserActor.
import type { Turn, TurnPage } from "../../domain/conversation.ts";
import type { Id } from "../../domain/ids.ts";
import type { ActorAddress, Dapr, StateOperation } from "../dapr.ts";
import { type Added, type Kept, StoredPage } from "./turns.ts";

const keyOf = (number: number): string => `turns-${number}`;

/** What is stored together with the state that `added` leaves. */
export const operationsOf = ({ filed, dropped }: Added): StateOperation[] => [
  ...(filed === null
    ? []
    : [
        {
          operation: "upsert" as const,
          request: { key: keyOf(filed.number), value: filed.page },
        },
      ]),
  ...(dropped === null ? [] : [{ operation: "delete" as const, request: { key: keyOf(dropped) } }]),
];

/** What deletes every page. */
export const allPages = ({ first, next }: Kept["pages"]): StateOperation[] =>
  Array.from({ length: next - first }, (_, n) => ({
    operation: "delete" as const,
    request: { key: keyOf(first + n) },
  }));

/**
 * At most `limit` turns before the turn `before` (without it: the last ones), oldest first. A turn that is not there, or not any more,
 * has none before it. Throws when the store cannot be reached.
 */
export const readTurns = async (
  dapr: Pick<Dapr, "readState">,
  actor: ActorAddress,
  { conversation, pages }: Kept,
  asked: { before?: Id | undefined; limit: number },
): Promise<TurnPage> => {
  const { before, limit } = asked;
  let older = earlier(conversation.recent, before);
  let turns = older ?? [];
  let number = pages.next;
  while (number > pages.first && turns.length <= limit) {
    number -= 1;
    const page = StoredPage.parse(await dapr.readState(actor, keyOf(number)));
    older = older === null ? earlier(page.turns, before) : page.turns;
    turns = [...(older ?? []), ...turns];
  }
  const last = turns.slice(-limit);
  const hasMore = last.length > 0 && (turns.length > limit || number > pages.first);
  return { turns: last, before: hasMore ? (last[0]?.id ?? null) : null };
};

/** Those before the turn; null when it is not among them. */
const earlier = (turns: Turn[], before: Id | undefined): Turn[] | null => {
  if (before === undefined) return turns;
  const place = turns.findIndex(({ id }) => id === before);
  return place === -1 ? null : turns.slice(0, place);
};
