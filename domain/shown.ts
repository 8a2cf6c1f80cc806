// What devices show of an event. Called by the gateway's feed and by the consumer that keeps `task-updates` for outside readers.
import {
  type ChatEvent,
  type DirectoryEvent,
  type Event,
  isChatEvent,
  isDirectoryEvent,
  isNoticeEvent,
  isReminderEvent,
  isTaskEvent,
  type TaskEvent,
} from "./event.ts";
import type { NoticeEvent, ReminderEvent } from "./reminder-event.ts";
import type { UpdateMessage } from "./update.ts";

/** The message for devices; null when the event shows nothing. It carries the event's id, by which every reader dedupes. */
export const shownOf = (event: Event): UpdateMessage | null => {
  if (isTaskEvent(event)) return taskUpdate(event);
  if (isReminderEvent(event)) return alert(event);
  if (isChatEvent(event)) return chatTurn(event);
  if (isDirectoryEvent(event)) return directory(event);
  return isNoticeEvent(event) ? notice(event) : null;
};

const attributes = (event: Event) => ({
  specversion: "1.0" as const,
  id: event.id,
  source: event.source,
  subject: event.subject,
  time: event.time,
  datacontenttype: "application/json" as const,
  ...(event.traceparent === undefined ? {} : { traceparent: event.traceparent }),
});

const taskUpdate = (event: TaskEvent): UpdateMessage => ({
  ...attributes(event),
  type: "punctual.update.task.v1",
  data: {
    audience: [event.ownerid],
    update: {
      eventId: event.id,
      taskId: event.subject,
      version: event.sequence,
      change: event.type,
      task: event.data.task.deletedAt === null ? event.data.task : null,
      actorId: event.actorid,
      device: event.device ?? null,
      commandId: event.commandid,
      correlationId: event.correlationid,
    },
  },
});

/** Devices hear of a reminder when it is told, and when one that was told is not to be shown any more. */
const alert = (event: ReminderEvent): UpdateMessage | null => {
  const { status, taskId, title, reminderIds, changes } = event.data;
  const isTold = event.type === "punctual.reminder.fired.v1" && status.toldWith === null;
  const isOver = changes["state"]?.before === "fired" && status.state !== "fired";
  if (!isTold && !isOver) return null;
  const { reminderId: id, sequence, generation, occurrence, state, ...rest } = status;
  const { scheduledFor, firedAt, lateByMs } = rest;
  return {
    ...attributes(event),
    type: "punctual.update.alert.v1",
    data: {
      audience: [event.ownerid],
      alert: {
        id,
        taskId,
        title,
        reminderIds,
        sequence,
        generation,
        occurrence,
        state,
        scheduledFor,
        firedAt,
        lateByMs,
      },
    },
  };
};

const notice = (event: NoticeEvent): UpdateMessage | null => {
  const { id, kind, missed, refused = [], createdAt } = event.data.notice;
  if (event.type !== "punctual.notice.due.v1" || kind === "test") return null;
  return {
    ...attributes(event),
    type: "punctual.update.notice.v1",
    data: {
      audience: [event.ownerid],
      notice: {
        id,
        kind,
        title: noticeTitles[kind],
        text: [
          ...missed.map(({ title }) => title),
          ...refused.map(({ title, reason }) => `“${title}”: ${reason}`),
        ].join(", "),
        taskIds: [...new Set([...missed, ...refused].flatMap(({ taskId }) => taskId ?? []))],
        at: createdAt,
      },
    },
  };
};

const noticeTitles = {
  digest: "Your day",
  summary: "Reminders you missed",
  refused: "A change was not made",
};

/** A turn is shown once, with its answer. */
const chatTurn = (event: ChatEvent): UpdateMessage | null =>
  event.type === "punctual.chat.answered.v1"
    ? {
        ...attributes(event),
        type: "punctual.update.turn.v1",
        data: { audience: [event.ownerid], turn: event.data.turn },
      }
    : null;

/** It goes out whole: it is small, and whoever missed one change has it with the next. */
const directory = (event: DirectoryEvent): UpdateMessage => ({
  ...attributes(event),
  type: "punctual.update.directory.v1",
  data: { audience: [event.ownerid], directory: event.data.directory },
});
