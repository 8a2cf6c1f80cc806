// POST /settings/channels/{channel}/test: has a channel tried the way reminders go, and says what came of it. Mounted by api.ts.
import { setTimeout as pause } from "node:timers/promises";
import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { type DeliveryOutcome, readOutcome } from "../../database/delivery/read-outcome.ts";
import { derivedId, Instant, newId } from "../../domain/ids.ts";
import { Channel } from "../../domain/reminder.ts";
import { bodyProblems } from "../api/answers.ts";
import { WriteHeaders } from "../api/headers.ts";
import type { AppDeps } from "../deps.ts";
import type { GatewayEnv } from "../http/env.ts";
import { checkChannels } from "./channels.ts";
import { NoQuery } from "./list-query.ts";
import { originOf } from "./write.ts";

const ChannelTest = z
  .object({
    channel: Channel,
    state: z.enum(["accepted", "failed", "pending"]),
    acceptedAt: Instant.nullable(),
    reason: z.string().nullable().meta({ description: "Why it failed." }),
  })
  .meta({
    id: "ChannelTest",
    example: {
      channel: "webhook",
      state: "failed",
      acceptedAt: null,
      reason: "the webhook answered 500",
    },
  });

const test = createRoute({
  method: "post",
  path: "/settings/channels/{channel}/test",
  tags: ["settings"],
  operationId: "testChannel",
  summary: "Try a channel",
  description:
    "Sends a message by it as a reminder would be sent, once, whether it is chosen or not, and answers when it was taken or failed; after 12 s with `pending`.",
  request: {
    query: NoQuery,
    headers: WriteHeaders,
    params: z.object({ channel: Channel.meta({ param: { name: "channel", in: "path" } }) }),
  },
  responses: {
    200: {
      description: "What came of it.",
      content: { "application/json": { schema: ChannelTest } },
    },
    ...bodyProblems,
  },
});

/** A try takes at most ten seconds. */
const withinMs = 12_000;
const lookEveryMs = 150;

export const channelTestRoutes = (app: OpenAPIHono<GatewayEnv>, deps: AppDeps): void => {
  app.openapi(test, async (c) => {
    const { channel } = c.req.valid("param");
    const { "Idempotency-Key": key, "X-Device-Id": device } = c.req.valid("header");
    const { userId } = c.var.session;
    await checkChannels(deps.db, [channel]);
    const noticeId = key === undefined ? newId() : derivedId(userId, `test ${channel} ${key}`);
    const origin = { ...originOf(c, device), commandId: noticeId };
    await deps.actors.testChannel(userId, { noticeId, channel, origin });
    const giveUpAt = performance.now() + withinMs;
    let outcome: DeliveryOutcome | null = null;
    for (;;) {
      outcome = await readOutcome(deps.db, { notification: noticeId, channel });
      if (outcome !== null || performance.now() > giveUpAt) break;
      await pause(lookEveryMs);
    }
    return c.json({ channel, ...said(outcome) }, 200, { "cache-control": "no-store" });
  });
};

const said = (outcome: DeliveryOutcome | null) => {
  if (outcome === null) return { state: "pending" as const, acceptedAt: null, reason: null };
  return outcome.ok
    ? { state: "accepted" as const, acceptedAt: outcome.at, reason: null }
    : { state: "failed" as const, acceptedAt: null, reason: outcome.reason };
};
