// A person's list on Wednesday 25 November 2026 at 10:00 in Berlin, and interpretations in words, for the chat's tests.
import { type Command, isTaskCommand } from "../domain/command.ts";
import type { Id } from "../domain/ids.ts";
import type { Recurrence } from "../domain/recurrence.ts";
import type { Trigger } from "../domain/reminder.ts";
import { defaultSettings, type Settings } from "../domain/settings.ts";
import type { Task } from "../domain/task.ts";
import type { Conversation } from "../domain/conversation.ts";
import type { Context, Interpretation } from "../gateway/chat/interpret.ts";
import { exampleTask } from "./examples.ts";

export const now = new Date("2026-11-25T09:00:00.000Z");
export const settings: Settings = {
  ...defaultSettings,
  timeZone: "Europe/Berlin",
  defaultLeadMinutes: null,
};
export const owner: Id = "00000000-0000-7000-8000-999999999999";

/** A task of the person; ids are made from `title`'s place in the list. */
export const taskCalled = (title: string, index: number, more: Partial<Task> = {}): Task =>
  exampleTask({
    id: `00000000-0000-7000-8000-${String(index).padStart(12, "0")}`,
    ownerId: owner,
    title,
    position: index,
    createdAt: "2026-11-20T09:00:00.000Z",
    updatedAt: "2026-11-20T09:00:00.000Z",
    ...more,
  });

const at = (moment: string) => ({ kind: "floating" as const, at: moment });
const on = (day: string) => ({ kind: "day" as const, at: day });
const done = (at_: string): Partial<Task> => ({ status: "done", completedAt: at_, updatedAt: at_ });

const wanted: [string, Partial<Task>][] = [
  ["Buy groceries", { due: at("2026-11-26T17:00"), tags: ["home"], priority: 1 }],
  ["Call mum", { due: on("2026-11-25") }],
  ["Call Bob", {}],
  ["Write report", { project: "Work", due: on("2026-11-23") }],
  ["File taxes", { project: "Work", due: on("2026-12-01"), priority: 2 }],
  ["Buy milk and eggs", {}],
  ["Talk to Bob about travel", {}],
  ["Dentist appointment", { due: at("2026-11-27T15:30") }],
  ["Water plants", done("2026-11-25T07:00:00.000Z")],
  ["Old draft", done("2026-11-20T07:00:00.000Z")],
  ["Secret plan", { deletedAt: "2026-11-24T07:00:00.000Z" }],
];
export const tasks: Task[] = wanted.map(([title, more], index) => taskCalled(title, index, more));

const every = (rrule: string, due: Task["due"], more: Partial<Task> = {}): Partial<Task> => {
  const slot = due?.at ?? "";
  const id = "00000000-0000-5000-8000-000000000001";
  return {
    due,
    recurrence: { rrule, anchor: "schedule", overflow: "clamp" },
    occurrence: { id, seriesId: owner, start: slot, slot, zone: null, position: 1 },
    ...more,
  };
};
const reminding = (...triggers: Trigger[]): Partial<Task> => ({
  reminders: triggers.map((trigger, index) => ({
    id: `00000000-0000-7000-9000-${String(index).padStart(12, "0")}`,
    trigger,
    channels: null,
  })),
});
const before = (minutes: number): Trigger => ({ kind: "relative", to: "due", minutes: -minutes });

const repeated: [string, Partial<Task>][] = [
  ["Yoga", every("FREQ=WEEKLY;BYDAY=MO", at("2026-11-30T18:00"), reminding(before(30)))],
  ["Pay rent", every("FREQ=MONTHLY;BYMONTHDAY=1", on("2026-12-01"))],
  // Told an hour ago.
  ["Take pills", every("FREQ=DAILY", at("2026-11-25T09:00"), reminding(before(0), before(-120)))],
  ["Team retro", every("FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", at("2026-11-26T14:00"))],
  [
    "Renew passport",
    { deadline: "2026-12-20", ...reminding({ kind: "wall", when: on("2026-12-01") }) },
  ],
];
/** The list with tasks that repeat and remind. */
export const routine: Task[] = [
  ...tasks,
  ...repeated.map(([title, more], index) => taskCalled(title, 100 + index, more)),
];

