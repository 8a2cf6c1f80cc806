// The consumer notify from the record to the report: every try made once, every outcome told, whatever happens in between.
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { deleteAccount } from "../../database/deletions/delete-account.ts";
import { claimAttempts } from "../../database/delivery/claim-attempts.ts";
import { listPushSubscriptions } from "../../database/delivery/list-push-subscriptions.ts";
import { savePushSubscription } from "../../database/delivery/save-push-subscription.ts";
import type { Database } from "../../database/pool.ts";
import { projectTasks } from "../../database/tasks/project-tasks.ts";
import { newId } from "../../domain/ids.ts";
import type { Attempt } from "../../domain/reminder-event.ts";
import { makeBrowser } from "../../tests/browser-push.ts";
import { until } from "../../tests/dapr.ts";
import { exampleTask } from "../../tests/examples.ts";
import { noDatabase } from "../../tests/gateway-app.ts";
import { startReceiver, type Receiver } from "../../tests/http-receiver.ts";
import { startMailServer, type Behaviour, type MailServer } from "../../tests/mail-server.ts";
import { addPerson, createNotifyWorld } from "../../tests/notify-world.ts";
import { startPostgres, type TestPostgres } from "../../tests/postgres.ts";
import { dueNotice, firedReminder } from "../../tests/reminder-examples.ts";
import { jobsOf } from "./jobs.ts";

let postgres: TestPostgres;
let db: Database;
let receiver: Receiver;
let mail: MailServer;
beforeAll(async () => {
  postgres = await startPostgres();
  db = await postgres.openDatabase();
}, 60_000);
afterAll(() => postgres.stop());
beforeEach(async () => {
  receiver = await startReceiver();
  mail = await startMailServer();
});
afterEach(async () => {
  receiver.close();
  await mail.close();
});

const world = (smtpUrl: string | null = mail.url) =>
  createNotifyWorld(db, { smtpUrl, settings: { webhookUrl: `${receiver.url}/hook` } });

/** Another mail server in the place of the usual one. */
const serveMail = async (behaviour: Behaviour): Promise<void> => {
  await mail.close();
  mail = await startMailServer(behaviour);
};

const attempts = (...channels: Attempt["channel"][]): Attempt[] =>
  channels.map((channel) => ({ channel, attempt: 1 }));

/** The same notification's next try on a channel. */
const retry = (
  { ownerid, data }: ReturnType<typeof firedReminder>,
  channel: Attempt["channel"],
  attempt: number,
) => {
  const { status, ...rest } = data;
  return firedReminder({
    ownerid,
    type: "punctual.reminder.retry-due.v1",
    status: { ...status, sequence: status.sequence + attempt },
    data: { ...rest, attempts: [{ channel, attempt }] },
  });
};

const ok = { ok: true, at: expect.stringMatching(/Z$/) };

test("a fired reminder goes out on each of its channels, and the actor is told of each", async () => {
  const { id: ownerid, email } = await addPerson(db);
  const task = exampleTask({ ownerId: ownerid, due: { kind: "day", at: "2031-05-06" } });
  await projectTasks(db, [task]);
  const browser = makeBrowser();
  const subscription = browser.subscription(`${receiver.url}/push`);
  await savePushSubscription(db, { ...subscription, userId: ownerid, device: null });
  const event = firedReminder({
    ownerid,
    status: { lateByMs: 185_000 },
    data: { taskId: task.id, attempts: attempts("email", "push", "webhook") },
  });
  const { deliver, idle, told } = world();
  expect(await deliver(event)).toEqual(["done"]);
  await idle();

  const to = { kind: "reminder", taskId: task.id, reminderId: event.subject, generation: 1 };
  expect(told).toHaveLength(3);
  for (const channel of ["email", "push", "webhook"])
    expect(told).toContainEqual({ to, channel, attempt: 1, outcome: ok });
  const words = "Due Tue 6 May 2031\nLate by 3 min";
  expect(mail.letters.map((letter) => letter.to)).toEqual([[email]]);
  expect(mail.letters[0]?.text).toContain(words.replace("\n", "\r\n"));
  const bodyOf = (path: string) =>
    receiver.received.find((one) => one.path === path)?.body ?? Buffer.alloc(0);
  expect(JSON.parse(browser.decrypt(bodyOf("/push")))).toMatchObject({ body: words });
  expect(JSON.parse(bodyOf("/hook").toString())).toMatchObject({ data: { text: words } });
});

test("a record that is delivered again and again, to two processes at once, sends once", async () => {
  const event = firedReminder({ data: { attempts: attempts("webhook") } });
  const [one, other] = [world(), world()];
  await Promise.all([one.deliver(event, event), other.deliver(event), one.deliver(event)]);
  await Promise.all([one.idle(), other.idle()]);
  await one.deliver(event);
  await one.idle();
  expect(receiver.received).toHaveLength(1);
  expect([...one.told, ...other.told]).toHaveLength(1);
});

