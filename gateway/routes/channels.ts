// GET /settings/channels: by which channels people can be reminded here, and why not by the others. Mounted by api.ts; settings.ts asks the same.
import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { readHeartbeat } from "../../database/heartbeats/read-heartbeat.ts";
import type { Queryable } from "../../database/pool.ts";
import { consumersBeat, ConsumersBeat } from "../../domain/heartbeat.ts";
import { Channel } from "../../domain/reminder.ts";
import { problems } from "../api/answers.ts";
import type { AppDeps } from "../deps.ts";
import type { GatewayEnv } from "../http/env.ts";
import { Refused } from "../http/refused.ts";
import { NoQuery } from "./list-query.ts";

const ChannelList = z
  .object({
    channels: z.array(
      z.object({
        channel: Channel,
        available: z.boolean(),
        reason: z.string().nullable().meta({ description: "Why it cannot be chosen." }),
      }),
    ),
  })
  .meta({
    id: "Channels",
    example: {
      channels: [
        { channel: "email", available: false, reason: "no mail server is configured" },
        { channel: "push", available: true, reason: null },
        { channel: "webhook", available: true, reason: null },
      ],
    },
  });

const list = createRoute({
  method: "get",
  path: "/settings/channels",
  tags: ["settings"],
  operationId: "listChannels",
  summary: "Which channels can be chosen",
  description:
    "E-mail needs a mail server (`SMTP_URL` of the consumers). One that is not available is refused by PATCH /settings.",
  request: { query: NoQuery },
  responses: {
    200: { description: "All channels.", content: { "application/json": { schema: ChannelList } } },
    ...problems(401, 503),
  },
});

/** Why a channel is not to be had, by its name. What the consumers have not said yet is taken to be there. */
const unavailable = async (db: Queryable): Promise<Partial<Record<Channel, string>>> => {
  const beat = await readHeartbeat(db, consumersBeat);
  const facts = ConsumersBeat.safeParse(beat?.facts);
  return facts.data?.mail === false ? { email: "no mail server is configured" } : {};
};

/** Refuses channels that are not to be had. */
export const checkChannels = async (db: Queryable, channels: readonly Channel[]): Promise<void> => {
  if (channels.length === 0) return;
  const why = await unavailable(db);
  const fields = channels.flatMap((channel) =>
    why[channel] === undefined
      ? []
      : [{ path: "channels", message: `must not name ${channel}: ${why[channel]}` }],
  );
  if (fields.length > 0)
    throw new Refused({ code: "invalid", message: "a channel cannot be chosen here", fields });
};

export const channelRoutes = (app: OpenAPIHono<GatewayEnv>, { db }: AppDeps): void => {
  app.openapi(list, async (c) => {
    const why = await unavailable(db);
    const channels = Channel.options.map((channel) => {
      const reason = why[channel] ?? null;
      return { channel, available: reason === null, reason };
    });
    return c.json({ channels }, 200, { "cache-control": "no-store" });
  });
};
