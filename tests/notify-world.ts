// The consumer `notify` on a real database, with a real mail server and a local receiver of webhooks and pushes; only the
// actors are played: they have settings to give and keep what they are told.
import { pino } from "pino";
import type { DeadLetter } from "../consumers/consumer.ts";
import { notifyConsumer } from "../consumers/notify/consumer.ts";
import { createEmail } from "../consumers/notify/email.ts";
import { createPost } from "../consumers/notify/post.ts";
import { createPush } from "../consumers/notify/push.ts";
import { createRunner, type Report } from "../consumers/notify/runner.ts";
import { reportUnreported } from "../consumers/notify/reporter.ts";
import { createWebhook } from "../consumers/notify/webhook.ts";
import { createReader } from "../consumers/reader.ts";
import type { Database } from "../database/pool.ts";
import { newId, type Id } from "../domain/ids.ts";
import { createOutages } from "../domain/outages.ts";
import type { NoticeEvent, ReminderEvent } from "../domain/reminder-event.ts";
import { defaultSettings, type Settings } from "../domain/settings.ts";
import { emptyConversation } from "../domain/conversation.ts";
import { emptyDirectory } from "../domain/directory/empty-directory.ts";

export type Told = { to: Parameters<Report>[0] } & Parameters<Report>[1];

const log = pino({ enabled: false });
const time = "2026-12-01T08:00:00.000Z";

/** One process of the consumers. `told` is what the actors heard; while `actorsAway` they hear nothing. */
export const createNotifyWorld = (
  db: Database,
  options: {
    smtpUrl: string | null;
    settings?: Partial<Settings> | ((userId: Id) => Partial<Settings>);
  },
) => {
  const settingsOf = (userId: Id): Settings => {
    const named =
      typeof options.settings === "function" ? options.settings(userId) : options.settings;
    return { ...defaultSettings, timeZone: "Europe/Berlin", ...named };
  };
  const from = "punctual@example.org";
  const mailServer = options.smtpUrl === null ? null : { url: options.smtpUrl, from };
  const post = createPost({ allowPrivate: true });
  const now = () => new Date();
  const world = { told: [] as Told[], actorsAway: false };
  const outages = createOutages(log);
  const runner = createRunner({
    db,
    now,
    log,
    outages,
    publicUrl: null,
    readUser: async (id) => ({
      ok: true,
      user: { id, settings: settingsOf(id), version: 1, createdAt: time, updatedAt: time },
      conversation: emptyConversation,
      directory: emptyDirectory,
    }),
    report: async (to, what) => {
      if (world.actorsAway) throw new Error("the actors are away");
      world.told.push({ to, ...what });
    },
    senders: {
      email: createEmail(mailServer),
      push: createPush(post, "mailto:ops@example.org"),
      webhook: createWebhook(post, now),
    },
  });
  const bury = ({ reason }: DeadLetter) => Promise.reject(new Error(reason));
  const read = createReader([notifyConsumer({ db, runner, now })], { bury, log });
  /** Delivers events as one bulk of the log; answers what became of each record. */
  const deliver = (...events: (ReminderEvent | NoticeEvent)[]) =>
    read(
      events.map((event, place) => ({
        topic: "reminders",
        partition: 0,
        offset: String(place),
        key: event.ownerid,
        value: Buffer.from(JSON.stringify(event)),
      })),
    );
  /** Looks after tries without a report as if it were much later. */
  const reportNow = async () => {
    const found = await reportUnreported({ db, runner, outages }, { finishedMs: 0, begunMs: 0 });
    await runner.idle();
    return found;
  };
  const reportOnce = () => reportUnreported({ db, runner, outages });
  return Object.assign(world, { deliver, reportNow, reportOnce, idle: () => runner.idle() });
};

/** An account with an address of its own. */
export const addPerson = async (db: Database): Promise<{ id: Id; email: string }> => {
  const id = newId();
  const email = `${id}@example.com`;
  await db.query(`insert into "user" ("id", "name", "email") values ($1, 'Ada', $2)`, [id, email]);
  return { id, email };
};