test("an outcome the actor did not hear of is told later, and nothing is sent again", async () => {
  const event = firedReminder();
  const first = world();
  first.actorsAway = true;
  await first.deliver(event);
  await first.idle();
  const second = world();
  expect(await second.deliver(event)).toEqual(["done"]);
  expect(await second.reportNow()).toBe(1);
  expect(second.told).toMatchObject([{ channel: "webhook", attempt: 1, outcome: ok }]);
  expect(await second.reportNow()).toBe(0);
  expect(receiver.received).toHaveLength(1);
});

test("a process that dies in the middle of a try: the try counts as failed, and may be made anew", async () => {
  const event = firedReminder();
  const [job] = jobsOf(event, new Date());
  if (!job) throw new Error("no job");
  const { event: _, ...claimed } = job;
  await claimAttempts(db, [claimed]);
  const after = world();
  await after.deliver(event);
  expect(await after.reportNow()).toBe(1);
  expect(after.told).toMatchObject([
    { attempt: 1, outcome: { ok: false, permanent: false, reason: /interrupted/ } },
  ]);
  await after.deliver(retry(event, "webhook", 2));
  await after.idle();
  expect(after.told[1]).toMatchObject({ attempt: 2, outcome: ok });
  expect(receiver.received).toHaveLength(1);
});

test("a long try is not taken for an interrupted one while its process lives", async () => {
  receiver.answer = "nothing";
  const [one, other] = [world(), world()];
  await one.deliver(firedReminder());
  await until("the request", async () => receiver.received.length > 0);
  await db.query("update delivery_attempts set touched_at = now() - interval '1 minute'");
  expect(await one.reportOnce()).toBe(0);
  expect(await other.reportOnce()).toBe(0);
  await one.idle();
  expect(one.told).toMatchObject([{ outcome: { reason: "the webhook did not answer in time" } }]);
}, 20_000);

test("when a lost report made the actor ask again, what was accepted is not sent a second time", async () => {
  const event = firedReminder();
  const process = world();
  await process.deliver(event);
  await process.idle();
  await process.deliver(retry(event, "webhook", 2));
  await process.idle();
  expect(receiver.received).toHaveLength(1);
  const [first, second] = process.told;
  expect(second).toMatchObject({ attempt: 2, outcome: first?.outcome });
});

test("a channel that hangs holds up neither the other channels nor the records behind it", async () => {
  receiver.answer = "nothing";
  const { id: ownerid } = await addPerson(db);
  const process = world();
  const hanging = firedReminder({ ownerid, data: { attempts: attempts("webhook", "email") } });
  const behind = firedReminder({ ownerid, data: { attempts: attempts("email") } });
  await process.deliver(hanging);
  await process.deliver(behind);
  await until("the letters", async () => process.told.length >= 2);
  expect(process.told.map(({ channel }) => channel)).toEqual(["email", "email"]);
  await process.idle();
  expect(process.told[2]).toMatchObject({
    channel: "webhook",
    outcome: { ok: false, reason: "the webhook did not answer in time", permanent: false },
  });
}, 20_000);

test("a person whose webhook hangs, with many reminders due, holds up nobody else's webhook", async () => {
  const tarpit = await startReceiver();
  tarpit.answer = "nothing";
  const [ada, bob] = [newId(), newId()];
  const process = createNotifyWorld(db, {
    smtpUrl: null,
    settings: (id) => ({ webhookUrl: id === ada ? tarpit.url : receiver.url }),
  });
  await process.deliver(...Array.from({ length: 50 }, () => firedReminder({ ownerid: ada })));
  await process.deliver(firedReminder({ ownerid: bob }));
  await until("the first outcome", async () => process.told.length > 0);
  expect(process.told[0]?.outcome).toEqual(ok);
  expect(tarpit.received).toHaveLength(4);
  tarpit.answer = 200;
  tarpit.close();
  await process.idle();
  expect(process.told).toHaveLength(51);
}, 30_000);

test("a mail server that drops the line before it took the letter: tried again, delivered once", async () => {
  const kept: string[] = [];
  let drops = 1;
  await serveMail({
    afterData: (cut) => {
      if (drops > 0) cut();
      else kept.push("letter");
      drops -= 1;
    },
  });
  const { id: ownerid } = await addPerson(db);
  const event = firedReminder({ ownerid, data: { attempts: attempts("email") } });
  const process = world();
  await process.deliver(event);
  await process.idle();
  expect(process.told[0]).toMatchObject({ outcome: { ok: false, permanent: false } });
  await process.deliver(retry(event, "email", 2));
  await process.deliver(retry(event, "email", 2));
  await process.idle();
  expect(process.told).toHaveLength(2);
  expect(process.told[1]).toMatchObject({ attempt: 2, outcome: ok });
  expect(kept).toHaveLength(1);
});

