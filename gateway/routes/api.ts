// The REST API as one app: mounted twice by app.ts, at / and at /api/v1, and the source of /openapi.json.
import { OpenAPIHono } from "@hono/zod-openapi";
import type { AppDeps } from "../deps.ts";
import { authenticate } from "../auth/authenticate.ts";
import { byPerson } from "../auth/by-person.ts";
import type { Doors } from "../auth/doors.ts";
import type { GatewayEnv } from "../http/env.ts";
import { refuseInvalid } from "../http/refused.ts";
import { accountRoutes } from "./account/account.ts";
import { deleteRoutes } from "./account/delete.ts";
import { exportRoutes } from "./account/export.ts";
import { invitationRoutes } from "./account/invitations.ts";
import { sessionRoutes } from "./account/sessions.ts";
import { chatRoutes } from "./chat.ts";
import { conversationRoutes } from "./conversation.ts";
import { eventRoutes } from "./events.ts";
import { historyRoutes } from "./history.ts";
import { pushRoutes } from "./push.ts";
import { occurrenceRoutes } from "./occurrences.ts";
import { recurrenceRoutes } from "./recurrence.ts";
import { reminderAnswerRoutes } from "./reminder-answers.ts";
import { reminderRoutes } from "./reminder.ts";
import { reminderListRoutes } from "./reminders.ts";
import { searchRoutes } from "./search.ts";
import { settingsRoutes } from "./settings.ts";
import { taskTransitionRoutes } from "./task-transitions.ts";
import { taskRoutes } from "./task.ts";
import { taskListRoutes } from "./tasks.ts";
import { tokenRoutes } from "./tokens.ts";
import { webhookRoutes } from "./webhook.ts";
import { zoneRoutes } from "./zones.ts";

// `/tasks/*` is `/tasks` as well: named twice, a request would be looked up, charged and read twice.
const paths =
  "/tasks/* /search /reminders/* /chat /conversation /history/* /events /settings/* /push/* /recurrence/* /tokens/* /account/* /zones";
const personal = paths.split(" ");

export const apiRoutes = (deps: AppDeps, doors: Doors): OpenAPIHono<GatewayEnv> => {
  const app = new OpenAPIHono<GatewayEnv>({ defaultHook: refuseInvalid });
  for (const path of personal) app.use(path, authenticate(deps));
  taskListRoutes(app, deps);
  searchRoutes(app, deps);
  taskRoutes(app, deps);
  taskTransitionRoutes(app, deps);
  occurrenceRoutes(app, deps);
  recurrenceRoutes(app, deps);
  reminderListRoutes(app, deps);
  reminderRoutes(app, deps);
  reminderAnswerRoutes(app, deps);
  chatRoutes(app, deps);
  conversationRoutes(app, deps);
  historyRoutes(app, deps);
  eventRoutes(app, deps);
  settingsRoutes(app, deps);
  pushRoutes(app, deps);
  webhookRoutes(app, deps);
  zoneRoutes(app, deps);
  tokenRoutes(app, deps, doors);
  app.use("/account/*", byPerson("accounts are looked after"));
  accountRoutes(app, deps, doors);
  sessionRoutes(app, deps, doors);
  invitationRoutes(app, deps, doors);
  exportRoutes(app, deps, doors);
  deleteRoutes(app, deps, doors);
  return app;
};
