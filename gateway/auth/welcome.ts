// Somebody is in: their device is known from now on, it is written down, and whose cookie this was is out. Called by the doors that sign in.
import type { Context } from "hono";
import { endSessionOf } from "../../database/accounts/end-sessions.ts";
import { Id } from "../../domain/ids.ts";
import type { AppDeps } from "../deps.ts";
import type { GatewayEnv } from "../http/env.ts";
import type { Doors } from "./doors.ts";
import { closeEndedSoon } from "./ended.ts";
import { deviceCookie } from "./known-device.ts";

type Replacing = Pick<AppDeps, "db" | "hub" | "log" | "sessions">;

/**
 * Ends the session of the request's own cookie where that is somebody else's: `userId`'s sign-in replaces the cookie, and a tab that
 * the other left open would go on sending as `userId`. One's own other tabs go on.
 */
export const endReplaced = async (
  c: Context<GatewayEnv>,
  deps: Replacing,
  userId: Id,
): Promise<void> => {
  const former = await deps.sessions.ofCookie(c.req.header("cookie") ?? "");
  if (former === null || former.userId === userId) return;
  await endSessionOf(deps.db, former.token);
  deps.sessions.forget();
  await closeEndedSoon(deps);
};

type Welcomed = { answer: Response; user: { id: string; email: string } };

/** `answer` signs `user` in. */
export const welcome = async (
  c: Context<GatewayEnv>,
  deps: Replacing & Pick<AppDeps, "origins" | "secret">,
  doors: Doors,
  { answer, user }: Welcomed,
  type: "signed-in" | "signed-up" = "signed-in",
): Promise<void> => {
  const isSecure = deps.origins[0]?.startsWith("https:") ?? false;
  answer.headers.append("set-cookie", deviceCookie(deps.secret, user.email, { isSecure }));
  const userId = Id.parse(user.id);
  await endReplaced(c, deps, userId);
  await doors.record(c, { userId, type });
};