test("nothing goes anywhere any more once the account is deleted, though its settings are not erased yet", async () => {
  const { id: ownerid } = await addPerson(db);
  const subscription = makeBrowser().subscription(`${receiver.url}/push`);
  await deleteAccount(db, ownerid);
  await savePushSubscription(db, { ...subscription, userId: ownerid, device: null });
  const process = world();
  await process.deliver(
    firedReminder({ ownerid, data: { attempts: attempts("email", "push", "webhook") } }),
  );
  await process.idle();
  const outcome = { ok: false, permanent: true, reason: "the account is gone" };
  expect(process.told.map((one) => one.outcome)).toMatchObject([outcome, outcome, outcome]);
  expect([receiver.received, mail.letters]).toEqual([[], []]);
});

test("what cannot work fails for good, with a reason for the person", async () => {
  const { id: ownerid } = await addPerson(db);
  const event = firedReminder({
    ownerid,
    data: { attempts: attempts("email", "push", "webhook") },
  });
  const process = createNotifyWorld(db, { smtpUrl: null });
  await process.deliver(event);
  await process.idle();
  const reasons = process.told.map(
    ({ outcome }) => !outcome.ok && outcome.permanent && outcome.reason,
  );
  expect(new Set(reasons)).toEqual(
    new Set([
      "no browser of yours is subscribed to pushes",
      "no mail server is configured",
      "no webhook address is set",
    ]),
  );
});

test("a browser that is gone is not pushed to again", async () => {
  const { id: ownerid } = await addPerson(db);
  const subscription = makeBrowser().subscription(`${receiver.url}/${ownerid}`);
  await savePushSubscription(db, { ...subscription, userId: ownerid, device: null });
  receiver.answer = 410;
  const process = world();
  await process.deliver(firedReminder({ ownerid, data: { attempts: attempts("push") } }));
  await process.idle();
  expect(process.told[0]).toMatchObject({ outcome: { ok: false, permanent: true } });
  expect(await listPushSubscriptions(db, ownerid)).toEqual([]);
});

test("a digest tells the day from the read model, a summary what was missed", async () => {
  const { id: ownerid } = await addPerson(db);
  const due = { kind: "day" as const, at: "2026-12-01" };
  const open = exampleTask({ ownerId: ownerid, title: "water plants", due });
  const done = exampleTask({ ownerId: ownerid, title: "done already", due, status: "done" });
  await projectTasks(db, [open, done]);
  const process = world();
  const digest = dueNotice({ ownerid, notice: { day: "2026-12-01" } });
  const missed = {
    taskId: open.id,
    reminderId: done.id,
    title: "call",
    scheduledFor: "2026-11-30T08:00:00.000Z",
  };
  const summary = dueNotice({ ownerid, notice: { kind: "summary", missed: [missed] } });
  expect(await process.deliver(digest, summary)).toEqual(["done", "done"]);
  await process.idle();
  const bodies = receiver.received.map(
    ({ body }) => JSON.parse(body.toString()) as { type: string },
  );
  expect(bodies.toSorted((one) => (one.type === "punctual.digest" ? -1 : 1))).toMatchObject([
    { type: "punctual.digest", data: { title: "1 task due today", day: "2026-12-01" } },
    { type: "punctual.summary", data: { title: "1 reminder came too late", missed: [missed] } },
  ]);
  expect(process.told.map(({ to }) => to.kind)).toEqual(["notice", "notice"]);
});

test("with hundreds of tasks overdue, and hundreds due tomorrow, a digest tells what is due today and counts the rest", async () => {
  const { id: ownerid } = await addPerson(db);
  const dues = [
    ...Array.from({ length: 300 }, (_, n) => ({ kind: "day" as const, at: `2025-01-${day(n)}` })),
    ...Array.from({ length: 300 }, () => ({ kind: "floating" as const, at: "2026-12-02T09:00" })),
    ...Array.from({ length: 3 }, () => ({ kind: "day" as const, at: "2026-12-01" })),
  ];
  const tasks = dues.map((due, n) =>
    exampleTask({ ownerId: ownerid, title: `task ${n}`, position: n, due }),
  );
  const closed = exampleTask({ ownerId: ownerid, due: dues[0] ?? null, status: "cancelled" });
  await projectTasks(db, [...tasks, closed]);
  const process = world();
  await process.deliver(dueNotice({ ownerid, notice: { day: "2026-12-01" } }));
  await process.idle();
  const [sent] = receiver.received;
  const { data } = JSON.parse(sent?.body.toString() ?? "") as {
    data: { title: string; lines: string[] };
  };
  expect(data.title).toBe("3 tasks due today, 300 overdue");
});

test("while the database is away nothing is sent and the record comes again", async () => {
  const process = createNotifyWorld(noDatabase, {
    smtpUrl: null,
    settings: { webhookUrl: receiver.url },
  });
  expect(await process.deliver(firedReminder())).toEqual(["again"]);
  await process.idle();
  expect(receiver.received).toEqual([]);
});

const day = (n: number): string => String(1 + (n % 28)).padStart(2, "0");