/** The context of a message. `shown` are titles shown last. */
export const contextWith = (
  shown: string[] = [],
  question: Conversation["question"] = null,
  list: Task[] = tasks,
): Context => ({
  now: now.toISOString(),
  zone: "Europe/Berlin",
  settings,
  tasks: list,
  conversation: {
    recent: [],
    question,
    shownTaskIds: shown.map((title) => list.find((task) => task.title === title)?.id ?? title),
  },
});

const titleOf = (id: Id): string => routine.find((task) => task.id === id)?.title ?? id;

/** A command in a few words: `add milk 2026-11-26 @home p1`, `complete Call mum`, `patch Call mum {…}`. */
export const inWords = (command: Command): string => {
  if (!isTaskCommand(command)) return command.type;
  const verb = command.type.replace(/^task\./, "");
  if (command.type === "task.patch") {
    return `${verb} ${titleOf(command.taskId)} ${sayChanges(command.changes)}`;
  }
  if (command.type === "reminder.add")
    return `remind ${titleOf(command.taskId)} ${sayTrigger(command.reminder.trigger)}`;
  if (command.type === "reminder.change" && command.changes.trigger)
    return `${verb} ${titleOf(command.taskId)} ${sayTrigger(command.changes.trigger)}`;
  if (command.type === "reminder.snooze")
    return `snooze ${titleOf(command.taskId)} ${command.until}`;
  if (command.type === "task.complete" && command.forever === true)
    return `${verb} ${titleOf(command.taskId)} forever`;
  if (command.type !== "task.create") return `${verb} ${titleOf(command.taskId)}`;
  const { title, due, deadline, durationMinutes, priority, project, tags } = command.fields;
  const { recurrence, reminders, assignee } = command.fields;
  const more = [
    due?.at,
    recurrence && sayRule(recurrence),
    ...(reminders ?? []).map(({ trigger }) => sayTrigger(trigger)),
    deadline && `{${deadline}}`,
    durationMinutes && `${durationMinutes}min`,
    project && `#${project}`,
    assignee && `+${assignee}`,
    ...(tags ?? []).map((tag) => `@${tag}`),
    priority && `p${priority}`,
  ];
  return ["add", title, ...more.filter(Boolean)].join(" ");
};

/** `[FREQ=DAILY]`, with an exclamation mark where it counts from the completion. */
const sayRule = ({ rrule, anchor }: Recurrence): string =>
  `[${rrule}${anchor === "completion" ? " !" : ""}]`;

/** `!-30` minutes from the due, `!2026-11-25T17:00` a wall clock, `!2026-11-25T09:05:00.000Z` an instant. */
const sayTrigger = (trigger: Trigger): string => {
  if (trigger.kind === "instant") return `!${trigger.at}`;
  if (trigger.kind === "wall") return `!${trigger.when.at}`;
  return `!${trigger.minutes}${trigger.to === "deadline" ? " deadline" : ""}`;
};

const sayChanges = (changes: object): string =>
  Object.entries(changes)
    .map(([field, value]) => `${field}=${sayValue(value)}`)
    .join(" ");

const sayValue = (value: unknown): string => {
  if (Array.isArray(value)) return value.join(",");
  if (typeof value === "object" && value !== null && "rrule" in value)
    return sayRule(value as Recurrence);
  const isDue = typeof value === "object" && value !== null && "at" in value;
  return isDue ? String(value.at) : String(value);
};

/** An interpretation as one line: commands, `ask: label | label`, or `kind: title; title`. */
export const said = ({ commands, ask, answer }: Interpretation): string => {
  if (commands.length > 0) return commands.map(inWords).join("; ");
  if (ask) return `ask: ${ask.choices.map(({ label }) => label).join(" | ")}`;
  if (answer?.taskIds) return `${answer.kind}: ${answer.taskIds.map(titleOf).join("; ")}`;
  return answer?.kind ?? "nothing";
};
