// How much of the model one person may use a day. In memory: bounded, of this process, forgotten when it ends. Called by the interpreter.
import type { Id } from "../../../domain/ids.ts";

export type BudgetOptions = { callsPerDay: number; tokensPerDay: number };

export type Budget = {
  /** Takes one call of the person's day; false when the calls or the tokens of the day are used up. */
  take: (userId: Id) => boolean;
  /** Counts what a call has cost. */
  spend: (userId: Id, tokens: number) => void;
};

/** People remembered at most. Whoever has been away longest is forgotten first, which is generous to them. */
const maxPeople = 20_000;

/** Makes a budget. Days are those of UTC. */
export const createBudget = (
  { callsPerDay, tokensPerDay }: BudgetOptions,
  now: () => Date,
): Budget => {
  const used = new Map<Id, { day: string; calls: number; tokens: number }>();
  const today = (userId: Id) => {
    const day = now().toISOString().slice(0, 10);
    const known = used.get(userId);
    const entry = known?.day === day ? known : { day, calls: 0, tokens: 0 };
    used.delete(userId);
    used.set(userId, entry);
    const [oldest] = used.keys();
    if (used.size > maxPeople && oldest !== undefined) used.delete(oldest);
    return entry;
  };
  return {
    take: (userId) => {
      const entry = today(userId);
      if (entry.calls >= callsPerDay || entry.tokens >= tokensPerDay) return false;
      entry.calls += 1;
      return true;
    },
    spend: (userId, tokens) => {
      today(userId).tokens += tokens;
    },
  };
};
