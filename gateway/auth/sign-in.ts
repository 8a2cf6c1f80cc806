// A sign-in by password: counted, let through or made to wait, and written down. Called by route.ts.
import type { Context } from "hono";
import { isKnownAddress } from "../../database/accounts/is-known-address.ts";
import { readAccountByEmail } from "../../database/accounts/read-account.ts";
import { Id } from "../../domain/ids.ts";
import type { AppDeps } from "../deps.ts";
import { placeOf } from "../http/client-address.ts";
import type { GatewayEnv } from "../http/env.ts";
import { Refused } from "../http/refused.ts";
import type { Doors } from "./doors.ts";
import type { Guess } from "./guesses.ts";
import { deviceCookie, knownDevice } from "./known-device.ts";
import type { Pass } from "./pass.ts";
import type { SignIn } from "./schemas.ts";

type SignInDeps = Pick<AppDeps, "db" | "guesses" | "letters" | "origins" | "secret">;

/** better-auth's answer: a session, or that a second step is asked for. */
type Answered = { token?: string; user?: { id: string; email: string } };

/**
 * Wrong passwords are counted by account and by address. A device that somebody signed in with to this account, and an address it is
 * signed in from, has a count of its own: what others guess does not lock it out.
 */
export const createSignIn = (deps: SignInDeps, doors: Doors, pass: Pass) => {
  const begin = async (c: Context<GatewayEnv>, email: string): Promise<Guess> => {
    const address = doors.addressOf(c);
    const device = knownDevice(deps.secret, c.req.header("cookie"), email);
    const isKnown = device !== null || (await isKnownAddress(deps.db, { email, address }));
    const account = email.toLowerCase();
    return isKnown
      ? deps.guesses.begin({ account: `${account} at ${device ?? address}` })
      : deps.guesses.begin({ account, address: placeOf(address) });
  };

  const failed = async (c: Context<GatewayEnv>, email: string, guess: Guess): Promise<void> => {
    const account = await readAccountByEmail(deps.db, email);
    if (!account) return;
    if (guess.isLast) deps.letters?.warn(account.email);
    await doors.record(c, { userId: account.id, type: "sign-in-failed" });
  };

  return async (c: Context<GatewayEnv>, body: SignIn): Promise<Response> => {
    const guess = await begin(c, body.email);
    const answer = await pass(c, body).catch(async (error: unknown) => {
      if (error instanceof Refused && error.refusal.code === "unauthenticated")
        await failed(c, body.email, guess);
      else guess.never();
      throw error;
    });
    guess.right();
    const { user } = (await answer.clone().json()) as Answered;
    if (user) await welcome(c, deps, doors, { answer, user });
    return answer;
  };
};

type Welcomed = { answer: Response; user: { id: string; email: string } };

/** Somebody is in: their device is known from now on. */
export const welcome = async (
  c: Context<GatewayEnv>,
  deps: Pick<SignInDeps, "origins" | "secret">,
  doors: Doors,
  { answer, user }: Welcomed,
  type: "signed-in" | "signed-up" = "signed-in",
): Promise<void> => {
  const isSecure = deps.origins[0]?.startsWith("https:") ?? false;
  answer.headers.append("set-cookie", deviceCookie(deps.secret, user.email, { isSecure }));
  await doors.record(c, { userId: Id.parse(user.id), type });
};
