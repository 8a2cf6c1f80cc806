// The answer to what no route took: 405 with Allow where another method would work, else 404. Called by Hono's notFound.
import type { Context, Hono } from "hono";
import type { GatewayEnv } from "./env.ts";
import { onError } from "./on-error.ts";
import { Refused } from "./refused.ts";

type Routes = Pick<Hono<GatewayEnv>, "routes">["routes"];

/** `/tasks/:id` → a pattern of whole paths; a trailing `*` matches anything below. */
const toPattern = (path: string): RegExp =>
  new RegExp(`^${path.replace(/:[^/{]+(\{[^}]*\})?/g, "[^/]+").replace(/\/\*$/, "/.+")}$`);

export const unknownPath = (routes: Routes) => {
  const known = routes
    .filter(({ method }) => method !== "ALL")
    .map(({ method, path }) => ({ method, pattern: toPattern(path) }));

  return (c: Context<GatewayEnv>): Response => {
    const fitting = known.filter(({ pattern }) => pattern.test(c.req.path));
    const allow = [...new Set(fitting.map(({ method }) => method))];
    if (allow.length > 0 && !allow.includes(c.req.method))
      return onError(wrongMethod(c.req.method, allow), c);
    const message = "there is nothing at this address; /docs lists what there is";
    return onError(new Refused({ code: "not_found", message }), c);
  };
};

const wrongMethod = (method: string, allow: string[]): Refused =>
  new Refused(
    { code: "invalid", message: `${method} is not possible here, only ${allow.join(", ")}` },
    { status: 405, headers: { allow: allow.join(", ") } },
  );
