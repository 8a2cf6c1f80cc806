// The entrance of the log: bytes of a Kafka record become an event, or the reason why not. Called by the consumers' reader, replay and the gateway's feed.
import {
  ChatEvent,
  ChatEventType,
  DirectoryEvent,
  DirectoryEventType,
  TaskEvent,
  TaskEventType,
  UserEvent,
  UserEventType,
  type Event,
} from "./event.ts";
import {
  NoticeEvent,
  NoticeEventType,
  ReminderEvent,
  ReminderEventType,
} from "./reminder-event.ts";
import { parse, refuse, type Result } from "./result.ts";

/** The event in a record's value. The refusal's message names the field that is wrong; it never quotes the value. */
export const readEvent = (value: Buffer): Result<Event> => {
  const json = readJson(value);
  if (!json.ok) return json;
  const type = typeOf(json.value);
  if (TaskEventType.safeParse(type).success) return sound(parse(TaskEvent, json.value));
  if (UserEventType.safeParse(type).success) return parse(UserEvent, json.value);
  if (ReminderEventType.safeParse(type).success)
    return soundReminder(parse(ReminderEvent, json.value));
  if (NoticeEventType.safeParse(type).success) return soundNotice(parse(NoticeEvent, json.value));
  if (ChatEventType.safeParse(type).success) return soundChat(parse(ChatEvent, json.value));
  if (DirectoryEventType.safeParse(type).success)
    return soundDirectory(parse(DirectoryEvent, json.value));
  return refuse("invalid", "type: must be the type of an event that this version knows");
};

const readJson = (value: Buffer): Result<unknown> => {
  try {
    return { ok: true, value: JSON.parse(new TextDecoder("utf8", { fatal: true }).decode(value)) };
  } catch {
    return refuse("invalid", "the record is not JSON in UTF-8");
  }
};

const typeOf = (json: unknown): unknown =>
  typeof json === "object" && json !== null && "type" in json ? json.type : undefined;

/** An event whose parts speak of different tasks, owners or versions would spoil a copy for good. */
const sound = (event: Result<TaskEvent>): Result<TaskEvent> => {
  if (!event.ok) return event;
  const { subject, ownerid, sequence, data } = event.value;
  const same =
    data.task.id === subject && data.task.ownerId === ownerid && data.task.version === sequence;
  return same ? event : refuse("invalid", "data.task: must be the task that the event is about");
};

const soundReminder = (event: Result<ReminderEvent>): Result<ReminderEvent> => {
  if (!event.ok) return event;
  const { subject, sequence, data } = event.value;
  const { reminderId, taskId, sequence: ofStatus } = data.status;
  const same = reminderId === subject && taskId === data.taskId && ofStatus === sequence;
  return same ? event : refuse("invalid", "data.status: must be of the reminder of the event");
};

const soundNotice = (event: Result<NoticeEvent>): Result<NoticeEvent> => {
  if (!event.ok) return event;
  const same = event.value.data.notice.id === event.value.subject;
  return same ? event : refuse("invalid", "data.notice: must be the notice of the event");
};

const soundChat = (event: Result<ChatEvent>): Result<ChatEvent> => {
  if (!event.ok) return event;
  const { subject, correlationid, data } = event.value;
  const same = data.turn.id === subject && data.turn.correlationId === correlationid;
  return same ? event : refuse("invalid", "data.turn: must be the turn of the event");
};

const soundDirectory = (event: Result<DirectoryEvent>): Result<DirectoryEvent> => {
  if (!event.ok) return event;
  const same = event.value.data.directory.version === event.value.sequence;
  return same ? event : refuse("invalid", "data.directory: must be as the event left it");
};
