// POST /api/auth/sign-up/email and its like: the doors into an account, with our limits and our errors. Mounted by app.ts.
import { createRoute, OpenAPIHono } from "@hono/zod-openapi";
import { createMiddleware } from "hono/factory";
import { z } from "zod";
import { hasAccounts } from "../../database/accounts/has-accounts.ts";
import { issueSecret } from "../../database/secrets/issue-secret.ts";
import { Id } from "../../domain/ids.ts";
import { problems } from "../api/answers.ts";
import type { AppDeps } from "../deps.ts";
import { guardAnonymousBody } from "../http/body.ts";
import type { GatewayEnv } from "../http/env.ts";
import { refuseForeignPage } from "../http/origins.ts";
import { notFound, refuseInvalid } from "../http/refused.ts";
import { passkeyHost } from "./auth.ts";
import { refuseCommon } from "./common-passwords.ts";
import type { Doors } from "./doors.ts";
import { createPass, withBody } from "./pass.ts";
import { recoverRoutes } from "./recover.ts";
import {
  CurrentSession,
  Done,
  DoorsDoc,
  SecondStep,
  SignedIn,
  SignedUp,
  SignIn,
  SignUp,
} from "./schemas.ts";
import { secondStepRoutes } from "./second-step.ts";
import { createSignIn } from "./sign-in.ts";
import { asMayBe } from "./sign-up.ts";
import { welcome } from "./welcome.ts";

const json = <T extends z.ZodType>(schema: T, description: string) => ({
  content: { "application/json": { schema } },
  description,
});
const body = <T extends z.ZodType>(schema: T) => ({
  body: { required: true, content: { "application/json": { schema } } },
});
/** These paths are the same under every prefix, and need no session. */
const described = { tags: ["accounts"], security: [], servers: [{ url: "/" }] };

const readDoors = createRoute({
  ...described,
  method: "get",
  path: "/api/auth/doors",
  operationId: "readDoors",
  summary: "Who may make an account, and how a forgotten password is replaced",
  responses: { 200: json(DoorsDoc, "What there is."), ...problems(503) },
});
const signUp = createRoute({
  ...described,
  method: "post",
  path: "/api/auth/sign-up/email",
  operationId: "signUp",
  summary: "Make an account and sign in",
  request: body(SignUp),
  responses: { 200: json(SignedUp, "Signed in."), ...problems(403, 409, 422, 429) },
});
const signIn = createRoute({
  ...described,
  method: "post",
  path: "/api/auth/sign-in/email",
  operationId: "signIn",
  summary: "Sign in",
  description:
    "Wrong passwords are counted by account and by address; 429 says how long to wait. A device or an address that is known to the account is not locked out by others.",
  request: body(SignIn),
  responses: {
    200: json(z.union([SignedIn, SecondStep]), "Signed in, or a second step is asked for."),
    ...problems(401, 422, 429),
  },
});
const signOut = createRoute({
  ...described,
  method: "post",
  path: "/api/auth/sign-out",
  operationId: "signOut",
  summary: "End this session",
  responses: { 200: json(Done, "The token and the cookie are void.") },
});
const getSession = createRoute({
  ...described,
  method: "get",
  path: "/api/auth/get-session",
  operationId: "readSession",
  summary: "Who am I",
  responses: { 200: json(CurrentSession, "The session, or null when there is none.") },
});

type Found = { session: { id: string; expiresAt: string }; user: unknown } | null;
type Made = { user: { id: string; email: string } };

/** Whatever is said of accounts is for whoever asked, now. */
const noStore = createMiddleware<GatewayEnv>(async (c, next) => {
  await next();
  c.res.headers.set("cache-control", "no-store");
});

export const authRoutes = (deps: AppDeps, doors: Doors) => {
  const app = new OpenAPIHono<GatewayEnv>({ defaultHook: refuseInvalid });
  const pass = createPass(deps, doors);
  const signInByPassword = createSignIn(deps, doors, pass);
  app.use("/api/auth/*", noStore, refuseForeignPage(deps.origins), guardAnonymousBody);

  app.openapi(readDoors, async (c) =>
    c.json(
      {
        signUp: deps.signUp,
        isFirst: !(await hasAccounts(deps.db)),
        mail: deps.letters !== null,
        passkeyHost: passkeyHost(deps.origins[0] ?? ""),
      },
      200,
    ),
  );

  // The answers are better-auth's own responses, which Hono's types cannot compare with the documented schemas.
  app.openapi(signUp, async (c) => {
    const { invitation, ...account } = c.req.valid("json");
    await refuseCommon({ ...account, path: "password" });
    const asked = { db: deps.db, mode: deps.signUp, invitation };
    // Its turn first: who waited for it within the transaction would hold a connection that others need.
    const answer = await doors.passwords.inTurn(() => asMayBe(asked, () => pass(c, account)));
    const { user } = (await answer.clone().json()) as Made;
    await welcome(c, deps, doors, { answer, user }, "signed-up");
    if (deps.letters !== null) return answer as never;
    const userId = Id.parse(user.id);
    const { secret } = await issueSecret(deps.db, { kind: "recovery", userId, seconds: null });
    return (await withBody(answer, (made) => ({
      ...(made as Made),
      recoveryCode: secret,
    }))) as never;
  });
  app.openapi(signIn, async (c) => (await signInByPassword(c, c.req.valid("json"))) as never);
  app.openapi(signOut, async (c) => (await pass(c, {})) as never);
  app.openapi(getSession, async (c) => {
    // The page has no use for the token that its cookie holds.
    const without = (answered: unknown) => {
      const found = answered as Found;
      if (found === null) return null;
      const { id, expiresAt } = found.session;
      return { session: { id, expiresAt }, user: found.user };
    };
    return (await withBody(await pass(c), without)) as never;
  });
  recoverRoutes(app, deps, doors);
  secondStepRoutes(app, deps, doors, pass);
  app.all("/api/auth/*", () => {
    throw notFound();
  });
  return app;
};
