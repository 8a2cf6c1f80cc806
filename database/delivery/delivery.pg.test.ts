// Delivery's tables: each try claimed once, its outcome kept until it was reported; keys, secrets and browsers of people.
import { createECDH } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "../../domain/ids.ts";
import { startPostgres, type TestPostgres } from "../../tests/postgres.ts";
import type { Database } from "../pool.ts";
import { claimAttempts } from "./claim-attempts.ts";
import { claimUnreported } from "./claim-unreported.ts";
import { finishAttempt } from "./finish-attempt.ts";
import { forgetOldAttempts } from "./forget-old-attempts.ts";
import { listPushSubscriptions } from "./list-push-subscriptions.ts";
import { markReported } from "./mark-reported.ts";
import { readVapidKeys } from "./read-vapid-keys.ts";
import { readWebhookSecret } from "./read-webhook-secret.ts";
import { removePushSubscription } from "./remove-push-subscription.ts";
import { rotateWebhookSecret } from "./rotate-webhook-secret.ts";
import { touchAttempts } from "./touch-attempts.ts";
import { maxSubscriptions, savePushSubscription } from "./save-push-subscription.ts";

let postgres: TestPostgres;
let db: Database;
beforeAll(async () => {
  postgres = await startPostgres();
  db = await postgres.openDatabase();
}, 60_000);
afterAll(() => postgres.stop());

const aTry = (named: { notification?: string; attempt?: number } = {}) => ({
  notification: newId(),
  channel: "email" as const,
  attempt: 1,
  report: { kind: "notice" },
  ...named,
});
const ok = { ok: true, at: "2026-12-01T08:00:00.000Z" };
const interrupted = { ok: false, reason: "interrupted", permanent: false };
const unreported = (ages: { finishedMs: number; begunMs: number }) =>
  claimUnreported(db, { ...ages, interrupted, limit: 100 });

test("of many who claim the same tries at once each try goes to one", async () => {
  const tries = Array.from({ length: 20 }, () => aTry());
  const claims = await Promise.all(
    [tries, tries.toReversed(), tries, tries].map((some) => claimAttempts(db, some)),
  );
  expect(claims.flat()).toHaveLength(20);
  expect(await claimAttempts(db, tries)).toEqual([]);
});

test("a try that is asked for twice in one bulk is claimed once", async () => {
  const one = aTry();
  expect(await claimAttempts(db, [one, one])).toEqual([
    { notification: one.notification, channel: "email", attempt: 1, outcome: null },
  ]);
});

test("a try after one that was accepted comes with that outcome; after one that failed it does not", async () => {
  const [good, bad] = [aTry(), aTry()];
  await claimAttempts(db, [good, bad]);
  await finishAttempt(db, good, ok);
  await finishAttempt(db, bad, interrupted);
  const second = [aTry({ ...good, attempt: 2 }), aTry({ ...bad, attempt: 2 })];
  const claimed = await claimAttempts(db, second);
  const outcomeOf = ({ notification }: { notification: string }) =>
    claimed.find((one) => one.notification === notification)?.outcome;
  expect(outcomeOf(good)).toEqual(ok);
  expect(outcomeOf(bad)).toBeNull();
});

test("a try without report comes up when it is old enough, with its outcome or as interrupted, once", async () => {
  await db.query("delete from delivery_attempts");
  const [done, begun, reported] = [aTry(), aTry(), aTry()];
  await claimAttempts(db, [done, begun, reported]);
  await finishAttempt(db, done, ok);
  await finishAttempt(db, done, interrupted);
  await finishAttempt(db, reported, ok);
  await markReported(db, reported);
  expect(await unreported({ finishedMs: 60_000, begunMs: 60_000 })).toEqual([]);
  expect(await unreported({ finishedMs: 0, begunMs: 60_000 })).toEqual([{ ...done, outcome: ok }]);
  const found = await Promise.all([
    unreported({ finishedMs: 60_000, begunMs: 0 }),
    unreported({ finishedMs: 60_000, begunMs: 0 }),
  ]);
  expect(found.flat()).toEqual([{ ...begun, outcome: interrupted }]);
  await finishAttempt(db, begun, ok);
  expect(await unreported({ finishedMs: 0, begunMs: 0 })).toContainEqual({
    ...begun,
    outcome: interrupted,
  });
});

