// A sign-in by password: counted, let through or made to wait, and written down. Called by route.ts.
import type { Context } from "hono";
import { isKnownAddress } from "../../database/accounts/is-known-address.ts";
import { readAccountByEmail } from "../../database/accounts/read-account.ts";
import { readCredential } from "../../database/accounts/read-credential.ts";
import type { AppDeps } from "../deps.ts";
import { addressAsStored, placeOf } from "../http/client-address.ts";
import type { GatewayEnv } from "../http/env.ts";
import { Refused } from "../http/refused.ts";
import type { Doors } from "./doors.ts";
import { createSeldom, type Guess } from "./guesses.ts";
import { type SignedIn, whileHeld } from "./held-password.ts";
import { knownDevice } from "./known-device.ts";
import type { Pass } from "./pass.ts";
import type { SignIn } from "./schemas.ts";
import { endReplaced, welcome } from "./welcome.ts";

type SignInDeps = Pick<
  AppDeps,
  "db" | "guesses" | "hub" | "letters" | "log" | "origins" | "secret" | "sessions"
>;

/** Whoever guesses on for days is told of once a day. */
const warnedEveryMs = 24 * 60 * 60_000;

/**
 * Wrong passwords are counted by account and by address. A device that somebody signed in with to this account, and an address it is
 * signed in from, has a count of its own: what others guess does not lock it out.
 */
export const createSignIn = (deps: SignInDeps, doors: Doors, pass: Pass) => {
  const begin = async (c: Context<GatewayEnv>, email: string): Promise<Guess> => {
    const address = addressAsStored(doors.addressOf(c));
    const device = knownDevice(deps.secret, c.req.header("cookie"), email);
    const isKnown = device !== null || (await isKnownAddress(deps.db, { email, address }));
    const account = email.toLowerCase();
    return isKnown
      ? deps.guesses.begin({ account: `${account} at ${device ?? address}` })
      : deps.guesses.begin({ account, address: placeOf(address) });
  };

  const mayWarn = createSeldom(warnedEveryMs);
  const failed = async (c: Context<GatewayEnv>, email: string, guess: Guess): Promise<void> => {
    const account = await readAccountByEmail(deps.db, email);
    if (!account) return;
    if (guess.isLast && deps.letters && mayWarn(account.id)) deps.letters.warn(account.email);
    // Not waited for: how long it takes would tell that there is such an account.
    void doors.record(c, { userId: account.id, type: "sign-in-failed" });
  };

  const look = async (c: Context<GatewayEnv>, body: SignIn): Promise<SignedIn> => {
    const credential = await readCredential(deps.db, { email: body.email });
    return whileHeld(deps.db, credential, () => pass(c, body));
  };

  /** The password was right, and a second step is asked for. */
  const waits = async (c: Context<GatewayEnv>, email: string): Promise<void> => {
    const account = await readAccountByEmail(deps.db, email);
    if (!account) return;
    await endReplaced(c, deps, account.id);
    await doors.record(c, { userId: account.id, type: "second-step-asked" });
  };

  return async (c: Context<GatewayEnv>, body: SignIn): Promise<Response> => {
    const guess = await begin(c, body.email);
    const { answer, user } = await look(c, body).catch(async (error: unknown) => {
      if (error instanceof Refused && error.refusal.code === "unauthenticated")
        await failed(c, body.email, guess);
      else guess.never();
      throw error;
    });
    guess.right();
    if (user) await welcome(c, deps, doors, { answer, user });
    else await waits(c, body.email);
    return answer;
  };
};
