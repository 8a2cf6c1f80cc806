// What the host hosts: one instance for each active actor, called one turn at a time.
import * as z from "zod";

/** A live actor. A throw from any of these makes the host forget the instance; the next call loads the state anew. */
export type Actor = {
  /** A method called by a client with its JSON argument; gives a JSON answer. */
  invoke(method: string, argument: unknown): Promise<unknown>;
  /** A reminder came. It repeats until the handler has deleted it. */
  remind(name: string): Promise<void>;
  /** Whether something of an earlier turn is still under way. Until it is over the host keeps the instance. */
  isBusy?(): boolean;
};

/** How the host makes an actor. `isCurrent` turns false when the host has forgotten the instance: then it must not save. */
export type ActorFactory = (id: string, isCurrent: () => boolean) => Actor;

/** The actor has no method of that name, or the argument is not what it takes: the caller's mistake, so not repeated. */
export class BadCall extends Error {
  constructor(message: string) {
    super(message);
    this.name = "BadCall";
  }
}

/** What is stored of the actor cannot be read by this program: repeating does not help, an operator has to look (`npm run actors`). */
export class Unreadable extends Error {
  constructor(problem: string) {
    super(`what is stored of this actor cannot be read: ${problem}`);
    this.name = "Unreadable";
  }
}

/** A method's argument, or `BadCall` with what is wrong in it. */
export const parseArgument = <T>(schema: z.ZodType<T>, argument: unknown): T => {
  const parsed = schema.safeParse(argument);
  if (!parsed.success) throw new BadCall(z.prettifyError(parsed.error));
  return parsed.data;
};
