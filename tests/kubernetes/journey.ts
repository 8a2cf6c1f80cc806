// The journey of a person through an installed Punctual, from outside: sign-up → chat → two devices → a recurring completion → a reminder on time →
// history → undo. Called by the real install.
import { ChatReply } from "../../domain/reply.ts";
import { type Person, signUp } from "../client.ts";
import { until } from "../dapr.ts";
import { type Device, liveDevice } from "../device.ts";

const remindInMs = 4_000;
const reminderWithinMs = 30_000;

const json = async (answer: Response): Promise<unknown> => {
  if (!answer.ok)
    throw new Error(`${answer.url} answered ${answer.status}: ${await answer.text()}`);
  return answer.json();
};

const expectSame = (what: string, found: unknown, wanted: unknown): void => {
  if (found !== wanted) throw new Error(`${what}: ${String(found)}, not ${String(wanted)}`);
};

/** What it says becomes a task on every device; done, the next date is due; one undo brings the first back. */
const recurring = async (person: Person, devices: Device[]): Promise<string[]> => {
  const added = await person.say("water the plants every day at 9am");
  const [task] = added.tasks;
  if (!task) throw new Error(`the chat made no task: ${added.text}`);
  for (const device of devices) await device.update(task.id);
  const done = await person.say("mark water the plants as done");
  const next = await person.read(task.id);
  if (next.due?.at === task.due?.at) throw new Error("done, and the same date is due");
  for (const device of devices) await device.update(task.id, next.version);
  const logged = await until("the change and the message in the log", async () => {
    const { events } = await person.events();
    const found = events.filter(({ correlationId }) => correlationId === done.correlationId);
    return (
      found.some(({ type }) => type.startsWith("punctual.task.")) && found.length >= 2 && found
    );
  });
  const { correlationId } = done;
  const body = { correlationId };
  ChatReply.parse(await json(await person.call("POST", "/history/undo", { body })));
  const back = await person.read(task.id);
  expectSame("after the undo is due", back.due?.at, task.due?.at);
  for (const device of devices) await device.update(task.id, back.version);
  return [
    `recurring: ${task.due?.at} → ${next.due?.at} → undone`,
    `history: ${logged.length} entries under one correlation id`,
  ];
};

/** A reminder rings on every device; says how late. */
const reminder = async (person: Person, devices: Device[]): Promise<string> => {
  const task = await person.create({ title: "call the bank" });
  const at = new Date(Date.now() + remindInMs).toISOString();
  await json(await person.call("POST", "/reminders", { body: { taskId: task.id, at } }));
  const late: number[] = [];
  for (const device of devices) {
    const rung = await device.received(
      "the reminder",
      (frame) => frame.type === "alert" && frame.alert.taskId === task.id,
      reminderWithinMs,
    );
    late.push(Math.round(rung.at - Date.parse(at)));
  }
  return `reminder: on the devices ${late.join(" and ")} ms after it was due`;
};

/** Goes the way; each of `feeds` is an address that a device connects to. Gives a line for each station. */
export const journey = async (url: string, feeds: string[]): Promise<string[]> => {
  const person = await signUp(url);
  await person.say("help"); // from the first message the person's time zone is known
  const devices: Device[] = [];
  try {
    for (const feed of feeds) devices.push(await liveDevice({ url: feed, token: person.token }));
    const lines = await recurring(person, devices);
    return [...lines, await reminder(person, devices)];
  } finally {
    await Promise.all(devices.map((device) => device.leave()));
  }
};
