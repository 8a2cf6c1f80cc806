// How many sockets there may be, and how much each may say. Made by handler.ts, in the memory of this gateway.
import type { Id } from "../../domain/ids.ts";
import { createAllowance } from "../http/allowance.ts";
import type { Connection } from "./connection.ts";

/** Sockets of one person. Nobody looks at more. */
export const mostOfPerson = 50;
/** Sockets of one address that have not said yet whose they are. A whole office that comes back at once stays below. */
export const mostStrangers = 100;
/** What one socket may say: a page says hello, and pings when it wakes up. */
export const perSocket = { burst: 20, perSecond: 5 };

/** One socket as the limits know it. */
export type Visit = {
  /** It is known whose it is. Closes the person's oldest when there are too many: the newest is the one they look at. */
  signIn: (userId: Id, connection: Connection) => void;
  /** Counts something said; false when it was too much. */
  maySpeak: () => boolean;
  leave: () => void;
};

export type SocketLimits = {
  /** Null when too many of this address wait to say whose they are. */
  enter: (address: string) => Visit | null;
};

export const createSocketLimits = (): SocketLimits => {
  const strangers = new Map<string, number>();
  // In the order in which they signed in.
  const people = new Map<Id, Set<Connection>>();

  const count = (address: string, by: 1 | -1): void => {
    const now = (strangers.get(address) ?? 0) + by;
    if (now === 0) strangers.delete(address);
    else strangers.set(address, now);
  };

  const join = (userId: Id, connection: Connection): (() => void) => {
    const mine = people.get(userId) ?? new Set();
    people.set(userId, mine.add(connection));
    const [oldest] = mine;
    if (mine.size > mostOfPerson && oldest) {
      mine.delete(oldest);
      oldest.close("too_many", `more than ${mostOfPerson} are open: come back when you are needed`);
    }
    return () => {
      mine.delete(connection);
      if (mine.size === 0 && people.get(userId) === mine) people.delete(userId);
    };
  };

  return {
    enter: (address) => {
      if ((strangers.get(address) ?? 0) >= mostStrangers) return null;
      count(address, 1);
      let leave = (): void => count(address, -1);
      let isHere = true;
      const words = createAllowance(perSocket);
      return {
        signIn: (userId, connection) => {
          if (!isHere) return; // it closed while it was being asked whose it is
          leave();
          leave = join(userId, connection);
        },
        maySpeak: () => words.take(address) === 0,
        leave: () => {
          if (isHere) leave();
          isHere = false;
        },
      };
    },
  };
};
