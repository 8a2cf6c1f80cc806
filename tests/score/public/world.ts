// The list against which the public utterances are read: an everyday one, written before any of them was. Called by public.ts.
import { emptyConversation } from "../../../domain/conversation.ts";
import type { Context } from "../../../gateway/chat/interpretation.ts";
import type { Task } from "../../../domain/task.ts";
import { now, settings, taskCalled } from "../../chat-world.ts";

const on = (at: string) => ({ kind: "day", at }) as const;
const at = (moment: string) => ({ kind: "floating", at: moment }) as const;
const reminder = (index: number) => ({
  id: `00000000-0000-7000-9000-${String(index).padStart(12, "0")}`,
  trigger: { kind: "relative" as const, to: "due" as const, minutes: 0 },
  channels: null,
});

const wanted: [string, Partial<Task>][] = [
  ["Milk", { tags: ["shopping"] }],
  ["Eggs", { tags: ["shopping"] }],
  ["Bananas", { tags: ["groceries"] }],
  ["Laundry", {}],
  ["Wash the dog", {}],
  ["Mow the lawn", { due: on("2026-11-28") }],
  ["Dentist appointment", { due: at("2026-11-26T15:00"), reminders: [reminder(1)] }],
  ["Team meeting", { due: at("2026-11-27T10:00"), reminders: [reminder(2)], project: "Work" }],
  ["Call mum", { due: on("2026-11-25") }],
  ["Pay electricity bill", { due: on("2026-12-01"), project: "Home" }],
  ["Wake up", { due: at("2026-11-26T06:00"), reminders: [reminder(3)] }],
  ["Book flights", { project: "Travel" }],
];
const tasks = wanted.map(([title, more], index) => taskCalled(title, index, more));

/** A context for one message, with nothing said before. */
export const everydayContext = (): Context => ({
  now: now.toISOString(),
  zone: settings.timeZone,
  settings,
  tasks,
  conversation: emptyConversation,
});
