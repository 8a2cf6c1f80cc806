// A person who has one of everything that has an id, all of it secret; and which of it fits a place where a caller may give an
// id. Used by the test of others' ids.
import { newId } from "../domain/ids.ts";
import { OccurrencesDoc } from "../gateway/api/recurrence.ts";
import { makeBrowser } from "./browser-push.ts";
import { signUp } from "./client.ts";
import { until } from "./dapr.ts";
import { liveDevice } from "./device.ts";
import type { Receiver } from "./http-receiver.ts";

/** In every title and text of theirs, and in nobody else's. */
export const secret = "the surprise party";
const reminderCount = 30;

export type Owned = Awaited<ReturnType<typeof ownEverything>>;

export const ownEverything = async (url: string, receiver: Receiver) => {
  const person = await signUp(url);
  const browser = makeBrowser();
  const { endpoint, p256dh, auth } = browser.subscription(`${receiver.url}/push`);
  await person.call("POST", "/push/subscriptions", { body: { endpoint, keys: { p256dh, auth } } });
  const settings = { webhookUrl: `${receiver.url}/hook`, channels: ["push", "webhook"] };
  await person.call("PATCH", "/settings", { body: settings });

  const [key, correlationId, phone] = [newId(), newId(), "adas-phone"];
  const reminders = Array.from({ length: reminderCount }, () => ({
    id: newId(),
    trigger: { kind: "instant" as const, at: "2030-01-01T09:00:00.000Z" },
    channels: null,
  }));
  const headers = {
    "Idempotency-Key": key,
    "X-Correlation-Id": correlationId,
    "X-Device-Id": phone,
  };
  const task = await person.create({ title: secret, reminders }, headers);
  const habit = await person.create({
    title: `${secret} every day`,
    due: { kind: "day", at: "2030-01-01" },
    recurrence: { rrule: "FREQ=DAILY", anchor: "schedule", overflow: "clamp" },
  });
  await person.post(habit.id, "/complete");
  await person.remove((await person.create({ title: `${secret} in the trash` })).id);
  const said = await person.say(`add ${secret} said`);
  const made = await person.call("POST", "/tokens", { body: { name: secret } });
  const token = (await made.json()) as { id: string };

  await until("the log has all of it", async () => {
    const types = (await person.events({ limit: 200 })).events.map(({ type }) => type);
    const armed = types.filter((type) => type === "punctual.reminder.scheduled.v1");
    return types.includes("punctual.chat.answered.v1") && armed.length === reminderCount;
  });
  const over = async () => {
    const answer = await person.call("GET", `/tasks/${habit.id}/occurrences`);
    return OccurrencesDoc.parse(await answer.json()).past;
  };
  await until("the occurrence is over", async () => (await over()).length > 0);
  const next = async (path: string) => {
    const answer = await person.call("GET", path, { query: { limit: 1 } });
    return ((await answer.json()) as { next: string }).next;
  };
  const device = await liveDevice(person);

  /** What each kind of place may be given; a reminder's id is given once, for who took it has it from then on. */
  const spare = reminders.slice(1).map(({ id }) => id);
  const valuesFor = async (place: string): Promise<string[]> => {
    if (place === "frame cursor") return [device.cursor() ?? ""];
    if (place.endsWith("cursor")) return [await next(listOf(place))];
    if (place.endsWith("endpoint")) return [endpoint];
    if (place.endsWith("p256dh")) return [p256dh];
    if (place.endsWith("auth")) return [auth];
    if (/Idempotency-Key|idempotencyKey/.test(place)) return [await newKey()];
    if (place.endsWith("X-Device-Id")) return [phone];
    if (/tokens|frame token/.test(place)) return [token.id, person.userId];
    if (/reminderId|reminders\[\]|\/reminders\S* (?:path|body) id/.test(place))
      return [spare.pop() ?? "", spare.pop() ?? ""];
    if (place.endsWith("occurrence"))
      return [...(await over()).map(({ id }) => id), habit.occurrence?.id ?? ""];
    if (place.endsWith("correlationId")) return [correlationId, said.correlationId, task.id];
    if (place.endsWith("before")) return [said.turnId];
    // Theirs alone: who takes it for a task of their own has a task of that id from then on.
    if (place === "POST /tasks body id") return [task.id, person.userId];
    return [task.id, habit.id, key];
  };
  /** A key under which they have asked for something. */
  const newKey = async (): Promise<string> => {
    const used = newId();
    await person.patch(task.id, { title: secret }, { "Idempotency-Key": used });
    return used;
  };

  /** All that they can see. */
  const world = async () => {
    const paths = [
      "/tasks?limit=200",
      "/projects",
      "/tags",
      "/filters",
      "/tasks?deleted=true",
      "/reminders?limit=200",
      ...reminders.map(({ id }) => `/reminders/${id}`),
      `/tasks/${task.id}`,
      `/tasks/${habit.id}/occurrences`,
      "/events?limit=200",
      "/conversation?limit=100",
      "/settings",
      "/settings/webhook-secret",
      "/tokens",
    ];
    const frames = device.frames.filter(({ frame }) => frame.type !== "beat");
    const answers = paths.map(async (path) => {
      const answer = await person.call("GET", path);
      return [path, answer.status, await answer.json()] as const;
    });
    return { answers: await Promise.all(answers), frames: frames.length };
  };

  return { person, browser, device, task, reminders, correlationId, valuesFor, world };
};

/** The list whose cursor a place takes. */
const listOf = (place: string): string => {
  if (/events|history/.test(place)) return "/events";
  return place.includes("/reminders") ? "/reminders" : "/tasks";
};
