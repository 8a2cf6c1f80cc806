// /tokens: what programs and assistants sign in with. A token never makes another token. Mounted by api.ts.
import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { createToken, maxTokens } from "../../database/tokens/create-token.ts";
import { deleteToken } from "../../database/tokens/delete-token.ts";
import { listTokens } from "../../database/tokens/list-tokens.ts";
import type { Token } from "../../database/tokens/token-row.ts";
import { Id, Instant, newId } from "../../domain/ids.ts";
import { bodyProblems, problems } from "../api/answers.ts";
import { TaskPath } from "../api/schemas.ts";
import { byPerson } from "../auth/by-person.ts";
import type { Doors } from "../auth/doors.ts";
import { hashOfToken, newToken } from "../auth/tokens.ts";
import type { AppDeps } from "../deps.ts";
import type { GatewayEnv } from "../http/env.ts";
import { notFound, Refused } from "../http/refused.ts";
import { closeEndedSoon } from "../auth/ended.ts";
import { NoQuery } from "./list-query.ts";

const TokenDoc = z
  .object({
    id: Id,
    name: z.string(),
    access: z.enum(["read", "write"]),
    createdAt: Instant,
    lastUsedAt: Instant.nullable().meta({ description: "To the minute." }),
    expiresAt: Instant.nullable().meta({ description: "Null: it holds until you end it." }),
  })
  .meta({ id: "Token" });

const TokenInput = z
  .strictObject({
    name: z
      .string()
      .trim()
      .min(1, "must not be empty")
      .max(100, "must be at most 100 characters long"),
    access: z.enum(["read", "write"], { error: "must be read or write" }).default("write"),
    expiresInDays: z
      .int("must be a whole number of days, or null")
      .min(1, "must be from 1 to 3660, or null")
      .max(3_660, "must be from 1 to 3660, or null")
      .nullable()
      .default(null)
      .meta({ description: "Null: it holds until you end it." }),
  })
  .meta({
    id: "TokenInput",
    example: { name: "Claude on my laptop", access: "write", expiresInDays: 90 },
  });

const dayMs = 24 * 60 * 60 * 1_000;

const MadeToken = TokenDoc.extend({
  token: z.string().meta({ description: "Shown this once. Send it as a bearer token." }),
}).meta({ id: "MadeToken" });

const json = <T extends z.ZodType>(schema: T) => ({ "application/json": { schema } });
const tags = ["accounts"];

const create = createRoute({
  method: "post",
  path: "/tokens",
  tags,
  operationId: "createToken",
  summary: "Make a token for a program or an assistant",
  description:
    "It works like the token of a session until you end it or it expires. With access `read` it may only look.",
  request: { query: NoQuery, body: { required: true, content: json(TokenInput) } },
  responses: {
    201: { description: "The token, this once.", content: json(MadeToken) },
    ...bodyProblems,
    ...problems(403, 409),
  },
});
const list = createRoute({
  method: "get",
  path: "/tokens",
  tags,
  operationId: "listTokens",
  summary: "List your tokens",
  request: { query: NoQuery },
  responses: {
    200: {
      description: "The newest first.",
      content: json(z.object({ tokens: z.array(TokenDoc) })),
    },
    ...problems(401, 403, 503),
  },
});
const remove = createRoute({
  method: "delete",
  path: "/tokens/{id}",
  tags,
  operationId: "deleteToken",
  summary: "End a token",
  request: { params: TaskPath, query: NoQuery },
  responses: { 204: { description: "It is void." }, ...problems(401, 403, 404, 503) },
});

export const tokenRoutes = (
  app: OpenAPIHono<GatewayEnv>,
  deps: AppDeps,
  { record }: Doors,
): void => {
  const { db } = deps;
  app.use("/tokens/*", byPerson("tokens are made and ended"));

  app.openapi(create, async (c) => {
    const token = newToken();
    const hash = hashOfToken(token);
    if (!hash) throw new Error("a new token is not one of ours");
    const { userId } = c.var.session;
    const { expiresInDays, ...asked } = c.req.valid("json");
    const expiresAt =
      expiresInDays === null ? null : new Date(deps.now().getTime() + expiresInDays * dayMs);
    const made = await createToken(db, { id: newId(), userId, hash, expiresAt, ...asked });
    if (!made) {
      const message = `you have ${maxTokens} tokens already; end one first`;
      throw new Refused({ code: "conflict", message });
    }
    await record(c, { userId, type: "token-made", detail: made.name });
    return c.json({ ...docOf(made), token }, 201);
  });

  app.openapi(list, async (c) => {
    const tokens = await listTokens(db, c.var.session.userId);
    return c.json({ tokens: tokens.map(docOf) }, 200);
  });

  app.openapi(remove, async (c) => {
    const { id } = c.req.valid("param");
    const { userId } = c.var.session;
    const name = await deleteToken(db, { id, userId });
    if (name === null) throw notFound();
    deps.sessions.forget();
    await closeEndedSoon(deps);
    await record(c, { userId, type: "token-ended", detail: name });
    return c.body(null, 204);
  });
};

const docOf = ({ createdAt, lastUsedAt, expiresAt, ...token }: Token) => ({
  ...token,
  createdAt: createdAt.toISOString(),
  lastUsedAt: lastUsedAt?.toISOString() ?? null,
  expiresAt: expiresAt?.toISOString() ?? null,
});
