// The gateway's routes as functions. Called by workspace.ts and the views.
// Answers are trusted as typed: they come from this page's own origin, which parsed them by the same schemas on the way.
import { v7 } from "uuid";
import type { AuditEntry } from "../../domain/audit.ts";
import type { TurnPage } from "../../domain/conversation.ts";
import type { Id } from "../../domain/ids.ts";
import type { Scope } from "../../domain/command.ts";
import type { Recurrence } from "../../domain/recurrence.ts";
import type { Channel, Trigger } from "../../domain/reminder.ts";
import type { ChatReply } from "../../domain/reply.ts";
import type { Settings } from "../../domain/settings.ts";
import type { Task, TaskFields, TaskPatch } from "../../domain/task.ts";
import type {
  ChannelDoc,
  ChannelTestDoc,
  OccurrencesDoc,
  PreviewDoc,
  PushDeviceDoc,
  ReminderDoc,
  SettingsAnswer,
  Snooze,
} from "./reminders.ts";
import { createDirectoryApi } from "./directory.ts";
import { createTrashApi } from "./trash.ts";
import type { ZoneClock } from "../../domain/zones/clock-table.ts";
import type { MadeToken, NewToken, TokenDoc } from "./tokens.ts";
import { type Answer, browserNet, type Call, type Net, request, type Ticket } from "./request.ts";

/** A new time-ordered id, as domain/ids.ts makes them. */
export const newId = (): Id => v7();

/** A fresh ticket for one thing a person did; keep it when the same thing is tried again. */
export const newTicket = (): Ticket => ({ key: newId(), correlationId: newId() });

/** What a person fills in for a new task. */
export type NewTask = Partial<TaskFields> & { title: string };

export type TaskPage = { tasks: Task[]; next: string | null };

/** `isClose`: found only because a slip of the fingers was allowed. */
export type Hit = { task: Task; isClose: boolean };

export type EventPage = { events: AuditEntry[]; next: string | null };

/** What is meant by a completion: which date of a series, or the end of all of it. */
export type Completion = { occurrence?: Id; forever?: true };

/** A rule to look ahead with: the first due (a day or a wall clock) and its zone. */
export type PreviewOf = { recurrence: Recurrence; start: string; zone: string; count: number };

export type Punctual = ReturnType<typeof createPunctual>;

