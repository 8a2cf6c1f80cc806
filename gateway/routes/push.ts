// /push: the key a browser subscribes with, and the subscriptions that the channel push sends to. Mounted by api.ts.
import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { listPushDevices, removePushDevice } from "../../database/delivery/push-devices.ts";
import { readVapidKeys } from "../../database/delivery/read-vapid-keys.ts";
import { removePushSubscription } from "../../database/delivery/remove-push-subscription.ts";
import { savePushSubscription } from "../../database/delivery/save-push-subscription.ts";
import { bodyProblems, problems } from "../api/answers.ts";
import { WriteHeaders } from "../api/headers.ts";
import type { AppDeps } from "../deps.ts";
import { Id, Instant } from "../../domain/ids.ts";
import { TaskPath } from "../api/schemas.ts";
import type { GatewayEnv } from "../http/env.ts";
import { notFound } from "../http/refused.ts";
import { NoQuery } from "./list-query.ts";

const exampleEndpoint = "https://push.example.net/send/dGVzdA";

const Endpoint = z
  .url({ protocol: /^https?$/, error: "must be an http or https address" })
  .max(2_000);

/** Base64url of so many bytes, as browsers write it. */
const bytes = (count: number) =>
  z
    .string()
    .regex(/^[\w-]+={0,2}$/, "must be base64url")
    .refine(
      (text) => Buffer.from(text, "base64url").length === count,
      `must be ${count} bytes in base64url`,
    );

/** What `PushSubscription.toJSON()` gives in a browser. */
const Subscription = z
  .strictObject({
    endpoint: Endpoint,
    expirationTime: z.number().nullable().optional(),
    keys: z.strictObject({ p256dh: bytes(65), auth: bytes(16) }),
  })
  .meta({
    id: "PushSubscription",
    example: {
      endpoint: exampleEndpoint,
      keys: {
        p256dh:
          "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
        auth: "BTBZMqHH6r4Tts7J_aSIgg",
      },
    },
  });

const Ended = z
  .strictObject({ endpoint: Endpoint })
  .meta({ id: "PushSubscriptionEnd", example: { endpoint: exampleEndpoint } });

const PushKey = z
  .object({ publicKey: z.string().meta({ description: "65 bytes in base64url." }) })
  .meta({ id: "PushKey" });

const Device = z
  .object({
    id: Id,
    device: z.string().nullable().meta({ description: "The `X-Device-Id` it subscribed with." }),
    agent: z.string().nullable().meta({ description: "What the browser said it is." }),
    createdAt: Instant,
    pushedAt: Instant.nullable().meta({
      description: "When its push service last took a notification for it.",
    }),
  })
  .meta({ id: "PushDevice" });

const tags = ["delivery"];
const json = <T extends z.ZodType>(schema: T) => ({ "application/json": { schema } });
const body = <T extends z.ZodType>(schema: T) => ({ required: true, content: json(schema) });

const key = createRoute({
  method: "get",
  path: "/push/key",
  tags,
  operationId: "readPushKey",
  summary: "Read the key to subscribe with",
  description: "`applicationServerKey` of a browser's `pushManager.subscribe` (VAPID, RFC 8292).",
  request: { query: NoQuery },
  responses: { 200: { description: "The key.", content: json(PushKey) }, ...problems(401, 503) },
});

const subscribe = createRoute({
  method: "post",
  path: "/push/subscriptions",
  tags,
  operationId: "subscribeToPush",
  summary: "Have a browser pushed to",
  description:
    "Takes what `PushSubscription.toJSON()` gives. Sending it again changes nothing; a browser, known by its keys, belongs to who subscribed it last.",
  request: { query: NoQuery, headers: WriteHeaders, body: body(Subscription) },
  responses: { 204: { description: "Subscribed." }, ...bodyProblems },
});

const unsubscribe = createRoute({
  method: "delete",
  path: "/push/subscriptions",
  tags,
  operationId: "unsubscribeFromPush",
  summary: "Stop pushing to a browser",
  request: { query: NoQuery, body: body(Ended) },
  responses: { 204: { description: "Ended, or was not there." }, ...bodyProblems },
});

const list = createRoute({
  method: "get",
  path: "/push/subscriptions",
  tags,
  operationId: "listPushSubscriptions",
  summary: "List the browsers that are pushed to",
  description: "Yours, the newest first. `POST /settings/channels/push/test` sends a test to all.",
  request: { query: NoQuery },
  responses: {
    200: { description: "All.", content: json(z.object({ subscriptions: z.array(Device) })) },
    ...problems(401, 422, 503),
  },
});

const remove = createRoute({
  method: "delete",
  path: "/push/subscriptions/{id}",
  tags,
  operationId: "removePushSubscription",
  summary: "Stop pushing to a browser, by its id",
  request: { params: TaskPath, query: NoQuery },
  responses: { 204: { description: "Ended." }, ...problems(401, 404, 503) },
});

export const pushRoutes = (app: OpenAPIHono<GatewayEnv>, { db }: AppDeps): void => {
  app.openapi(key, async (c) => c.json({ publicKey: (await readVapidKeys(db)).publicKey }, 200));

  app.openapi(subscribe, async (c) => {
    const { endpoint, keys } = c.req.valid("json");
    const { userId } = c.var.session;
    const device = c.req.valid("header")["X-Device-Id"] ?? null;
    const agent = c.req.header("user-agent");
    await savePushSubscription(db, { endpoint, ...keys, userId, device, agent });
    return c.body(null, 204);
  });

  app.openapi(list, async (c) => {
    const devices = await listPushDevices(db, c.var.session.userId);
    const subscriptions = devices.map(({ createdAt, pushedAt, ...device }) => ({
      ...device,
      createdAt: createdAt.toISOString(),
      pushedAt: pushedAt?.toISOString() ?? null,
    }));
    return c.json({ subscriptions }, 200, { "cache-control": "no-store" });
  });

  app.openapi(remove, async (c) => {
    const { userId } = c.var.session;
    if (!(await removePushDevice(db, { id: c.req.valid("param").id, userId }))) throw notFound();
    return c.body(null, 204);
  });

  app.openapi(unsubscribe, async (c) => {
    const { endpoint } = c.req.valid("json");
    const { userId } = c.var.session;
    await removePushSubscription(db, { endpoint, userId });
    return c.body(null, 204);
  });
};
