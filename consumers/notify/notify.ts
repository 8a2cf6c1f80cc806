// Puts the delivery of notifications together. Called by main.ts.
import type { Logger } from "pino";
import type { ActorClient, ClockClient } from "../../actors/client.ts";
import type { Database } from "../../database/pool.ts";
import { createOutages } from "../../domain/outages.ts";
import type { Config } from "../config.ts";
import type { Consumer } from "../consumer.ts";
import { notifyConsumer } from "./consumer.ts";
import { createEmail } from "./email.ts";
import { createPost } from "./post.ts";
import { createPush } from "./push.ts";
import { createRunner, type Report } from "./runner.ts";
import { startReporter } from "./reporter.ts";
import { createWebhook } from "./webhook.ts";

export type NotifyActors = Pick<ActorClient, "readUser"> &
  Pick<ClockClient, "reportDelivery" | "reportNotice">;

type NotifyOptions = {
  db: Database;
  actors: NotifyActors;
  config: Pick<Config, "PUBLIC_URL" | "SMTP_URL" | "MAIL_FROM" | "NOTIFY_ALLOW_PRIVATE_ADDRESSES">;
  log: Logger;
};

/** The consumer `notify` and its reporter, which runs until `stop`; that waits for the tries under way. */
export const createNotify = (
  options: NotifyOptions,
): { consumer: Consumer; stop(): Promise<void> } => {
  const { db, actors, config } = options;
  const { PUBLIC_URL: publicUrl, SMTP_URL: url, MAIL_FROM: from } = config;
  const log = options.log.child({ consumer: "notify" });
  const outages = createOutages(log);
  const now = () => new Date();
  const post = createPost({ allowPrivate: config.NOTIFY_ALLOW_PRIVATE_ADDRESSES === "true" });
  const runner = createRunner({
    db,
    now,
    log,
    outages,
    publicUrl: publicUrl ?? null,
    readUser: actors.readUser,
    report: reportTo(actors),
    senders: {
      email: createEmail(url && from ? { url, from } : null),
      push: createPush(post, vapidSubject(from, publicUrl)),
      webhook: createWebhook(post, now),
    },
  });
  const reporter = startReporter({ db, runner, outages });
  return {
    consumer: notifyConsumer({ db, runner, now }),
    stop: async () => {
      await reporter.stop();
      await runner.idle();
    },
  };
};

const reportTo =
  (actors: NotifyActors): Report =>
  (to, what) => {
    if (to.kind === "notice") {
      const { userId, noticeId } = to;
      return actors.reportNotice({ userId, noticeId, ...what });
    }
    const { taskId, reminderId, generation } = to;
    return actors.reportDelivery({ taskId, reminderId, generation, ...what });
  };

/** Where a push service's operator can complain; Apple's refuses a local address. */
const vapidSubject = (from: string | undefined, publicUrl: string | undefined): string => {
  const address = from && /[^\s<>]+@[^\s<>]+/.exec(from)?.[0];
  if (address) return `mailto:${address}`;
  return publicUrl?.startsWith("https:") ? publicUrl : "mailto:punctual@punctual.invalid";
};