/** The routes, called as this device. `net` is the browser's own unless a test gives another. */
export const createPunctual = (device: string, net: Net = browserNet) => {
  const write = <T>(
    method: "POST" | "PATCH" | "DELETE",
    path: string,
    ticket: Ticket,
    body?: unknown,
    ifVersion?: number,
  ): Promise<Answer<T>> =>
    request<T>(
      path,
      { method, ticket, device, ifVersion, ...(body === undefined ? {} : { body }) },
      net,
    );
  const onReminder = (id: string, part = ""): string => `/api/v1/reminders/${id}${part}`;

  return {
    directory: createDirectoryApi(write),
    trash: createTrashApi(write, device, net),
    createTask: (fields: NewTask & { id: Id }, ticket: Ticket) =>
      write<Task>("POST", "/api/v1/tasks", ticket, fields),
    readTask: (id: string) => request<Task>(`/api/v1/tasks/${id}`, { device }, net),
    /** What ended before a cursor, the last to end first. */
    readOlder: (cursor: string) => {
      const query = { status: "done,cancelled", order: "ended", limit: "100", cursor };
      const path = `/api/v1/tasks?${new URLSearchParams(query).toString()}`;
      return request<TaskPage>(path, { device }, net);
    },
    /** The trash: what was put there last comes first. */
    readTrash: (cursor: string | null) => {
      const query = { deleted: "true", order: "ended", limit: "100", ...(cursor && { cursor }) };
      const path = `/api/v1/tasks?${new URLSearchParams(query).toString()}`;
      return request<TaskPage>(path, { device }, net);
    },
    /** Tasks by words, wherever they stand: open, done or in the trash. */
    search: (text: string) =>
      request<{ hits: Hit[] }>(
        `/api/v1/search?${new URLSearchParams({ text, limit: "20" }).toString()}`,
        { device },
        net,
      ),
    /** `scope` says what a new due of a repeating task is meant for; `version` is the one the change was made on. */
    patchTask: (
      id: string,
      changes: TaskPatch & { scope?: Scope },
      ticket: Ticket,
      version?: number,
    ) => write<Task>("PATCH", `/api/v1/tasks/${id}`, ticket, changes, version),
    deleteTask: (id: string, ticket: Ticket) =>
      write<Task>("DELETE", `/api/v1/tasks/${id}`, ticket),
    completeTask: (id: string, what: Completion, ticket: Ticket) =>
      write<Task>("POST", `/api/v1/tasks/${id}/complete`, ticket, what),
    skipTask: (id: string, occurrence: Id | undefined, ticket: Ticket) =>
      write<Task>("POST", `/api/v1/tasks/${id}/skip`, ticket, {
        ...(occurrence && { occurrence }),
      }),
    restoreTask: (id: string, ticket: Ticket) =>
      write<Task>("POST", `/api/v1/tasks/${id}/restore`, ticket),
    reopenTask: (id: string, ticket: Ticket) =>
      write<Task>("POST", `/api/v1/tasks/${id}/reopen`, ticket),
    /** `onWords` hears the answer while it is being made (request.ts). */
    chat: (message: string, timeZone: string, ticket: Ticket, onWords?: Call["onWords"]) =>
      request<ChatReply>(
        "/api/v1/chat",
        {
          method: "POST",
          ticket,
          device,
          body: { message, timeZone },
          ...(onWords && { onWords }),
        },
        net,
      ),
    /** The newest turns, or those before one. */
    readConversation: (before: Id | null) => {
      const query = new URLSearchParams({ limit: "30", ...(before !== null && { before }) });
      return request<TurnPage>(`/api/v1/conversation?${query.toString()}`, { device }, net);
    },
    /** Takes back all changes of one request or message (`undo`), or brings them back by the undo's own id (`redo`). */
    rewind: (verb: "undo" | "redo", correlationId: Id, ticket: Ticket) =>
      write<ChatReply>("POST", `/api/v1/history/${verb}`, ticket, { correlationId }),
    readSettings: () => request<Settings>("/api/v1/settings", { device }, net),
    patchSettings: (changes: Partial<Settings>, ticket: Ticket, version?: number) =>
      write<SettingsAnswer>("PATCH", "/api/v1/settings", ticket, changes, version),
    /** The server's clock in a zone. */
    readZone: (zone: string) =>
      request<ZoneClock>(
        `/api/v1/zones?${new URLSearchParams({ name: zone }).toString()}`,
        { device },
        net,
      ),
    readEvents: (taskId: string, cursor: string | null) => {
      const query = new URLSearchParams({ task: taskId, limit: "50" });
      if (cursor !== null) query.set("cursor", cursor);
      return request<EventPage>(`/api/v1/events?${query.toString()}`, { device }, net);
    },
    readReminders: (taskId: string) =>
      request<{ reminders: ReminderDoc[] }>(
        `/api/v1/reminders?taskId=${taskId}&limit=200`,
        { device },
        net,
      ),
    /** What was told within two days before `now`, the first first. */
    readTold: (now: Date) => {
      const from = new Date(now.getTime() - 2 * 86_400_000).toISOString();
      const query = { state: "fired,acknowledged,snoozed", from, to: now.toISOString() };
      const path = `/api/v1/reminders?${new URLSearchParams({ ...query, limit: "200" }).toString()}`;
      return request<{ reminders: ReminderDoc[] }>(path, { device }, net);
    },
    addReminder: (taskId: string, trigger: Trigger, ticket: Ticket) =>
      write<ReminderDoc>("POST", "/api/v1/reminders", ticket, { taskId, trigger }),
    removeReminder: (id: string, ticket: Ticket) =>
      write<unknown>("DELETE", onReminder(id), ticket),
    snoozeReminder: (id: string, snooze: Snooze, ticket: Ticket) =>
      write<ReminderDoc>("POST", onReminder(id, "/snooze"), ticket, snooze),
    acknowledgeReminder: (id: string, ticket: Ticket) =>
      write<ReminderDoc>("POST", onReminder(id, "/acknowledge"), ticket),
    previewRecurrence: (of: PreviewOf) =>
      request<PreviewDoc>("/api/v1/recurrence/preview", { method: "POST", device, body: of }, net),
    readOccurrences: (taskId: string) =>
      request<OccurrencesDoc>(
        `/api/v1/tasks/${taskId}/occurrences?past=20&next=5`,
        { device },
        net,
      ),
    readPushKey: () => request<{ publicKey: string }>("/api/v1/push/key", { device }, net),
    subscribeToPush: (subscription: PushSubscriptionJSON, ticket: Ticket) =>
      write<unknown>("POST", "/api/v1/push/subscriptions", ticket, subscription),
    unsubscribeFromPush: (endpoint: string, ticket: Ticket) =>
      write<unknown>("DELETE", "/api/v1/push/subscriptions", ticket, { endpoint }),
    readPushDevices: () =>
      request<{ subscriptions: PushDeviceDoc[] }>("/api/v1/push/subscriptions", { device }, net),
    removePushDevice: (id: Id, ticket: Ticket) =>
      write<null>("DELETE", `/api/v1/push/subscriptions/${id}`, ticket),
    readChannels: () =>
      request<{ channels: ChannelDoc[] }>("/api/v1/settings/channels", { device }, net),
    /** Sends a message by a channel and says what came of it. */
    testChannel: (channel: Channel, ticket: Ticket) =>
      write<ChannelTestDoc>("POST", `/api/v1/settings/channels/${channel}/test`, ticket),
    readWebhookSecret: () =>
      request<{ secret: string }>("/api/v1/settings/webhook-secret", { device }, net),
    readTokens: () => request<{ tokens: TokenDoc[] }>("/api/v1/tokens", { device }, net),
    /** Tried once: made twice, one of the two would be in nobody's hands. */
    makeToken: (token: NewToken) =>
      request<MadeToken>("/api/v1/tokens", { method: "POST", device, body: token }, net),
    endToken: (id: Id) => request<null>(`/api/v1/tokens/${id}`, { method: "DELETE", device }, net),
    rotateWebhookSecret: (ticket: Ticket) =>
      write<{ secret: string }>("POST", "/api/v1/settings/webhook-secret", ticket),
  };
};
