// Lets better-auth sign somebody in by a password that holds all the while. Called by the sign-in and by its second step.
import { endSessionOf } from "../../database/accounts/end-sessions.ts";
import { endTrust } from "../../database/accounts/end-trust.ts";
import { type Credential, isStillCredential } from "../../database/accounts/read-credential.ts";
import type { Database } from "../../database/pool.ts";
import { Refused } from "../http/refused.ts";

/** better-auth's answer: a session (its token and whose it is), or that a second step is asked for. */
type Answered = { token?: string; user?: { id: string; email: string } };
export type SignedIn = Pick<Answered, "user"> & { answer: Response };

/**
 * better-auth looks at the password, or at what stands for it, some time before it writes the session, which would outlive a new password
 * of that moment. `credential` is what was held before it looked: where that changed, what it opened is closed again.
 */
export const whileHeld = async (
  db: Database,
  credential: Credential | null,
  work: () => Promise<Response>,
): Promise<SignedIn> => {
  const answer = await work();
  const { token, user } = (await answer.clone().json()) as Answered;
  if (credential === null || (await isStillCredential(db, credential)))
    return { answer, ...(user && { user }) };
  await endTrust(db, credential.userId);
  if (token !== undefined) await endSessionOf(db, token);
  throw new Refused({ code: "unauthenticated", message: "e-mail address or password is wrong" });
};
