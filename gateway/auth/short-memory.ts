// What a session's token or a program's token was found to be, for a second. Used by sessions.ts, so that not every request asks the database.
/** How long an answer is believed, ms: as long as another gateway's sockets may outlive a session that ended here. */
const believedMs = 1_000;
const most = 10_000;

/**
 * A memory of answers by key. Those who ask at the same time share one look-up; a failure and "there is none" (null) are
 * not remembered. `forget` drops everything, also what is being looked up: whoever asks after it is answered anew.
 */
export const createShortMemory = <T>(now: () => number = Date.now) => {
  const known = new Map<string, { answer: Promise<T | null>; until: number }>();

  const drop = (key: string, answer: Promise<T | null>): void => {
    if (known.get(key)?.answer === answer) known.delete(key);
  };

  return {
    recall: (key: string, look: () => Promise<T | null>): Promise<T | null> => {
      const found = known.get(key);
      if (found && found.until > now()) return found.answer;
      if (known.size >= most) known.clear();
      const answer = look();
      known.set(key, { answer, until: now() + believedMs });
      answer.then(
        (value) => value === null && drop(key, answer),
        () => drop(key, answer),
      );
      return answer;
    },
    forget: (): void => known.clear(),
  };
};
