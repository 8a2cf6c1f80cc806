// One actor's state under one key (and what it files beside it): loaded once an activation, saved in one transaction. Used by both actors.
import * as z from "zod";
import { parseArgument, Unreadable } from "./actor.ts";
import type { ActorAddress, Dapr, StateOperation } from "./dapr.ts";

const key = "state";

/** The instance was forgotten by the host while its turn ran: another may own the actor now, so nothing is saved. */
export class Superseded extends Error {
  constructor() {
    super("this instance was replaced while it worked; call again");
    this.name = "Superseded";
  }
}

/**
 * The stored state of one actor. `load` reads it once and parses it; `save` replaces it, together with what `beside` does to
 * other keys. Both throw when the store cannot be reached, and then the host forgets the instance. `load` throws `Unreadable` for a
 * value of another shape.
 */
export const createStored = <T>(
  dapr: Dapr,
  actor: ActorAddress,
  schema: z.ZodType<T>,
  isCurrent: () => boolean,
) => {
  let loaded: Promise<T | null> | null = null;

  const read = async (): Promise<T | null> => {
    const { value, problem } = await show();
    if (problem !== null) throw new Unreadable(problem);
    return value === null ? null : schema.parse(value);
  };

  const show = async (): Promise<{ value: unknown; problem: string | null }> => {
    const value = await dapr.readState(actor, key);
    if (value === null) return { value, problem: null };
    const parsed = schema.safeParse(value);
    return { value, problem: parsed.success ? null : z.prettifyError(parsed.error) };
  };

  const save = async (state: T, beside: StateOperation[] = []): Promise<void> => {
    if (!isCurrent()) throw new Superseded();
    const main: StateOperation = { operation: "upsert", request: { key, value: state } };
    await dapr.saveState(actor, [main, ...beside]);
    // Another host may have read the state before this save was through. Whoever asks again hears what holds there.
    if (!isCurrent()) throw new Superseded();
    loaded = Promise.resolve(state);
  };

  return {
    load: (): Promise<T | null> => (loaded ??= read()),
    save,
    /** For an operator: what is stored, as it is, and what is wrong with it. */
    show,
    /** What `part`, which reads less of it, finds in what is stored, whatever the rest is like; null for nothing. */
    part: async <P>(part: z.ZodType<P>): Promise<P | null> => {
      const value = await dapr.readState(actor, key);
      return value === null ? null : part.parse(value);
    },
    /** For an operator: puts a value in its place. Throws `BadCall` when it is none of this actor. */
    mend: async (value: unknown): Promise<{ mended: true }> => {
      await save(parseArgument(schema, value));
      return { mended: true };
    },
    /** Takes away what is stored, and what `beside` names. */
    erase: async (beside: StateOperation[] = []): Promise<void> => {
      if (!isCurrent()) throw new Superseded();
      await dapr.saveState(actor, [{ operation: "delete", request: { key } }, ...beside]);
      loaded = Promise.resolve(null);
    },
    /** Replaces what memory holds without writing: for what the next save will write anyway. */
    replace: (state: T): void => {
      loaded = Promise.resolve(state);
    },
  };
};
