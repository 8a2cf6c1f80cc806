// /tokens: what programs and assistants sign in with. A token never makes another token. Mounted by api.ts.
import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { createMiddleware } from "hono/factory";
import { createToken, maxTokens } from "../../database/tokens/create-token.ts";
import { deleteToken } from "../../database/tokens/delete-token.ts";
import { listTokens } from "../../database/tokens/list-tokens.ts";
import type { Token } from "../../database/tokens/token-row.ts";
import { Id, Instant, newId } from "../../domain/ids.ts";
import { bodyProblems, problems } from "../api/answers.ts";
import { TaskPath } from "../api/schemas.ts";
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
  })
  .meta({ id: "TokenInput", example: { name: "Claude on my laptop", access: "write" } });

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
    "It works like the token of a session until you end it. With access `read` it may only look.",
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

const byPerson = createMiddleware<GatewayEnv>(async (c, next) => {
  if (c.var.session.by === "token")
    throw new Refused({
      code: "forbidden",
      message: "tokens are made and ended by a person who is signed in",
    });
  await next();
});

export const tokenRoutes = (app: OpenAPIHono<GatewayEnv>, deps: AppDeps): void => {
  const { db } = deps;
  app.use("/tokens/*", byPerson);

  app.openapi(create, async (c) => {
    const token = newToken();
    const hash = hashOfToken(token);
    if (!hash) throw new Error("a new token is not one of ours");
    const asked = c.req.valid("json");
    const made = await createToken(db, {
      id: newId(),
      userId: c.var.session.userId,
      hash,
      ...asked,
    });
    if (made) return c.json({ ...docOf(made), token }, 201, { "cache-control": "no-store" });
    const message = `you have ${maxTokens} tokens already; end one first`;
    throw new Refused({ code: "conflict", message });
  });

  app.openapi(list, async (c) => {
    const tokens = await listTokens(db, c.var.session.userId);
    return c.json({ tokens: tokens.map(docOf) }, 200, { "cache-control": "no-store" });
  });

  app.openapi(remove, async (c) => {
    const { id } = c.req.valid("param");
    if (!(await deleteToken(db, { id, userId: c.var.session.userId }))) throw notFound();
    deps.sessions.forget();
    await closeEndedSoon(deps);
    return c.body(null, 204);
  });
};

const docOf = ({ createdAt, lastUsedAt, ...token }: Token) => ({
  ...token,
  createdAt: createdAt.toISOString(),
  lastUsedAt: lastUsedAt?.toISOString() ?? null,
});
