// The events of a person's settings and notices, as they go into the outbox.
import type { Origin } from "../../domain/command.ts";
import { diff, type UserEvent } from "../../domain/event.ts";
import { originAttributes } from "../../domain/event-attributes.ts";
import type { Id } from "../../domain/ids.ts";
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
    changes: diff(null, { kind: notice.kind, deliveries: notice.deliveries }),
  },
});
