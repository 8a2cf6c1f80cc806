// Statements of one kind that come while others of it are under way go to PostgreSQL as one: under load a write costs a share of a
// round trip and of a commit. Used by the two statements of every write (commands/).
import { isDatabaseDown, isOfRows } from "./is-database-down.ts";
import type { Queryable } from "./pool.ts";

/** One statement for many: gives the answers in the order of what was given, a `Failed` for one that has none. */
type Run<A, B> = (db: Queryable, all: A[]) => Promise<(B | Failed)[]>;

/** What one of many hears in place of an answer. */
export class Failed {
  readonly error: unknown;
  constructor(error: unknown) {
    this.error = error;
  }
}

/** So many are under way at once: one that waits for a lock does not hold up all others. */
const lanes = 2;
const most = 64;

/** Those that are tried alone after all are so many at once. */
const alone = 8;

/**
 * Gives each caller the answer to its own. What comes while a lane is free goes at once and alone. When a statement for many fails, and not because the
 * database is away, each is tried alone: nobody's bad value, and nobody's row that another holds, is another one's error.
 */
export const together = <A, B>(run: Run<A, B>): ((db: Queryable, one: A) => Promise<B>) => {
  const queues = new WeakMap<Queryable, (one: A) => Promise<B>>();
  return (db, one) => {
    const known = queues.get(db);
    if (known) return known(one);
    const made = createQueue<A, B>((all) => run(db, all));
    queues.set(db, made);
    return made(one);
  };
};

type Waiting<A, B> = {
  one: A;
  resolve: (answer: B) => void;
  reject: (reason: unknown) => void;
};

const createQueue = <A, B>(
  run: (all: A[]) => Promise<(B | Failed)[]>,
): ((one: A) => Promise<B>) => {
  const waiting: Waiting<A, B>[] = [];
  let underWay = 0;

  const give = async (batch: Waiting<A, B>[]): Promise<void> => {
    try {
      const answers = await run(batch.map(({ one }) => one));
      for (const [at, { resolve, reject }] of batch.entries()) {
        const answer = answers[at] as B | Failed;
        if (answer instanceof Failed) reject(answer.error);
        else resolve(answer);
      }
    } catch (error) {
      if (batch.length > 1 && (isOfRows(error) || !isDatabaseDown(error))) {
        for (let at = 0; at < batch.length; at += alone)
          await Promise.all(batch.slice(at, at + alone).map((one) => give([one])));
      } else for (const { reject } of batch) reject(error);
    }
  };

  const next = (): void => {
    if (underWay === lanes || waiting.length === 0) return;
    underWay += 1;
    void give(waiting.splice(0, most)).finally(() => {
      underWay -= 1;
      next();
    });
  };

  return (one) =>
    new Promise((resolve, reject) => {
      waiting.push({ one, resolve, reject });
      next();
    });
};
