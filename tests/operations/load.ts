// What people do for some seconds, so that every figure has something to show: tasks, completions, chats, reminders by webhook, a device. Used by
// metrics.operations.test.ts.
import { newId } from "../../domain/ids.ts";
import { signUp } from "../client.ts";
import { until } from "../dapr.ts";
import { liveDevice } from "../device.ts";
import { startReceiver } from "../http-receiver.ts";
import type { Stack } from "../running-stack.ts";

/** Makes `reminders` reminders that come within some seconds, and resolves when the webhook has had them all. */
export const beBusy = async (stack: Pick<Stack, "url">, reminders: number): Promise<void> => {
  const receiver = await startReceiver();
  const person = await signUp(stack.url);
  const device = await liveDevice(person);
  try {
    const body = { webhookUrl: `${receiver.url}/hook` };
    await person.call("PATCH", "/settings", { body });
    for (let n = 0; n < reminders; n += 1) {
      const at = new Date(Date.now() + 1_500 + 20 * n).toISOString();
      const trigger = { kind: "instant" as const, at };
      const task = await person.create({
        title: `ring ${n}`,
        reminders: [{ id: newId(), trigger, channels: ["webhook"] }],
      });
      if (n % 10 === 0) await person.say("what's due today?");
      if (n % 5 === 0) {
        const other = await person.create({ title: `done ${n}` });
        await person.post(other.id, "/complete");
      }
      await person.read(task.id);
    }
    await until(
      "all reminders are told",
      async () => receiver.received.length >= reminders,
      60_000,
    );
  } finally {
    await device.leave();
    receiver.close();
  }
};
