// Fetches tasks that something on the page speaks of and the page does not have: those that ended long ago are in no snapshot. Called by workspace.ts.
import type { Id } from "../../domain/ids.ts";
import type { Task } from "../../domain/task.ts";
import type { Punctual } from "../api/punctual.ts";
import type { Store } from "../store/store.ts";

export type LookUp = (ids: readonly Id[]) => void;

/** The most fetched for one place on the page, and for all of it after a snapshot: a person's requests are counted. */
const [mostOfOne, mostOfAll] = [20, 60];

/**
 * Asks once for each id that is not known, and tells the store what came: the task, or that there is none. After another snapshot, or where
 * there was no answer, it is asked for again.
 */
export const createLookUp = (store: Store, punctual: Pick<Punctual, "readTask">): LookUp => {
  let asked = new Set<Id>();
  let snapshot = 0;

  const isUnknown = (id: Id): boolean => {
    const { tasks, gone, absent } = store.read();
    return !tasks.has(id) && !gone.has(id) && !absent.has(id) && !asked.has(id);
  };

  const ask = async (id: Id, of: Set<Id>): Promise<{ tasks: Task[]; absent: Id[] }> => {
    const answer = await punctual.readTask(id);
    if (answer.ok) return { tasks: [answer.value], absent: [] };
    if (answer.problem.status === 404) return { tasks: [], absent: [id] };
    of.delete(id);
    return { tasks: [], absent: [] };
  };

  return (ids) => {
    const { loaded, older } = store.read();
    if (!loaded) return;
    if (snapshot !== older.snapshot) [snapshot, asked] = [older.snapshot, new Set()];
    const most = Math.min(mostOfOne, mostOfAll - asked.size);
    const unknown = [...new Set(ids)].filter(isUnknown).slice(0, most);
    if (unknown.length === 0) return;
    for (const id of unknown) asked.add(id);
    const of = asked;
    void Promise.all(unknown.map((id) => ask(id, of))).then((answers) =>
      store.dispatch({
        type: "looked_up",
        tasks: answers.flatMap(({ tasks }) => tasks),
        absent: answers.flatMap(({ absent }) => absent),
      }),
    );
  };
};
