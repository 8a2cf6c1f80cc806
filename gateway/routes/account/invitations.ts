// /account/invitations: whoever has an account may ask others in, where it takes that. Mounted by api.ts.
import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { issueSecret } from "../../../database/secrets/issue-secret.ts";
import { listSecrets } from "../../../database/secrets/list-secrets.ts";
import { removeSecret } from "../../../database/secrets/remove-secret.ts";
import { bodyProblems, problems } from "../../api/answers.ts";
import { TaskPath } from "../../api/schemas.ts";
import type { Doors } from "../../auth/doors.ts";
import type { AppDeps } from "../../deps.ts";
import type { GatewayEnv } from "../../http/env.ts";
import { notFound, Refused } from "../../http/refused.ts";
import { NoQuery } from "../list-query.ts";
import { InvitationDoc, InvitationInput, MadeInvitation } from "./schemas.ts";

/** More than anyone waits for an answer to. */
const mostOpen = 20;
const kind = "invitation" as const;

const tags = ["accounts"];
const json = <T>(schema: T) => ({ "application/json": { schema } });

const make = createRoute({
  method: "post",
  path: "/account/invitations",
  tags,
  operationId: "invite",
  summary: "Invite somebody",
  description: "The code makes one account where SIGNUP is `invite`. Refused where it is `closed`.",
  request: { query: NoQuery, body: { required: true, content: json(InvitationInput) } },
  responses: {
    201: { description: "The code, this once.", content: json(MadeInvitation) },
    ...bodyProblems,
    ...problems(403, 409),
  },
});
const list = createRoute({
  method: "get",
  path: "/account/invitations",
  tags,
  operationId: "listInvitations",
  summary: "List your invitations that nobody has used yet",
  request: { query: NoQuery },
  responses: {
    200: {
      description: "The newest first.",
      content: json(z.object({ invitations: z.array(InvitationDoc) })),
    },
    ...problems(401, 403, 503),
  },
});
const remove = createRoute({
  method: "delete",
  path: "/account/invitations/{id}",
  tags,
  operationId: "takeInvitationBack",
  summary: "Take an invitation back",
  request: { params: TaskPath, query: NoQuery },
  responses: { 204: { description: "It is void." }, ...problems(401, 403, 404, 503) },
});

export const invitationRoutes = (
  app: OpenAPIHono<GatewayEnv>,
  deps: AppDeps,
  { record }: Doors,
): void => {
  const { db } = deps;

  app.openapi(make, async (c) => {
    const { userId } = c.var.session;
    if (deps.signUp === "closed") throw closed();
    if ((await listSecrets(db, { userId, kind })).length >= mostOpen) throw tooManyOpen();
    const seconds = c.req.valid("json").days * 24 * 60 * 60;
    const { id, secret, expiresAt } = await issueSecret(db, { kind, userId, seconds });
    await record(c, { userId, type: "invitation-made" });
    const made = {
      id,
      createdAt: deps.now().toISOString(),
      expiresAt: (expiresAt ?? deps.now()).toISOString(),
      code: secret,
      link: `${deps.origins[0] ?? ""}/#invite=${secret}`,
    };
    return c.json(made, 201);
  });

  app.openapi(list, async (c) => {
    const open = await listSecrets(db, { userId: c.var.session.userId, kind });
    const invitations = open.flatMap(({ id, createdAt, expiresAt }) =>
      expiresAt === null
        ? []
        : [{ id, createdAt: createdAt.toISOString(), expiresAt: expiresAt.toISOString() }],
    );
    return c.json({ invitations }, 200);
  });

  app.openapi(remove, async (c) => {
    const { id } = c.req.valid("param");
    if (!(await removeSecret(db, { id, userId: c.var.session.userId, kind }))) throw notFound();
    return c.body(null, 204);
  });
};

const closed = (): Refused =>
  new Refused({ code: "conflict", message: "no new accounts are made here" });

const tooManyOpen = (): Refused =>
  new Refused({
    code: "conflict",
    message: `you have ${mostOpen} open invitations already; take one back first`,
  });
