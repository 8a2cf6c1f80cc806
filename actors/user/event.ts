// The events of a person's settings, notices and conversation, as they go into the outbox.
import type { Origin } from "../../domain/command.ts";
import type { TurnEnvelope } from "../../domain/conversation.ts";
import type { Directory } from "../../domain/directory/directory.ts";
import type { DirectoryStep } from "../../domain/directory/reply.ts";
import { type ChatEvent, diff, type DirectoryEvent, type UserEvent } from "../../domain/event.ts";
import { originAttributes } from "../../domain/event-attributes.ts";
import { derivedId, type Id } from "../../domain/ids.ts";
import type { NoticeEvent } from "../../domain/reminder-event.ts";
import type { User } from "../../domain/user.ts";
import type { UserDecision } from "./decide.ts";
import type { NoticeDecided } from "./notices.ts";

const source = "/punctual/actors/user";

export const userEvent = (
  user: User,
  event: NonNullable<UserDecision["event"]>,
  origin: Origin,
  eventId: Id,
): UserEvent => ({
  ...originAttributes(origin),
  id: eventId,
  source,
  type: event.type,
  subject: user.id,
  time: user.updatedAt,
  sequence: user.version,
  ownerid: user.id,
  data: { changes: event.changes, user },
});

/** `sequence` is the version of the directory after it. */
export const directoryEvent = (
  directory: Directory,
  { kind, id, was, changes }: DirectoryStep,
  origin: Origin,
  made: { id: Id; now: Date },
): DirectoryEvent => ({
  ...originAttributes(origin),
  id: made.id,
  source,
  type: `punctual.${kind}.${was}.v1`,
  subject: id,
  time: made.now.toISOString(),
  sequence: directory.version,
  ownerid: origin.actorId,
  data: { changes, directory },
});

/** `sequence` counts all changes of the person's notices. */
export const noticeEvent = (
  user: User,
  { type, notice, attempts }: NoticeDecided,
  origin: Origin,
  made: { id: Id; now: Date; sequence: number },
): NoticeEvent => ({
  ...originAttributes(origin),
  id: made.id,
  source,
  type,
  subject: notice.id,
  time: made.now.toISOString(),
  sequence: made.sequence,
  ownerid: user.id,
  data: {
    notice,
    timeZone: user.settings.timeZone,
    locale: user.settings.locale,
    attempts,
    changes: diff(null, {
      kind: notice.kind,
      deliveries: notice.deliveries,
      ...(notice.refused ? { refused: notice.refused } : {}),
    }),
  },
});

/**
 * What was said, and what was answered: two events of one turn, which share the correlation id of its changes. The answer's cause is
 * the turn. A turn told twice is the same two events: every reader dedupes by id.
 */
export const chatEvents = (
  { turn, origin }: Pick<TurnEnvelope, "turn" | "origin">,
  ownerId: Id,
  now: Date,
): ChatEvent[] => {
  const { message, text, choices, undoes, interpreter } = turn;
  const common = { ...originAttributes(origin), source, subject: turn.id, ownerid: ownerId };
  const answer = { text, ...(choices.length > 0 ? { choices } : {}), undoes, interpreter };
  return [
    {
      ...common,
      id: derivedId(turn.id, "message"),
      type: "punctual.chat.message.v1",
      time: turn.at,
      sequence: 1,
      data: { changes: diff(null, { message }), turn },
    },
    {
      ...common,
      id: derivedId(turn.id, "answered"),
      causationid: turn.id,
      type: "punctual.chat.answered.v1",
      time: now.toISOString(),
      sequence: 2,
      data: { changes: diff(null, answer), turn },
    },
  ];
};
