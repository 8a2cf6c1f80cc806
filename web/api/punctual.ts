// The gateway's routes as functions. Called by workspace.ts and the views.
// Answers are trusted as typed: they come from this page's own origin, which parsed them by the same schemas on the way.
import { v7 } from "uuid";
import type { AuditEntry } from "../../domain/audit.ts";
import type { Id } from "../../domain/ids.ts";
import type { ChatReply } from "../../domain/reply.ts";
import type { Settings } from "../../domain/settings.ts";
import type { Task, TaskFields, TaskPatch } from "../../domain/task.ts";
import { type Answer, browserNet, type Net, request, type Ticket } from "./request.ts";

/** A new time-ordered id, as domain/ids.ts makes them. */
export const newId = (): Id => v7();

/** A fresh ticket for one thing a person did; keep it when the same thing is tried again. */
export const newTicket = (): Ticket => ({ key: newId(), correlationId: newId() });

/** What a person fills in for a new task. */
export type NewTask = Partial<TaskFields> & { title: string };

export type EventPage = { events: AuditEntry[]; next: string | null };

export type Punctual = ReturnType<typeof createPunctual>;

/** The routes, called as this device. `net` is the browser's own unless a test gives another. */
export const createPunctual = (device: string, net: Net = browserNet) => {
  const write = <T>(
    method: "POST" | "PATCH" | "DELETE",
    path: string,
    ticket: Ticket,
    body?: unknown,
  ): Promise<Answer<T>> =>
    request<T>(path, { method, ticket, device, ...(body === undefined ? {} : { body }) }, net);
  const onTask = (verb: "complete" | "reopen" | "restore") => (id: string, ticket: Ticket) =>
    write<Task>("POST", `/api/v1/tasks/${id}/${verb}`, ticket);

  return {
    createTask: (fields: NewTask & { id: Id }, ticket: Ticket) =>
      write<Task>("POST", "/api/v1/tasks", ticket, fields),
    patchTask: (id: string, changes: TaskPatch, ticket: Ticket) =>
      write<Task>("PATCH", `/api/v1/tasks/${id}`, ticket, changes),
    deleteTask: (id: string, ticket: Ticket) =>
      write<Task>("DELETE", `/api/v1/tasks/${id}`, ticket),
    completeTask: onTask("complete"),
    reopenTask: onTask("reopen"),
    restoreTask: onTask("restore"),
    chat: (message: string, timeZone: string, ticket: Ticket) =>
      write<ChatReply>("POST", "/api/v1/chat", ticket, { message, timeZone }),
    readSettings: () => request<Settings>("/api/v1/settings", { device }, net),
    patchSettings: (changes: Partial<Settings>, ticket: Ticket) =>
      write<Settings>("PATCH", "/api/v1/settings", ticket, changes),
    readEvents: (taskId: string, cursor: string | null) => {
      const query = new URLSearchParams({ task: taskId, limit: "50" });
      if (cursor !== null) query.set("cursor", cursor);
      return request<EventPage>(`/api/v1/events?${query.toString()}`, { device }, net);
    },
  };
};
