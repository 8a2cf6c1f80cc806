// Whose sign-in waits for its second step, by the cookie that better-auth gave with the question. Used by second-step.ts.
import { parse, parseSigned } from "hono/utils/cookie";
import { Id } from "../../domain/ids.ts";
import type { Auth } from "./auth.ts";

/** Null when none waits (any more): the cookie is not ours, or what it names is over. */
export const challengedBy = async (auth: Auth, header: string): Promise<Id | null> => {
  const context = await auth.$context;
  const { name } = context.createAuthCookie("two_factor");
  if (parse(header, name)[name] === undefined) return null;
  const challenge = (await parseSigned(header, context.secret, name))[name];
  if (typeof challenge !== "string") return null;
  const kept = await context.internalAdapter.findVerificationValue(challenge);
  const userId = Id.safeParse(kept?.value);
  return userId.success ? userId.data : null;
};
