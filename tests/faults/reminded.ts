// Reminders that come due while something is broken, and what must be true of them afterwards. Called by reminders.flow.test.ts.
import { expect } from "vitest";
import type { Database } from "../../database/pool.ts";
import { newId } from "../../domain/ids.ts";
import type { Alert } from "../../domain/reminder.ts";
import type { Person } from "../client.ts";
import { until } from "../dapr.ts";
import type { Device } from "../device.ts";

/** Reminder id → the instant it is due, ms since 1970. */
export type Due = Map<string, number>;

/** Tasks with one reminder each, due every `everyMs` from `inMs` on. */
export const remind = async (
  person: Person,
  { count, inMs, everyMs }: { count: number; inMs: number; everyMs: number },
): Promise<Due> => {
  const beginsAt = Date.now() + inMs;
  const due: Due = new Map();
  for (let n = 0; n < count; n += 1) {
    const id = newId();
    const at = beginsAt + n * everyMs;
    due.set(id, at);
    await person.create({
      title: `reminder ${n}`,
      reminders: [
        { id, trigger: { kind: "instant", at: new Date(at).toISOString() }, channels: null },
      ],
    });
  }
  if (Date.now() > beginsAt) throw new Error("making the tasks took too long");
  return due;
};

const alerts = (device: Device, due: Due): { alert: Alert; at: number }[] =>
  device.frames.flatMap(({ frame, at }) =>
    frame.type === "alert" && frame.alert.state === "fired" && due.has(frame.alert.id)
      ? [{ alert: frame.alert, at }]
      : [],
  );

/** What a device shows: the same notification twice is one. */
const shown = (device: Device, due: Due): Set<string> =>
  new Set(alerts(device, due).map(({ alert }) => alert.id));

const firedEvents = async (db: Database, due: Due) =>
  (
    await db.query(
      "select subject, count(*)::int as times from audit where type = 'punctual.reminder.fired.v1' and subject = any($1) group by 1",
      [[...due.keys()]],
    )
  ).rows as { subject: string; times: number }[];

/** Every reminder was shown on every device, none early, and each was fired once: one event, one generation. */
export const expectToldOnce = async (
  db: Database,
  devices: Device[],
  due: Due,
  withinMs: number,
): Promise<void> => {
  for (const device of devices)
    await until(
      `${due.size} reminders on a device`,
      async () => shown(device, due).size === due.size,
      withinMs,
    );
  await until(
    "the log of the reminders",
    async () => (await firedEvents(db, due)).length === due.size,
    60_000,
  );
  expect((await firedEvents(db, due)).every(({ times }) => times === 1)).toBe(true);
  for (const device of devices) {
    for (const { alert, at } of alerts(device, due)) {
      expect(at).toBeGreaterThanOrEqual(due.get(alert.id) ?? Infinity);
      expect(alert.generation).toBe(1);
    }
  }
};

/** A device that comes only now is shown the same. */
export const late = (device: Device, due: Due): number => {
  const first = device.frames.find(({ frame }) => frame.type === "snapshot")?.frame;
  if (first?.type !== "snapshot") return 0;
  return (first.alerts ?? []).filter(({ id }) => due.has(id)).length;
};
