// Digests at a person's hour and summaries of what was missed: when, once, and what is repeated. Pure.
import { expect, test } from "vitest";
import { newId } from "../../domain/ids.ts";
import type { MissedReminder } from "../../domain/reminder-event.ts";
import type { Settings } from "../../domain/settings.ts";
import { newUser } from "./decide.ts";
import {
  addMissed,
  digest,
  retryDue,
  settleDigest,
  summarize,
  takeReport,
  tellRefused,
  tellTest,
  wanted,
} from "./notices.ts";
import type { UserDoc } from "./state.ts";

const at = (text: string): Date => new Date(`2026-12-${text}:00.000Z`);
const id = newId();

/** A person in Berlin (UTC+1) whose digest comes at eight. */
const docWith = (more: Partial<Settings> = {}, digestedDay: string | null = null): UserDoc => {
  const user = newUser(id, at("01T00:00"));
  const own = { timeZone: "Europe/Berlin", digestTime: "08:00", ...more };
  const settings: Settings = { ...user.settings, ...own };
  return { user: { ...user, settings }, notices: [], missed: null, digestedDay, noticeSequence: 0 };
};

const missed = (n: number): MissedReminder => ({
  taskId: newId(),
  reminderId: newId(),
  title: `missed ${n}`,
  scheduledFor: at("01T00:00").toISOString(),
});

test("the digest is told at the person's hour, once a day", () => {
  const doc = docWith();
  expect(wanted(doc, at("01T05:00")).digest).toBe(at("01T07:00").getTime());
  expect(digest(doc, newId, at("01T06:59"))).toBeNull();
  const told = digest(doc, newId, at("01T07:00"));
  expect(told?.told).toMatchObject([
    { type: "punctual.notice.due.v1", notice: { kind: "digest", day: "2026-12-01" } },
  ]);
  const after = told?.doc as UserDoc;
  expect(digest(after, newId, at("01T08:00"))).toBeNull();
  expect(wanted(after, at("01T08:00")).digest).toBe(at("02T07:00").getTime());
});

test("a digest that an outage held up is told late the same day, and not twice the next", () => {
  const doc = docWith({}, "2026-11-30");
  const late = digest(doc, newId, at("01T15:00"))?.doc as UserDoc;
  expect(late.digestedDay).toBe("2026-12-01");
  expect(wanted(late, at("01T15:00")).digest).toBe(at("02T07:00").getTime());
});

test("an hour that is over today when it is set means tomorrow; one still to come means today", () => {
  const before = docWith({ digestTime: null });
  const over = settleDigest(before, docWith(), at("01T15:00"));
  expect(wanted(over, at("01T15:00")).digest).toBe(at("02T07:00").getTime());
  const toCome = settleDigest(before, docWith({ digestTime: "18:00" }), at("01T15:00"));
  expect(wanted(toCome, at("01T15:00")).digest).toBe(at("01T17:00").getTime());
  expect(wanted(before, at("01T15:00")).digest).toBeNull();
});

test("what was missed is gathered for a minute and told as one", () => {
  const [first, second] = [missed(1), missed(2)];
  const one = addMissed(docWith(), first, at("01T10:00")) as UserDoc;
  expect(addMissed(one, first, at("01T10:00"))).toBeNull();
  const two = addMissed(one, second, at("01T10:00")) as UserDoc;
  expect(summarize(two, newId, new Date(at("01T10:01").getTime() - 1))).toBeNull();
  const told = summarize(two, newId, at("01T10:01"));
  expect(told?.told).toMatchObject([{ notice: { kind: "summary", missed: [first, second] } }]);
  expect(summarize(told?.doc as UserDoc, newId, at("01T10:05"))).toBeNull();
});

test("a notice goes out on the person's channels, and what fails is tried again", () => {
  const told = digest(docWith({ channels: ["email", "webhook"] }), newId, at("01T07:00"));
  const [decided] = told?.told ?? [];
  expect(decided?.attempts).toEqual([
    { channel: "email", attempt: 1 },
    { channel: "webhook", attempt: 1 },
  ]);
  const noticeId = decided?.notice.id ?? "";
  const outcome = { ok: false as const, reason: "421", permanent: false };
  const report = { noticeId, channel: "email" as const, attempt: 1, outcome };
  const failed = takeReport(told?.doc as UserDoc, report, at("01T07:00"), 0.5);
  expect(failed?.told[0]?.type).toBe("punctual.notice.attempt-failed.v1");
  expect(retryDue(failed?.doc as UserDoc, at("01T07:00"))).toBeNull();
  expect(retryDue(failed?.doc as UserDoc, at("01T07:01"))?.told).toMatchObject([
    { type: "punctual.notice.retry-due.v1", attempts: [{ channel: "email", attempt: 2 }] },
  ]);
  expect(
    takeReport(failed?.doc as UserDoc, { ...report, noticeId: newId() }, at("01T07:00"), 0),
  ).toBeNull();
});

test("two tasks whose reminders have one id are both in the summary", () => {
  const one = missed(1);
  const other = { ...one, taskId: newId() };
  const doc = [one, other, one].reduce<UserDoc>(
    (before, given) => addMissed(before, given, at("01T00:00")) ?? before,
    docWith(),
  );
  expect(doc.missed?.reminders).toEqual([one, other]);
});

test("however often channels are tried, no other notice is forgotten for it", () => {
  let doc = tellRefused(docWith(), { noticeId: newId(), refused: [] }, at("01T08:00"))?.doc;
  const tryOut = (channel: "webhook" | "email") => {
    doc = tellTest(doc as UserDoc, { noticeId: newId(), channel }, at("01T09:00"))?.doc;
  };
  for (let n = 0; n < 30; n += 1) for (const one of ["webhook", "email"] as const) tryOut(one);
  expect(doc?.notices.map(({ kind }) => kind)).toEqual(["refused", "test", "test"]);
});

test("a test of a channel is tried once, whatever comes of it, and not again under its name", () => {
  const doc = docWith({ digestTime: null, channels: [] });
  const noticeId = newId();
  const asked = { noticeId, channel: "webhook" as const };
  const told = tellTest(doc, asked, at("01T09:00"));
  expect(told?.told).toMatchObject([
    { notice: { kind: "test" }, attempts: [{ channel: "webhook", attempt: 1 }] },
  ]);
  const after = told?.doc as UserDoc;
  expect(tellTest(after, asked, at("01T09:01"))).toBeNull();
  expect(wanted(after, at("01T09:00")).deliver).toBeNull();
  expect(retryDue(after, at("02T09:00"))).toBeNull();
  const outcome = { ok: false as const, reason: "the webhook answered 500", permanent: false };
  const report = { noticeId, channel: "webhook" as const, attempt: 1, outcome };
  const failed = takeReport(after, report, at("01T09:00"), 0.5);
  expect(failed?.told).toMatchObject([{ type: "punctual.notice.failed.v1" }]);
  expect(wanted(failed?.doc as UserDoc, at("01T09:00")).deliver).toBeNull();
});
