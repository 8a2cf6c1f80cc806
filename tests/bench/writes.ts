// What people feel: a write acknowledged, and the change on their other device. Scenarios of the benchmark.
import { newId } from "../../domain/ids.ts";
import { type Person, signUp } from "../client.ts";
import { type Device, liveDevice, nowMs } from "../device.ts";
import { atOnce, atRate, type Run } from "./load.ts";
import type { Row } from "./table.ts";

const people = 8;
const perSecond = 50;

const create = async (person: Person, id: string, at: number): Promise<void> => {
  const answer = await person.call("POST", "/tasks", { body: { id, title: `write ${at}` } });
  await answer.arrayBuffer();
  if (answer.status !== 201) throw new Error(`answered ${answer.status}`);
};

/** One after the other: hashing their passwords at once would be a load of its own. */
const signUpAll = async (url: string): Promise<Person[]> => {
  const all: Person[] = [];
  while (all.length < people) all.push(await signUp(url));
  return all;
};

/** POST /tasks with a time, which is read by the person's settings. */
export const measureTimed = async (url: string): Promise<Row[]> => {
  const writers = await signUpAll(url);
  return timedRows(async (at) => {
    const due = { kind: "floating", at: "2031-03-03T09:00" };
    const body = { id: newId(), title: `timed ${at}`, due };
    const answer = await (writers[at % people] as Person).call("POST", "/tasks", { body });
    await answer.arrayBuffer();
    if (answer.status !== 201) throw new Error(`answered ${answer.status}`);
  });
};

/** Whatever makes a task with a due time: what is not warm yet, then one after the other, then many at once. */
export const timedRows = async (work: (at: number) => Promise<void>): Promise<Row[]> => {
  await atOnce(8, 100, work);
  return [
    { name: "a task with a due time, 1 at once", run: await atOnce(1, 200, work) },
    { name: "a task with a due time, 32 at once", run: await atOnce(32, 800, work) },
  ];
};

/** POST /chat: each a sentence that makes a task. */
export const measureSentences = async (url: string): Promise<Row[]> => {
  const speakers = await signUpAll(url);
  const work = async (at: number): Promise<void> => {
    const body = { message: `add buy bread ${at}`, timeZone: "UTC" };
    const answer = await (speakers[at % people] as Person).call("POST", "/chat", { body });
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`answered ${answer.status}`);
  };
  await atOnce(8, 100, work);
  return [{ name: "chat: a sentence becomes a task, 1 at once", run: await atOnce(1, 200, work) }];
};

/** POST /tasks: each a new task, by people in turn. */
export const measureWrites = async (url: string): Promise<Row[]> => {
  const writers = await signUpAll(url);
  const work = (at: number) => create(writers[at % people] as Person, newId(), at);
  await atOnce(8, 400, work); // what is not warm yet
  return [
    { name: "write acknowledged, 1 at once", run: await atOnce(1, 300, work) },
    { name: "write acknowledged, 8 at once", run: await atOnce(8, 800, work) },
    { name: "write acknowledged, 32 at once", run: await atOnce(32, 1_600, work) },
  ];
};

/** POST /tasks so many times, 32 at once: what it leaves in memory is looked at after. */
export const measureCrowd = async (url: string, tasks: number): Promise<Row> => {
  const writers = await signUpAll(url);
  const work = (at: number) => create(writers[at % people] as Person, newId(), at);
  return { name: `${tasks} tasks`, run: await atOnce(32, tasks, work) };
};

/** The frames of one device as runs: since the request was sent, and since the commit (the event's time). */
const heard = (device: Device, sent: Map<string, number>): [number, number][] =>
  device.frames.flatMap(({ frame, at }): [number, number][] => {
    if (frame.type !== "update" || frame.update.version !== 1) return [];
    const startedAt = sent.get(frame.update.taskId);
    const committedAt = Date.parse(frame.update.task?.createdAt ?? "");
    return startedAt === undefined ? [] : [[at - startedAt, at - committedAt]];
  });

/** People who write, each with a second device that waits for it. */
export type Crowd = { writers: Person[]; devices: Device[] };

/** Signs them up and connects their devices: that is not part of what a write costs. */
export const gather = async (url: string): Promise<Crowd> => {
  const writers = await signUpAll(url);
  return { writers, devices: await Promise.all(writers.map((person) => liveDevice(person))) };
};

/** 50 writes a second, until the devices have heard of all. */
export const measureDevices = async (
  { writers, devices }: Crowd,
  seconds: number,
): Promise<Row[]> => {
  const sent = new Map<string, number>();
  const owners = new Map<string, number>();
  const run = await atRate(perSecond, seconds, async (at) => {
    const id = newId();
    owners.set(id, at % people);
    const startedAt = nowMs();
    await create(writers[at % people] as Person, id, at);
    sent.set(id, startedAt);
  });
  const waitFor = [...owners].filter(([id]) => sent.has(id));
  await Promise.all(waitFor.map(async ([id, owner]) => devices[owner]?.update(id)));
  const figures = devices.flatMap((device) => heard(device, sent));
  await Promise.all(devices.map((device) => device.leave()));
  const asRun = (times: number[]): Run => ({
    times,
    errors: sent.size - times.length,
    totalMs: run.totalMs,
  });
  return [
    { name: `write acknowledged, ${perSecond}/s for ${seconds} s`, run },
    {
      name: "other device: request sent → frame received",
      run: asRun(figures.map(([sinceSent]) => sinceSent)),
    },
    {
      name: "other device: commit → frame received",
      run: asRun(figures.map(([, sinceCommit]) => sinceCommit)),
    },
  ];
};
