// A device that was away: with its cursor it gets exactly what it missed, without one that still holds, everything.
import { expect, test } from "vitest";
import { signUp } from "../client.ts";
import { liveDevice, openDevice } from "../device.ts";
import { sharedStack } from "../stack.ts";

const { url } = sharedStack();

/** Cursor `2:17.5:3` → offsets by partition. */
/** The topic of a cursor, and its partitions and offsets. */
const readCursor = (cursor: string) => {
  const [topicId = "", places = ""] = cursor.split("@");
  return { topicId, positions: places.split(".").map((one) => one.split(":").map(Number)) };
};

test("a device that comes back with its cursor gets exactly what it missed, in order", async () => {
  const [person, neighbour] = await Promise.all([signUp(url), signUp(url, "Bob")]);
  const kept = await person.create({ title: "kept" });
  const device = await liveDevice(person);
  const before = await person.patch(kept.id, { priority: 1 });
  await device.update(kept.id, 2);
  const cursor = device.cursor();
  await device.leave();

  const made = await person.create({ title: "made meanwhile" });
  await neighbour.create({ title: "not yours" });
  await person.patch(kept.id, { title: "renamed meanwhile" });
  await person.post(made.id, "/complete");
  await person.remove(kept.id);
  const watcher = await liveDevice(neighbour);
  await neighbour.create({ title: "not yours either" });
  await watcher.leave();

  const back = await liveDevice(person, cursor);
  expect(await back.frame("welcome")).toMatchObject({ resumed: true });
  await back.update(kept.id, 4);
  expect(back.updates().map(({ update }) => [update.taskId, update.version])).toEqual([
    [made.id, 1],
    [kept.id, 3],
    [made.id, 2],
    [kept.id, 4],
  ]);
  expect(back.frames.map(({ frame }) => frame.type)).not.toContain("snapshot");
  expect(before.version).toBe(2);
  await back.leave();
});

test("cut at any update, the cursor of the last one seen continues without a gap and without a repetition", async () => {
  const person = await signUp(url);
  const first = await liveDevice(person);
  const start = first.cursor();
  for (let at = 0; at < 6; at += 1) await person.create({ title: `task ${at}` });
  const last = await person.create({ title: "the last" });
  await first.update(last.id);
  await first.leave();
  const all = first.updates().map(({ update }) => update.eventId);
  const cursors = [start, ...first.updates().map(({ cursor }) => cursor)];
  for (const [seen, cursor] of cursors.entries()) {
    const back = await liveDevice(person, cursor);
    expect((await back.frame("welcome")).resumed).toBe(true);
    expect(back.updates().map(({ update }) => update.eventId)).toEqual(all.slice(seen));
    await back.leave();
  }
});

test("a device whose cursor is too old, from another time or from nowhere gets a snapshot", async () => {
  const person = await signUp(url);
  const task = await person.create({ title: "mine" });
  const device = await liveDevice(person);
  const cursor = device.cursor() ?? "";
  await device.leave();
  const { topicId, positions } = readCursor(cursor);
  const ahead = positions.map(([at, offset]) => `${at}:${(offset ?? 0) + 1_000_000}`).join(".");
  const [older, first] = [cursor.slice(topicId.length + 1), cursor.split(".")[0] ?? ""];
  const another = `${"A".repeat(22)}@${older}`;
  for (const odd of ["0:0", `${topicId}@99:5`, `${topicId}@${ahead}`, first, older, another]) {
    const back = await liveDevice(person, odd);
    expect([odd, (await back.frame("welcome")).resumed]).toEqual([odd, false]);
    expect([...back.shown.values()]).toEqual([task]);
    expect(back.cursor()).toBe(cursor);
    await back.leave();
  }
});

test("a snapshot comes in pages and holds every task that is not in the trash", async () => {
  const person = await signUp(url);
  const made = [];
  for (let batch = 0; batch < 26; batch += 1) {
    const eight = Array.from({ length: 8 }, (_, at) =>
      person.create({ title: `task ${batch * 8 + at}` }),
    );
    made.push(...(await Promise.all(eight)));
  }
  for (const { id } of made.slice(0, 3)) await person.remove(id);
  const device = await liveDevice(person);
  const pages = device.frames.flatMap(({ frame }) => (frame.type === "snapshot" ? [frame] : []));
  expect(pages.map(({ first, more }) => [first, more])).toEqual([
    [true, true],
    [false, false],
  ]);
  const expected = made.slice(3).map(({ id }) => id);
  expect([...device.shown.keys()].toSorted()).toEqual(expected.toSorted());
  await device.leave();
});

test("a device that comes while others write ends up with the same list as everyone", async () => {
  const person = await signUp(url);
  let writing = true;
  const write = async (): Promise<void> => {
    for (let at = 0; writing; at += 1) {
      const { id } = await person.create({ title: `task ${at}` });
      if (at % 3 === 0) await person.post(id, "/complete");
      if (at % 5 === 0) await person.remove(id);
    }
  };
  const writers = Promise.all([write(), write()]);
  const devices = [];
  for (let at = 0; at < 8; at += 1) devices.push(await liveDevice(person));
  writing = false;
  await writers;
  const marker = await person.create({ title: "marker" });
  const expected = (await person.list()).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  for (const device of devices) {
    await device.update(marker.id);
    expect([...device.shown.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(expected);
    await device.leave();
  }
});

test("two devices of one person both get a change, and the one that made it recognises its own", async () => {
  const person = await signUp(url);
  const [phone, laptop] = await Promise.all([liveDevice(person), liveDevice(person)]);
  const task = await person.create({ title: "x" }, { "x-device-id": "phone" });
  for (const device of [phone, laptop]) {
    const { frame } = await device.update(task.id);
    expect(frame.update).toMatchObject({ device: "phone", task });
    await device.leave();
  }
});

test("a cursor given by the snapshot of one device is good for another of the same person", async () => {
  const person = await signUp(url);
  const phone = await liveDevice(person);
  const cursor = phone.cursor();
  await phone.leave();
  const task = await person.create({ title: "x" });
  const laptop = await openDevice(url, { token: person.token, ...(cursor && { cursor }) });
  await laptop.update(task.id);
  expect((await laptop.frame("welcome")).resumed).toBe(true);
  await laptop.leave();
});
