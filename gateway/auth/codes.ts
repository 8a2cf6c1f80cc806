// What a code of the app, or a backup code, does: turns the second step on, or goes on with a sign-in. Used by second-step.ts.
import type { Context } from "hono";
import { readAccount } from "../../database/accounts/read-account.ts";
import { readCredential } from "../../database/accounts/read-credential.ts";
import type { AppDeps } from "../deps.ts";
import type { GatewayEnv, Session } from "../http/env.ts";
import { Refused } from "../http/refused.ts";
import { challengedBy } from "./challenged.ts";
import type { Doors } from "./doors.ts";
import { whileHeld } from "./held-password.ts";
import type { Pass } from "./pass.ts";
import { welcome } from "./welcome.ts";

export const createCodes = (deps: AppDeps, doors: Doors, pass: Pass) => {
  /** Whoever is in shows that they have the app: that turns the second step on, where it is not on yet. */
  const turnOn = async (c: Context<GatewayEnv>, { userId }: Session): Promise<Response> => {
    const isOn = (await readAccount(deps.db, userId))?.twoFactor === true;
    const answer = await pass(c);
    if (!isOn) await doors.record(c, { userId, type: "two-factor-on" });
    return answer;
  };

  /** Goes on with a sign-in whose password was right, and is still. Whoever is refused for a wrong code has the password. */
  const goOn = async (c: Context<GatewayEnv>): Promise<Response> => {
    const userId = await challengedBy(deps.auth, c.req.header("cookie") ?? "");
    const credential = userId === null ? null : await readCredential(deps.db, { userId });
    const signedIn = await whileHeld(deps.db, credential, () => pass(c)).catch(
      async (error: unknown) => {
        if (userId !== null && isWrongCode(error))
          await doors.record(c, { userId, type: "second-step-refused" });
        throw error;
      },
    );
    const { answer, user } = signedIn;
    if (user) await welcome(c, deps, doors, { answer, user });
    return answer;
  };

  return { turnOn, goOn };
};

const isWrongCode = (error: unknown): boolean =>
  error instanceof Refused && error.refusal.fields?.[0]?.path === "code";
