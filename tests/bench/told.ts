// Reminders due at given instants, and when they were fired and shown: the scenarios of the reminders' benchmark.
import { setTimeout as pause } from "node:timers/promises";
import { createActorClient } from "../../actors/client.ts";
import { newId } from "../../domain/ids.ts";
import { defaultSettings, ownerOf } from "../../domain/settings.ts";
import { type Person, signUp } from "../client.ts";
import { type Device, liveDevice } from "../device.ts";
import type { Stack } from "../stack.ts";
import { atOnce } from "./load.ts";

/** What a scenario found; times in ms since the instant each reminder was due. */
export type Told = {
  name: string;
  wanted: number;
  fired: number[];
  shown: number[];
  duplicates: number;
  early: number;
  missing: number;
  /** From the first due instant to the last one shown, ms. */
  drainMs: number;
};

const people = 20;
const giveUpMs = 60_000;
const makePerSecond = 80;

/** People with a live device each. */
export const audience = async (stack: Stack) => {
  const persons: Person[] = [];
  while (persons.length < people) persons.push(await signUp(stack.url));
  const devices = await Promise.all(persons.map((person) => liveDevice(person)));
  return { persons, devices };
};
export type Audience = Awaited<ReturnType<typeof audience>>;

/** Makes a task with one reminder for each instant, as the gateway would ask the actors for it. */
const makeTasks = async (stack: Stack, { persons }: Audience, dues: number[]) => {
  const { DAPR_HTTP_PORT, DAPR_API_TOKEN = "" } = stack.env.gateway;
  const actors = createActorClient({
    daprHttpPort: Number(DAPR_HTTP_PORT),
    daprApiToken: DAPR_API_TOKEN,
  });
  const owner = ownerOf({ version: 1, settings: defaultSettings });
  const made = new Map<string, number>();
  const work = async (n: number): Promise<void> => {
    const at = new Date(dues[n] as number).toISOString();
    const id = newId();
    const reply = await actors.execute({
      v: 1,
      owner,
      command: {
        type: "task.create",
        taskId: newId(),
        fields: {
          title: `reminder ${n}`,
          reminders: [{ id, trigger: { kind: "instant", at }, channels: null }],
        },
      },
      origin: {
        commandId: newId(),
        correlationId: newId(),
        causationId: newId(),
        actorId: persons[n % people]?.userId ?? "",
        source: "rest",
        device: null,
        traceparent: null,
      },
    });
    if (!reply.ok) throw new Error(reply.error.message);
    made.set(id, dues[n] as number);
  };
  const run = await atOnce(16, dues.length, work);
  if (run.errors > 0) throw new Error(`${run.errors} tasks could not be made`);
  return made;
};

/**
 * `dues` gives, for each reminder, its instant in ms after the scenario's beginning; that is late enough for all of them to
 * be made before.
 */
export const measureTold = async (
  stack: Stack,
  present: Audience,
  scenario: { name: string; dues: number[] },
): Promise<Told> => {
  const { name, dues } = scenario;
  const beginsAt = Date.now() + 10_000 + (dues.length * 1_000) / makePerSecond;
  const made = await makeTasks(
    stack,
    present,
    dues.map((due) => Math.round(beginsAt + due)),
  );
  const lateMs = Date.now() - beginsAt;
  if (lateMs > 0) throw new Error(`making the tasks took ${lateMs} ms too long`);
  return waitTold(present, { name, made, beginsAt });
};

/** Waits until all reminders of `made` (id → instant in ms) were shown, a minute after the last instant at most. */
export const waitTold = async (
  { devices }: Audience,
  scenario: { name: string; made: Map<string, number>; beginsAt: number },
): Promise<Told> => {
  const { name, made, beginsAt } = scenario;
  const lastDue = [...made.values()].reduce((last, due) => Math.max(last, due), 0);
  const count = (): number => alertsOf(devices, made).length;
  while (Date.now() < lastDue || (count() < made.size && Date.now() < lastDue + giveUpMs))
    await pause(50);
  await pause(1_000); // a duplicate would come by now
  return figures(name, alertsOf(devices, made), made, beginsAt);
};

type Shown = { id: string; firedAt: number; at: number };

const alertsOf = (devices: Device[], made: Map<string, number>): Shown[] =>
  devices.flatMap(({ frames }) =>
    frames.flatMap(({ frame, at }): Shown[] => {
      if (frame.type !== "alert" || !made.has(frame.alert.id)) return [];
      const { id, firedAt } = frame.alert;
      return [{ id, firedAt: Date.parse(firedAt ?? ""), at }];
    }),
  );

const figures = (
  name: string,
  alerts: Shown[],
  made: Map<string, number>,
  beginsAt: number,
): Told => {
  const due = ({ id }: Shown): number => made.get(id) ?? 0;
  const fired = alerts.map((one) => one.firedAt - due(one));
  const shown = alerts.map((one) => one.at - due(one));
  const distinct = new Set(alerts.map(({ id }) => id)).size;
  return {
    name,
    wanted: made.size,
    fired,
    shown,
    duplicates: alerts.length - distinct,
    early: fired.filter((ms) => ms < 0).length,
    missing: made.size - distinct,
    drainMs: Math.max(...alerts.map(({ at }) => at)) - beginsAt,
  };
};
