// Many actors asked, a few at once and page by page, so that none who fails keeps the others from their turn. Called by round.ts.
import pLimit from "p-limit";
import type { Id } from "../../domain/ids.ts";

const atOnce = 16;
const pageSize = 200;

/**
 * Page after page until none is left, or until a whole page has failed: then whoever is asked is away. What has `failed` before is
 * not asked again and is counted with those that fail now.
 */
export const workThrough = async (work: {
  list: (page: { limit: number; now: Date; except: Id[] }) => Promise<Id[]>;
  ask: (ids: Id[], now: Date) => Promise<Outcome>;
  signal: AbortSignal;
  failed?: Id[];
}): Promise<{ done: number; failed: number }> => {
  const failed = new Set<Id>(work.failed);
  let done = 0;
  while (!work.signal.aborted) {
    // A page is listed and asked by one clock reading: so all that was listed is within what is armed, and is not listed again.
    const now = new Date();
    // What failed would be listed again, in front: it must not keep those behind it from their turn.
    const page = await work.list({ limit: pageSize, now, except: [...failed] });
    if (page.length === 0) break;
    const outcome = await work.ask(page, now);
    for (const id of outcome.failed) failed.add(id);
    done += outcome.done.length;
    if (outcome.done.length === 0) break;
  }
  return { done, failed: failed.size };
};

export type Outcome = { done: Id[]; failed: Id[] };

/** Asks a few actors at once; each call has the client's deadline. After an abort the rest are in neither list. */
export const catchUp = async (
  ids: Id[],
  ask: (id: Id) => Promise<unknown>,
  signal: AbortSignal,
): Promise<Outcome> => {
  const limit = pLimit(atOnce);
  const outcome: Outcome = { done: [], failed: [] };
  const one = async (id: Id): Promise<void> => {
    if (signal.aborted) return;
    const list = await ask(id).then(
      () => outcome.done,
      () => outcome.failed,
    );
    list.push(id);
  };
  await Promise.all(ids.map((id) => limit(one, id)));
  return outcome;
};
