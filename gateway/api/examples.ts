// The examples of the API page: one believable task, followed through the routes.
import { defaultSettings, type Settings } from "../../domain/settings.ts";
import type { Task } from "../../domain/task.ts";

export const exampleId = "0198c2a4-7b1e-7c3d-9f00-3a5b6c7d8e9f";

export const exampleTask: Task = {
  id: exampleId,
  ownerId: "0198c2a0-11aa-7bbb-8ccc-1234567890ab",
  title: "Buy groceries",
  description: "",
  status: "open",
  priority: 1,
  tags: ["home"],
  project: null,
  section: null,
  assignee: null,
  due: { kind: "floating", at: "2026-12-01T17:00" },
  deadline: null,
  durationMinutes: null,
  reminders: [],
  recurrence: null,
  onMissed: "keep",
  parentId: null,
  occurrence: null,
  position: 1796055600000,
  version: 1,
  createdAt: "2026-11-30T09:00:00.000Z",
  updatedAt: "2026-11-30T09:00:00.000Z",
  completedAt: null,
  deletedAt: null,
};

export const exampleSettings: Settings = {
  ...defaultSettings,
  timeZone: "Europe/Berlin",
  locale: "en-GB",
};

export const exampleReminderId = "0198c2a4-7b1e-7c3d-9f00-00000000000a";

export const exampleReminder = {
  id: exampleReminderId,
  taskId: exampleId,
  title: exampleTask.title,
  trigger: { kind: "relative" as const, to: "due" as const, minutes: -30 },
  channels: null,
  state: "fired" as const,
  generation: 1,
  occurrence: null,
  plannedFor: "2026-12-01T15:30:00.000Z",
  scheduledFor: "2026-12-01T15:30:00.000Z",
  snoozedUntil: null,
  firedAt: "2026-12-01T15:30:00.004Z",
  lateByMs: 4,
  toldWith: null,
  deliveries: [
    {
      channel: "in_app" as const,
      state: "accepted" as const,
      attempts: 1,
      acceptedAt: "2026-12-01T15:30:00.004Z",
      nextAttemptAt: null,
      reason: null,
      lateByMs: 4,
    },
  ],
};

const origin = {
  actorId: exampleTask.ownerId,
  commandId: "0198c2a4-7b1e-7c3d-9f00-000000000001",
  correlationId: "0198c2a4-7b1e-7c3d-9f00-000000000002",
  causationId: "0198c2a4-7b1e-7c3d-9f00-000000000003",
};

export const exampleEvent = {
  seq: 42,
  eventId: "0198c2a4-7b1e-7c3d-9f00-000000000004",
  type: "punctual.task.completed.v1",
  subject: exampleId,
  ownerId: exampleTask.ownerId,
  ...origin,
  origin: "chat" as const,
  device: "kitchen-tablet",
  traceparent: "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
  version: 2,
  occurredAt: "2026-12-01T16:12:03.512Z",
  recordedAt: "2026-12-01T16:12:03.540Z",
  changes: { status: { before: "open", after: "done" } },
};

export const exampleTurn = {
  id: "0198c2a4-7b1e-7c3d-9f00-000000000005",
  at: "2026-11-30T09:00:00.000Z",
  source: "chat" as const,
  device: "kitchen-tablet",
  message: "Create a task to buy groceries tomorrow 5pm #home p1",
  text: "Added “Buy groceries”: tomorrow 17:00, #home, p1.",
  changes: [{ taskId: exampleId, title: "Buy groceries", what: "created" as const }],
  taskIds: [exampleId],
  choices: [],
  correlationId: origin.correlationId,
  undoes: null,
  interpreter: "grammar" as const,
};

export const exampleChat = {
  turnId: exampleTurn.id,
  correlationId: origin.correlationId,
  undoable: true,
  undoes: null,
  interpreter: "grammar" as const,
  text: exampleTurn.text,
  changes: [{ taskId: exampleId, title: "Buy groceries", what: "created" as const, changes: {} }],
  tasks: [exampleTask],
  choices: [],
};
