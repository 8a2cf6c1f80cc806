// GET /zones: the clock of a time zone by which reminders are told. A browser's own data may be of another release. Mounted by api.ts.
import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { Instant } from "../../domain/ids.ts";
import { Zone } from "../../domain/when.ts";
import { type ZoneClock, zoneClock } from "../../domain/zones/clock-table.ts";
import { problems } from "../api/answers.ts";
import type { AppDeps } from "../deps.ts";
import type { GatewayEnv } from "../http/env.ts";

const ZoneQuery = z.strictObject({
  name: Zone.meta({ description: "An IANA name.", example: "Europe/Berlin" }),
});

const ZoneDoc = z
  .object({
    zone: Zone,
    until: Instant.meta({ description: "The table ends here." }),
    offsets: z.array(
      z.object({
        since: Instant,
        minutes: z.int().meta({ description: "Ahead of UTC from then on." }),
      }),
    ),
  })
  .meta({
    id: "ZoneClock",
    example: {
      zone: "Europe/Berlin",
      until: "2037-01-01T00:00:00.000Z",
      offsets: [{ since: "2026-10-25T01:00:00.000Z", minutes: 60 }],
    },
  });

const read = createRoute({
  method: "get",
  path: "/zones",
  tags: ["settings"],
  operationId: "readZone",
  summary: "Read the clock of a time zone",
  description:
    "The offsets by which dues and reminders of that zone get their instants, from a year ago on. Show times by it rather than by data of your own, which may be older or newer.",
  request: { query: ZoneQuery },
  responses: {
    200: { description: "The clock.", content: { "application/json": { schema: ZoneDoc } } },
    ...problems(401, 422, 503),
  },
});

/** So far the table reaches, in years from the present one. */
const span = { back: 1, ahead: 11 };
/** There are about 600 names. */
const limit = 1_000;

/** A table is made once, for all who ask. */
const createClocks = () => {
  const made = new Map<string, ZoneClock>();
  return (zone: Zone, now: Date): ZoneClock => {
    const year = now.getUTCFullYear();
    const key = `${year} ${zone}`;
    const known = made.get(key);
    if (known) return known;
    if (made.size >= limit) made.clear();
    const clock = zoneClock(zone, { from: year - span.back, to: year + span.ahead });
    made.set(key, clock);
    return clock;
  };
};

export const zoneRoutes = (app: OpenAPIHono<GatewayEnv>, deps: Pick<AppDeps, "now">): void => {
  const clockOf = createClocks();
  app.openapi(read, (c) => {
    const clock = clockOf(c.req.valid("query").name, deps.now());
    return c.json(clock, 200, { "cache-control": "no-store" });
  });
};
