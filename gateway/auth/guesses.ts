// How often a password may be guessed: counted by account and by address, in the memory of this gateway. Asked by the sign-in and by whatever asks for the password again.
import { Refused } from "../http/refused.ts";

export type GuessLimits = {
  /** Wrong ones of one account, or of one place that it knows, within `windowMs`. */
  perAccount: number;
  /** Wrong ones of one address, whatever accounts they were for. */
  perAddress: number;
  windowMs: number;
  /** What there were too many of, for the refusal. */
  what?: string;
};

export const usualLimits: GuessLimits = {
  perAccount: 10,
  perAddress: 50,
  windowMs: 15 * 60_000,
};

/** One guess that was let through: it counts as a wrong one until it is said what it was. */
export type Guess = {
  /** The next one for this account is refused, should this one be wrong. */
  isLast: boolean;
  /** It was right: what was counted against this account is forgotten. */
  right: () => void;
  /** It was never looked at, for the database was away or the like. */
  never: () => void;
};

export type Guesses = {
  /** Lets a guess through, or throws `rate_limited` with the seconds to wait. `account` names what is guessed at, `address` who guesses. */
  begin: (what: { account: string; address?: string | undefined }) => Guess;
};

/** More accounts and addresses than are guessed at in a window; beyond it those guessed at longest ago are forgotten. */
const mostKeys = 50_000;

/**
 * A guess is counted before it is looked at, so that many at the same time gain nothing. A window slides: the eleventh may come when the
 * first is `windowMs` old.
 */
export const createGuesses = (
  limits: GuessLimits = usualLimits,
  now: () => number = () => performance.now(),
): Guesses => {
  // In the order of their last guess.
  const wrong = new Map<string, number[]>();

  const recent = (key: string): number[] =>
    (wrong.get(key) ?? []).filter((at) => at > now() - limits.windowMs);

  const waitOf = (key: string, most: number): number => {
    const oldest = recent(key).at(-most);
    return oldest === undefined ? 0 : oldest + limits.windowMs - now();
  };

  const put = (key: string, times: number[]): void => {
    wrong.delete(key);
    if (times.length > 0) wrong.set(key, times);
    for (const [oldest] of wrong) {
      if (wrong.size <= mostKeys && recent(oldest).length > 0) return;
      wrong.delete(oldest);
    }
  };

  const takeBack = (key: string, at: number): void => {
    const times = recent(key);
    const place = times.lastIndexOf(at);
    if (place >= 0) put(key, times.toSpliced(place, 1));
  };

  return {
    begin: ({ account, address }) => {
      const byAccount = `account ${account}`;
      const byAddress = address === undefined ? null : `address ${address}`;
      const waitMs = Math.max(
        waitOf(byAccount, limits.perAccount),
        byAddress === null ? 0 : waitOf(byAddress, limits.perAddress),
      );
      if (waitMs > 0) throw tooMany(limits.what ?? "wrong passwords", waitMs);
      const at = now();
      for (const key of [byAccount, byAddress]) if (key !== null) put(key, [...recent(key), at]);
      const giveBack = (): void => {
        if (byAddress !== null) takeBack(byAddress, at);
      };
      return {
        isLast: recent(byAccount).length >= limits.perAccount,
        right: () => {
          put(byAccount, []);
          giveBack();
        },
        never: () => {
          takeBack(byAccount, at);
          giveBack();
        },
      };
    },
  };
};

/** Does what looks at a guess. A refusal of the field at `path` is a wrong one; whatever else fails never looked at it. */
export const asGuess = async <T>(
  guess: Guess,
  path: string,
  work: () => Promise<T>,
): Promise<T> => {
  try {
    const result = await work();
    guess.right();
    return result;
  } catch (error) {
    const refused = error instanceof Refused ? error.refusal.fields?.[0]?.path : undefined;
    if (refused !== path) guess.never();
    throw error;
  }
};

/** True once in `windowMs` for each account: for what may be told, but not each time. */
export const createSeldom = (
  windowMs: number,
  now?: () => number,
): ((account: string) => boolean) => {
  const once = createGuesses({ perAccount: 1, perAddress: 1, windowMs }, now);
  return (account) => {
    try {
      once.begin({ account });
      return true;
    } catch {
      return false;
    }
  };
};

const tooMany = (what: string, waitMs: number): Refused => {
  const seconds = Math.ceil(waitMs / 1_000);
  return new Refused(
    {
      code: "rate_limited",
      message: `too many ${what}; try again in ${said(seconds)}`,
    },
    { headers: { "retry-after": String(seconds) } },
  );
};

const said = (seconds: number): string =>
  seconds < 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;
