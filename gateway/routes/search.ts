// GET /search: a person's tasks by words, wherever they stand. Mounted by api.ts.
import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { searchTasks } from "../../database/tasks/search-tasks.ts";
import { problems } from "../api/answers.ts";
import { exampleTask } from "../api/examples.ts";
import { TaskDoc } from "../api/schemas.ts";
import type { AppDeps } from "../deps.ts";
import { wholeNumber } from "../api/whole-number.ts";
import type { GatewayEnv } from "../http/env.ts";

const SearchQuery = z.strictObject({
  text: z
    .string()
    .trim()
    .min(1, "must not be empty")
    .max(200, "must be at most 200 characters long")
    .meta({ description: "Words, in any order; each may be only begun.", example: "call den" }),
  limit: wholeNumber(1, 50).default(20),
});

const Hits = z
  .object({
    hits: z.array(
      z.object({
        task: TaskDoc,
        isClose: z
          .boolean()
          .meta({ description: "Found only because a slip of the fingers was allowed." }),
      }),
    ),
  })
  .meta({ id: "Hits", example: { hits: [{ task: exampleTask, isClose: false }] } });

const search = createRoute({
  method: "get",
  path: "/search",
  tags: ["tasks"],
  operationId: "search",
  summary: "Search your tasks",
  description:
    "The best first: a word counts more in the title than in labels, there more than in the description, and more as a whole than begun; open tasks come before those done or in the trash that fit as well. Slips of the fingers are allowed where too little is found without. Where very many tasks fit (150 open or 150 others) those are ranked that were met first: more letters make them fewer.",
  request: { query: SearchQuery },
  responses: {
    200: { description: "What was found.", content: { "application/json": { schema: Hits } } },
    ...problems(401, 422, 503),
  },
});

export const searchRoutes = (app: OpenAPIHono<GatewayEnv>, { db }: AppDeps): void => {
  app.openapi(search, async (c) => {
    const { text, limit } = c.req.valid("query");
    const found = await searchTasks(db, { ownerId: c.var.session.userId, text, limit });
    const hits = found.map(({ task, isClose }) => ({ task, isClose }));
    return c.json({ hits }, 200, { "cache-control": "no-store" });
  });
};
