// How often a password may be guessed, and how long who guessed too often waits.
import { expect, test } from "vitest";
import { invalid, Refused } from "../http/refused.ts";
import { asGuess, createGuesses, createSeldom } from "./guesses.ts";

const minute = 60_000;
const limits = { perAccount: 3, perAddress: 5, windowMs: 15 * minute };

const aGuesser = () => {
  let at = 1_000_000;
  const guesses = createGuesses(limits, () => at);
  const guess = (account: string, address?: string) => guesses.begin({ account, address });
  const refusal = (account: string, address?: string): Refused => {
    try {
      guess(account, address);
    } catch (error) {
      return error as Refused;
    }
    throw new Error("it was let through");
  };
  return { guess, refusal, pass: (ms: number) => void (at += ms) };
};

test("the fourth wrong one for an account is refused from whatever address, and says how long", () => {
  const { guess, refusal, pass } = aGuesser();
  for (const address of ["a", "b", "c"]) {
    guess("ada", address);
    pass(minute);
  }
  const refused = refusal("ada", "d");
  expect(refused.refusal.code).toBe("rate_limited");
  expect(refused.refusal.message).toBe("too many wrong passwords; try again in 12 minutes");
  expect(refused.headers["retry-after"]).toBe("720");
  guess("bob", "d");
  pass(12 * minute);
  guess("ada", "d");
  expect(refusal("ada", "d").headers["retry-after"]).toBe("60");
});

test("an address that guesses at many accounts is refused, the accounts are not", () => {
  const { guess, refusal } = aGuesser();
  for (const account of ["a", "b", "c", "d", "e"]) guess(account, "evil");
  expect(refusal("f", "evil").refusal.code).toBe("rate_limited");
  guess("f", "good");
});

test("a right one forgets what was counted against the account, and is not counted against the address", () => {
  const { guess, refusal } = aGuesser();
  guess("ada", "home");
  guess("ada", "home");
  guess("ada", "home").right();
  for (let n = 0; n < 3; n += 1) guess("ada", "home");
  expect(refusal("ada", "home").refusal.code).toBe("rate_limited");
  expect(refusal("bob", "home").refusal.code).toBe("rate_limited");
  guess("bob", "elsewhere");
});

test("one that was never looked at does not count", () => {
  const { guess } = aGuesser();
  for (let n = 0; n < 20; n += 1) guess("ada", "home").never();
  expect(guess("ada", "home").isLast).toBe(false);
});

test("many at the same time gain nothing: each counts before it is looked at", () => {
  const { guess, refusal } = aGuesser();
  const letThrough = [guess("ada"), guess("ada"), guess("ada")];
  expect(refusal("ada").refusal.code).toBe("rate_limited");
  letThrough[0]?.never();
  guess("ada");
});

const failing = (error: Error) => async (): Promise<never> => {
  throw error;
};

test("work that refuses the field a guess came in is a wrong one, work that fails otherwise is none, work that is done a right one", async () => {
  const { guess, refusal } = aGuesser();
  const fails = (error: Error) =>
    expect(asGuess(guess("ada"), "password", failing(error))).rejects.toBe(error);
  for (let n = 0; n < 5; n += 1) await fails(invalid("name", "must not be empty"));
  await fails(new Error("the database is away"));
  await fails(invalid("password", "is not your password"));
  await fails(invalid("password", "is not your password"));
  expect(await asGuess(guess("ada"), "password", async () => "done")).toBe("done");
  for (let n = 0; n < 3; n += 1) await fails(invalid("password", "is not your password"));
  expect(refusal("ada").refusal.code).toBe("rate_limited");
});

test("what is told seldom is told once in its time for each account", () => {
  let at = 0;
  const mayTell = createSeldom(60 * minute, () => at);
  expect([mayTell("ada"), mayTell("ada"), mayTell("bob")]).toEqual([true, false, true]);
  at += 61 * minute;
  expect([mayTell("ada"), mayTell("ada")]).toEqual([true, false]);
});
