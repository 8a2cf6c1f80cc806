// For every door of the API that takes an id or a key: a request of a person about what is their own, which succeeds. The test
// of others' ids puts another person's into it, one field at a time.
import { newId } from "../domain/ids.ts";
import type { Task, TaskPatch } from "../domain/task.ts";
import { makeBrowser } from "./browser-push.ts";
import type { Person } from "./client.ts";

/** What a request says, by the places of `id-fields.ts`. */
export type Asked = {
  path: Record<string, string>;
  query: Record<string, string>;
  header: Record<string, string>;
  body: Record<string, unknown>;
};

const later = { trigger: { kind: "instant" as const, at: "2030-01-01T09:00:00.000Z" } };
const due = { kind: "day" as const, at: "2030-01-01" };
const recurrence = { rrule: "FREQ=DAILY", anchor: "schedule" as const, overflow: "clamp" as const };

/** Door → a new request each time, of what `person` has made for it. */
export const ownRequests = (person: Person): Record<string, () => Promise<Partial<Asked>>> => {
  const task = (more: TaskPatch = {}): Promise<Task> => person.create({ title: "own", ...more });
  const repeating = () => task({ due, recurrence });
  const at = async (made: Promise<Task>): Promise<Partial<Asked>> => ({
    path: { id: (await made).id },
  });
  const reminder = async (): Promise<Partial<Asked>> => {
    const made = await task({ reminders: [{ id: newId(), ...later, channels: null }] });
    return { path: { id: made.reminders[0]?.id ?? "" } };
  };
  const changing = async (body: Record<string, unknown>): Promise<Partial<Asked>> => ({
    ...(await at(task())),
    body,
  });
  const done = async (): Promise<Task> => {
    const { id } = await task();
    return person.post(id, "/complete");
  };
  const binned = async (): Promise<Task> => {
    const { id } = await task();
    return person.remove(id);
  };
  const token = async (): Promise<Partial<Asked>> => {
    const answer = await person.call("POST", "/tokens", { body: { name: "own" } });
    return { path: { id: ((await answer.json()) as { id: string }).id } };
  };
  const session = async (): Promise<Partial<Asked>> => {
    const { email, password } = person;
    await person.call("POST", "/api/auth/sign-in/email", { body: { email, password } });
    const answer = await person.call("GET", "/account/sessions");
    const { sessions } = (await answer.json()) as {
      sessions: { id: string; isCurrent: boolean }[];
    };
    return { path: { id: sessions.find(({ isCurrent }) => !isCurrent)?.id ?? "" } };
  };
  const invitation = async (): Promise<Partial<Asked>> => {
    const answer = await person.call("POST", "/account/invitations", { body: {} });
    return { path: { id: ((await answer.json()) as { id: string }).id } };
  };
  const subscription = async (): Promise<Partial<Asked>> => {
    const { endpoint, p256dh, auth } = makeBrowser().subscription(person.url);
    return { body: { endpoint, keys: { p256dh, auth } } };
  };
  const pushed = async (): Promise<Partial<Asked>> => {
    await person.call("POST", "/push/subscriptions", { body: (await subscription()).body });
    const answer = await person.call("GET", "/push/subscriptions");
    const { subscriptions } = (await answer.json()) as { subscriptions: { id: string }[] };
    return { path: { id: subscriptions[0]?.id ?? "" } };
  };
  const change = async (): Promise<string> => {
    const correlationId = newId();
    await person.create({ title: "own" }, { "X-Correlation-Id": correlationId });
    return correlationId;
  };
  const undone = async (): Promise<string> => {
    const correlationId = await change();
    await person.call("POST", "/history/undo", { body: { correlationId } });
    return correlationId;
  };
  /** The one thing of its kind that is theirs, made anew, so that the answers are alike. */
  const fresh = async (path: string, body: object | null): Promise<void> => {
    const query = path === "/projects" ? { tasks: "inbox" } : {};
    await person.call("DELETE", `${path}/own`, { query });
    if (body !== null) await person.call("POST", path, { body: { name: "own", ...body } });
  };
  const making = async (path: string, body: object = {}): Promise<Partial<Asked>> => {
    await fresh(path, null);
    return { body: { name: "own", ...body } };
  };
  const named =
    (path: string, name: string, more: Partial<Asked> = {}, made: object = {}) =>
    async (): Promise<Partial<Asked>> => {
      await fresh(path, made);
      return { path: { [name]: "own" }, ...more };
    };
  const sectioned =
    (body: Record<string, unknown> = {}) =>
    async (): Promise<Partial<Asked>> => {
      await fresh("/projects", {});
      await person.call("POST", "/projects/own/sections", { body: { name: "own" } });
      return { path: { project: "own", section: "own" }, body };
    };
  const colour = { body: { colour: "red" } };
  const merge = { body: { into: "other" } };
  const nothing = async (): Promise<Partial<Asked>> => ({});

  return {
    "GET /tasks": nothing,
    "POST /tasks": async () => ({ body: { title: "own", reminders: [later] } }),
    "GET /tasks/{id}": () => at(task()),
    "PUT /tasks/{id}": () => changing({ title: "own", reminders: [later] }),
    "PATCH /tasks/{id}": () => changing({ reminders: [later] }),
    "DELETE /tasks/{id}": () => at(task()),
    "GET /tasks/{id}/occurrences": () => at(repeating()),
    "POST /tasks/{id}/complete": async () => ({ ...(await at(repeating())), body: {} }),
    "POST /tasks/{id}/skip": async () => ({ ...(await at(repeating())), body: {} }),
    "POST /tasks/{id}/reopen": () => at(done()),
    "POST /tasks/{id}/restore": () => at(binned()),
    // Asked twice it finds the same: nothing is that old.
    "DELETE /trash": async () => ({ query: { before: "2020-01-01T00:00:00.000Z" } }),
    "DELETE /trash/{id}": () => at(binned()),
    "POST /projects": () => making("/projects"),
    "PATCH /projects/{project}": named("/projects", "project", colour),
    "DELETE /projects/{project}": named("/projects", "project", { query: { tasks: "inbox" } }),
    "POST /projects/{project}/merge": named("/projects", "project", merge),
    "POST /projects/{project}/sections": named("/projects", "project", { body: { name: "own" } }),
    "PATCH /projects/{project}/sections/{section}": sectioned({ position: 5 }),
    "DELETE /projects/{project}/sections/{section}": sectioned(),
    "POST /tags": () => making("/tags"),
    "PATCH /tags/{tag}": named("/tags", "tag", colour),
    "DELETE /tags/{tag}": named("/tags", "tag"),
    "POST /tags/{tag}/merge": named("/tags", "tag", merge),
    "POST /filters": () => making("/filters", { query: "today" }),
    "PATCH /filters/{filter}": named("/filters", "filter", colour, { query: "today" }),
    "DELETE /filters/{filter}": named("/filters", "filter", {}, { query: "today" }),
    "GET /reminders": nothing,
    "POST /reminders": async () => ({ body: { taskId: (await task()).id, ...later } }),
    "GET /reminders/{id}": reminder,
    "PATCH /reminders/{id}": async () => ({ ...(await reminder()), body: { in: "PT9H" } }),
    "DELETE /reminders/{id}": reminder,
    "POST /reminders/{id}/snooze": async () => ({ ...(await reminder()), body: { for: "PT9H" } }),
    "POST /reminders/{id}/acknowledge": reminder,
    "POST /chat": async () => ({ body: { message: "add bread" } }),
    "GET /conversation": nothing,
    "POST /history/undo": async () => ({ body: { correlationId: await change() } }),
    "POST /history/redo": async () => ({ body: { correlationId: await undone() } }),
    "GET /events": nothing,
    "POST /settings/channels/{channel}/test": async () => ({ path: { channel: "webhook" } }),
    "PATCH /settings": async () => ({ body: { weekStart: 1 } }),
    "POST /push/subscriptions": subscription,
    "DELETE /push/subscriptions": async () => ({ body: { endpoint: `${person.url}/${newId()}` } }),
    "DELETE /push/subscriptions/{id}": pushed,
    "DELETE /tokens/{id}": token,
    "DELETE /account/sessions/{id}": session,
    "DELETE /account/invitations/{id}": invitation,
    "GET /account/events": nothing,
  };
};
