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
 * Ends the session of the request's own cookie, which the answer's replaces (`token`; undefined where it only takes the former away). An
 * open tab of whoever that was would go on sending as the person who is in now.
 */
export const endReplaced = async (
  c: Context<GatewayEnv>,
  deps: Replacing,
  token: string | undefined,
): Promise<void> => {
  const former = await deps.sessions.ofCookie(c.req.header("cookie") ?? "");
  if (former === null || former.token === token) return;
  await endSessionOf(deps.db, former.token);
  deps.sessions.forget();
  await closeEndedSoon(deps);
};

type Welcomed = { answer: Response; user: { id: string; email: string }; token: string };

/** `answer` signs `user` in with `token`. */
export const welcome = async (
  c: Context<GatewayEnv>,
  deps: Replacing & Pick<AppDeps, "origins" | "secret">,
  doors: Doors,
  { answer, user, token }: Welcomed,
  type: "signed-in" | "signed-up" = "signed-in",
): Promise<void> => {
  const isSecure = deps.origins[0]?.startsWith("https:") ?? false;
  answer.headers.append("set-cookie", deviceCookie(deps.secret, user.email, { isSecure }));
  await endReplaced(c, deps, token);
  await doors.record(c, { userId: Id.parse(user.id), type });
};
