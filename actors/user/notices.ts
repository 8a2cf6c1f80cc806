// The rules of digests and summaries (semantics: Reminders). Pure: (doc, now) → the doc after it and what the log says.
import { Temporal } from "temporal-polyfill";
import type { Id } from "../../domain/ids.ts";
import type { Channel } from "../../domain/reminder.ts";
import type {
  Attempt,
  MissedReminder,
  NoticeEventType,
  PersonNotice,
  RefusedChange,
} from "../../domain/reminder-event.ts";
import { toInstant, toLocal } from "../../domain/time.ts";
import {
  begin,
  nextAttemptMs,
  type NoticeReport,
  type Outcome,
  report,
  retry,
} from "../delivery/deliveries.ts";
import type { UserDoc } from "./state.ts";

/** What happened to a notice. */
export type NoticeDecided = { type: NoticeEventType; notice: PersonNotice; attempts: Attempt[] };
export type NoticeDecision = { doc: UserDoc; told: NoticeDecided[] };

/** What is late together is told together: the summary waits this long for more, ms. */
const gatherMs = 60_000;
const maxMissed = 200;
const keptNotices = 20;

/** A reminder came too late to be told by itself: the next summary tells it. Null when it is in it already. */
export const addMissed = (doc: UserDoc, missed: MissedReminder, now: Date): UserDoc | null => {
  const known = doc.missed?.reminders ?? [];
  const isKnown = known.some(
    (one) =>
      one.taskId === missed.taskId &&
      one.reminderId === missed.reminderId &&
      one.scheduledFor === missed.scheduledFor,
  );
  if (isKnown || known.length >= maxMissed) return null;
  const since = doc.missed?.since ?? now.toISOString();
  return { ...doc, missed: { since, reminders: [...known, missed] } };
};

/** Tells what was gathered, if it is time. */
export const summarize = (doc: UserDoc, newId: () => Id, now: Date): NoticeDecision | null => {
  const at = summaryMs(doc);
  if (doc.missed === null || at === null || at > now.getTime()) return null;
  const { reminders } = doc.missed;
  return tell({ ...doc, missed: null }, { id: newId(), kind: "summary", missed: reminders }, now);
};

/** Tells on the devices what was promised and not done; null when it was told before. */
export const tellRefused = (
  doc: UserDoc,
  { noticeId: id, refused }: { noticeId: Id; refused: RefusedChange[] },
  now: Date,
): NoticeDecision | null => {
  if (doc.notices.some((one) => one.id === id)) return null;
  const day = localDay(doc, now);
  const made = { id, kind: "refused" as const, missed: [], refused, deliveries: [] };
  const notice = { ...made, day, createdAt: now.toISOString() };
  return decided(doc, [{ type: "punctual.notice.due.v1", notice, attempts: [] }]);
};

/** Tries one channel, once; null when that was done under this name before. */
export const tellTest = (
  doc: UserDoc,
  { noticeId: id, channel }: { noticeId: Id; channel: Channel },
  now: Date,
): NoticeDecision | null => {
  if (doc.notices.some((one) => one.id === id)) return null;
  // Nobody waits for a second try.
  const deliveries = begin([channel], now).map((one) => ({ ...one, nextAttemptAt: null }));
  const made = { id, kind: "test" as const, missed: [], deliveries };
  const notice = { ...made, day: localDay(doc, now), createdAt: now.toISOString() };
  const attempts = [{ channel, attempt: 1 }];
  const notices = doc.notices.filter((one) => !isOver(one, channel));
  return decided({ ...doc, notices }, [{ type: "punctual.notice.due.v1", notice, attempts }]);
};

/** Of a test nobody needs the former one, so however many there are, they push no other notice out. What is on its way is waited for. */
const isOver = ({ kind, deliveries }: PersonNotice, again: Channel): boolean =>
  kind === "test" &&
  deliveries.every(({ channel, state }) => channel === again || state !== "pending");

/** A test is over with its first try. */
const forGood = (outcome: Outcome): Outcome =>
  outcome.ok ? outcome : { ...outcome, permanent: true };