test("a try that a living process has touched lately does not come up", async () => {
  await db.query("delete from delivery_attempts");
  const [alive, dead] = [aTry(), aTry()];
  await claimAttempts(db, [alive, dead]);
  await db.query("update delivery_attempts set touched_at = now() - interval '1 minute'");
  await touchAttempts(db, [alive]);
  await touchAttempts(db, []);
  expect(await unreported({ finishedMs: 30_000, begunMs: 30_000 })).toEqual([
    { ...dead, outcome: interrupted },
  ]);
});

test("tries are forgotten after a week", async () => {
  const [old, young] = [aTry(), aTry()];
  await claimAttempts(db, [old, young]);
  await db.query(
    "update delivery_attempts set claimed_at = now() - interval '8 days' where notification = $1",
    [old.notification],
  );
  expect(await forgetOldAttempts(db, 10)).toBe(1);
  expect(await claimAttempts(db, [old, young])).toHaveLength(1);
});

test("the key pair is made once, whoever asks first, and is a pair on the curve P-256", async () => {
  const all = await Promise.all(Array.from({ length: 8 }, () => readVapidKeys(db)));
  expect(new Set(all.map(({ publicKey }) => publicKey)).size).toBe(1);
  const ecdh = createECDH("prime256v1");
  ecdh.setPrivateKey(Buffer.from(all[0]?.privateKey ?? "", "base64url"));
  expect(ecdh.getPublicKey("base64url")).toBe(all[0]?.publicKey);
});

test("a webhook secret stays until it is rotated, and each person has their own", async () => {
  const [one, other] = [newId(), newId()];
  const secret = await readWebhookSecret(db, one);
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  expect(await readWebhookSecret(db, one)).toBe(secret);
  expect(await readWebhookSecret(db, other)).not.toBe(secret);
  const rotated = await rotateWebhookSecret(db, one);
  expect(rotated).not.toBe(secret);
  expect(await readWebhookSecret(db, one)).toBe(rotated);
});

const browser = (userId: string, name: string) => ({
  userId,
  endpoint: `https://push.example.org/${userId}/${name}`,
  p256dh: "p",
  auth: "a",
  device: null,
});

test("a person's browsers are kept, replaced by endpoint, and removed only by them", async () => {
  const [ada, bob] = [newId(), newId()];
  const [one, two] = [browser(ada, "one"), browser(ada, "two")];
  await savePushSubscription(db, one);
  await savePushSubscription(db, two);
  await savePushSubscription(db, { ...one, auth: "b" });
  expect((await listPushSubscriptions(db, ada)).toSorted((x) => (x.auth === "b" ? -1 : 1))).toEqual(
    [
      { endpoint: one.endpoint, p256dh: "p", auth: "b" },
      { endpoint: two.endpoint, p256dh: "p", auth: "a" },
    ],
  );
  expect(await removePushSubscription(db, { endpoint: two.endpoint, userId: bob })).toBe(false);
  expect(await removePushSubscription(db, { endpoint: two.endpoint, userId: ada })).toBe(true);
  await savePushSubscription(db, { ...one, auth: "b", userId: bob });
  expect(await listPushSubscriptions(db, ada)).toEqual([]);
  expect(await listPushSubscriptions(db, bob)).toHaveLength(1);
});

test("a person with too many browsers loses the oldest", async () => {
  const ada = newId();
  for (let n = 0; n < maxSubscriptions + 3; n += 1) {
    await savePushSubscription(db, browser(ada, String(n)));
  }
  const kept = await listPushSubscriptions(db, ada);
  expect(kept).toHaveLength(maxSubscriptions);
  expect(kept[0]?.endpoint).toBe(browser(ada, "3").endpoint);
});
