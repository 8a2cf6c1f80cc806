// Tasks, updates and alerts to test the page's state with. Called by the tests beside it only.
import type { Turn } from "../../domain/conversation.ts";
import type { Alert } from "../../domain/reminder.ts";
import type { Task } from "../../domain/task.ts";
import type { TaskUpdate } from "../../domain/update.ts";

/** A committed task; name what matters to the test. */
export const sampleTask = (more: Partial<Task> = {}): Task => ({
  id: "t1",
  ownerId: "u1",
  version: 1,
  title: "buy groceries",
  description: "",
  status: "open",
  priority: 4,
  tags: [],
  project: null,
  section: null,
  assignee: null,
  due: null,
  deadline: null,
  durationMinutes: null,
  reminders: [],
  recurrence: null,
  onMissed: "keep",
  parentId: null,
  occurrence: null,
  position: 1,
  createdAt: "2026-11-22T10:00:00.000Z",
  updatedAt: "2026-11-22T10:00:00.000Z",
  completedAt: null,
  deletedAt: null,
  ...more,
});

/** The update that carries a task as it is, made on another device. */
export const sampleUpdate = (task: Task, more: Partial<TaskUpdate> = {}): TaskUpdate => ({
  eventId: `e-${task.id}-${task.version}`,
  taskId: task.id,
  version: task.version,
  change: "punctual.task.changed.v1",
  task,
  actorId: "u1",
  device: "phone",
  commandId: "c1",
  correlationId: "r1",
  ...more,
});

/** A reminder of that task, told and not seen yet. */
export const sampleAlert = (more: Partial<Alert> = {}): Alert => ({
  id: "r1",
  taskId: "t1",
  title: "buy groceries",
  reminderIds: ["r1"],
  sequence: 2,
  generation: 1,
  occurrence: null,
  state: "fired",
  scheduledFor: "2026-11-22T10:00:00.000Z",
  firedAt: "2026-11-22T10:00:00.000Z",
  lateByMs: 2,
  ...more,
});

/** A message that was answered in words alone. */
export const sampleTurn = (more: Partial<Turn> = {}): Turn => ({
  id: "turn1",
  at: "2026-11-22T10:00:00.000Z",
  source: "chat",
  device: "laptop",
  message: "hello",
  text: "Hello.",
  changes: [],
  taskIds: [],
  choices: [],
  correlationId: "c1",
  undoes: null,
  interpreter: "grammar",
  ...more,
});