/** Tells the day, if it is time and was not told yet. */
export const digest = (doc: UserDoc, newId: () => Id, now: Date): NoticeDecision | null => {
  const at = digestMs(doc, now);
  if (at === null || at > now.getTime()) return null;
  const digestedDay = localDay(doc, now);
  return tell({ ...doc, digestedDay }, { id: newId(), kind: "digest", missed: [] }, now);
};

/** After a change of the settings: a digest time that is over today already means tomorrow. */
export const settleDigest = (before: UserDoc, after: UserDoc, now: Date): UserDoc => {
  const isSame =
    before.user.settings.digestTime === after.user.settings.digestTime &&
    before.user.settings.timeZone === after.user.settings.timeZone;
  const at = digestMs(after, now);
  if (isSame || at === null || at > now.getTime()) return after;
  return { ...after, digestedDay: localDay(after, now) };
};

/** Takes the report of an attempt; null when it changes nothing. */
export const takeReport = (
  doc: UserDoc,
  given: NoticeReport,
  now: Date,
  random: number,
): NoticeDecision | null => {
  const before = doc.notices.find(({ id }) => id === given.noticeId);
  const outcome = before?.kind === "test" ? forGood(given.outcome) : given.outcome;
  const reported = before && report(before.deliveries, { ...given, outcome }, now, random);
  if (!before || !reported) return null;
  const { channel, attempt } = given;
  const notice = { ...before, deliveries: reported.deliveries };
  const type = `punctual.notice.${reported.is}.v1` as const;
  return decided(doc, [{ type, notice, attempts: [{ channel, attempt }] }]);
};

/** Begins all attempts whose time has come; null when there is none. */
export const retryDue = (doc: UserDoc, now: Date): NoticeDecision | null => {
  const told = doc.notices.flatMap((before): NoticeDecided[] => {
    const { deliveries, attempts, gaveUp } = retry(before.deliveries, now);
    if (attempts.length === 0 && !gaveUp) return [];
    const type =
      attempts.length === 0 ? "punctual.notice.failed.v1" : "punctual.notice.retry-due.v1";
    return [{ type, notice: { ...before, deliveries }, attempts }];
  });
  return told.length === 0 ? null : decided(doc, told);
};

/** When there is something to do: ms since 1970 by the name of the actor's reminder, null for nothing. */
export const wanted = (doc: UserDoc, now: Date) => ({
  deliver: nextAttemptMs(doc.notices.flatMap(({ deliveries }) => deliveries)),
  summary: summaryMs(doc),
  digest: digestMs(doc, now),
});

const summaryMs = ({ missed }: UserDoc): number | null =>
  missed === null ? null : Date.parse(missed.since) + gatherMs;

/** The instant of the digest of the first day that had none: today's, perhaps in the past, or tomorrow's. */
const digestMs = (doc: UserDoc, now: Date): number | null => {
  const { digestTime, timeZone } = doc.user.settings;
  if (digestTime === null) return null;
  const today = localDay(doc, now);
  const isTold = doc.digestedDay !== null && doc.digestedDay >= today;
  const day = Temporal.PlainDate.from(today).add({ days: isTold ? 1 : 0 });
  return Date.parse(toInstant(`${day.toString()}T${digestTime}`, timeZone));
};

const localDay = ({ user }: UserDoc, now: Date): string =>
  toLocal(now.toISOString(), user.settings.timeZone).slice(0, 10);

const tell = (
  doc: UserDoc,
  made: Pick<PersonNotice, "id" | "kind" | "missed">,
  now: Date,
): NoticeDecision => {
  const deliveries = begin(doc.user.settings.channels, now);
  const notice = { ...made, day: localDay(doc, now), createdAt: now.toISOString(), deliveries };
  const attempts = deliveries.map(({ channel, attempt }) => ({ channel, attempt }));
  return decided(doc, [{ type: "punctual.notice.due.v1", notice, attempts }]);
};

const decided = (doc: UserDoc, told: NoticeDecided[]): NoticeDecision => {
  const changed = new Map(told.map(({ notice }) => [notice.id, notice]));
  const known = doc.notices.map((one) => changed.get(one.id) ?? one);
  const added = told.flatMap(({ notice }) =>
    doc.notices.some(({ id }) => id === notice.id) ? [] : [notice],
  );
  return { doc: { ...doc, notices: [...known, ...added].slice(-keptNotices) }, told };
};
