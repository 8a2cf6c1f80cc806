// Keeps one person's writes to one task in the order they were made: the next leaves when the last has its answer. Used by views/chat/use-chat.ts.

/** Runs jobs of the same name one after the other; jobs of different names do not wait for each other. */
export const createLanes = () => {
  const last = new Map<string, Promise<unknown>>();
  return <T>(name: string, job: () => Promise<T>): Promise<T> => {
    const turn = (last.get(name) ?? Promise.resolve()).then(job, job);
    last.set(name, turn);
    const tidy = (): void => {
      if (last.get(name) === turn) last.delete(name);
    };
    turn.then(tidy, tidy);
    return turn;
  };
};
