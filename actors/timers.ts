// What an actor does for itself at a time: its repeating actor reminders, kept where they should be. Used by both actors.
import type { ActorAddress, Dapr } from "./dapr.ts";

/** Until its handler has committed a reminder comes again this often. */
const repeatMs = 30_000;

export type Timers = ReturnType<typeof createTimers>;

/**
 * The named reminders of one actor. `keep` makes them what is wanted: name → ms since 1970, or null for none. Only what
 * differs from what this activation knows is sent; `anew` sends it all. What cannot be registered now is left to the armer; asked by it (`anew`) this throws, so that
 * it comes again.
 */
export const createTimers = (dapr: Dapr, actor: ActorAddress) => {
  const known = new Map<string, number | null>();

  const keepOne = async (name: string, at: number | null, now: number, anew: boolean) => {
    if (!anew && (known.get(name) ?? null) === at) return;
    known.delete(name);
    try {
      if (at === null) await dapr.deleteReminder(actor, name);
      else
        await dapr.registerReminder(actor, {
          name,
          dueInMs: Math.max(0, at - now),
          periodMs: repeatMs,
        });
      known.set(name, at);
    } catch (error) {
      // The armer asks again: in a minute after a change, and at once when it was the armer who asked.
      if (anew) throw error;
    }
  };

  return {
    keep: async (
      wanted: Record<string, number | null>,
      now: Date,
      { anew = false }: { anew?: boolean } = {},
    ): Promise<void> => {
      await Promise.all(
        Object.entries(wanted).map(([name, at]) => keepOne(name, at, now.getTime(), anew)),
      );
    },
    /** It came: whatever is known of it no longer holds. */
    came: (name: string): void => void known.set(name, Number.NaN),
  };
};
