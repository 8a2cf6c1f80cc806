// One try from the job to its outcome: find out where to, find the words, send. Called by runner.ts.
import { readEmail } from "../../database/accounts/read-email.ts";
import { isDeleted } from "../../database/deletions/is-deleted.ts";
import { listPushSubscriptions } from "../../database/delivery/list-push-subscriptions.ts";
import { markPushed } from "../../database/delivery/push-devices.ts";
import { readVapidKeys } from "../../database/delivery/read-vapid-keys.ts";
import { readWebhookSecret } from "../../database/delivery/read-webhook-secret.ts";
import { removePushSubscription } from "../../database/delivery/remove-push-subscription.ts";
import type { Id } from "../../domain/ids.ts";
import type { UserReply } from "../../domain/reply.ts";
import type { Settings } from "../../domain/settings.ts";
import { failed, impossible, type Message, type Outcome, type Send } from "./channel.ts";
import { compose, type ComposeDeps } from "./compose.ts";
import type { EmailTarget } from "./email.ts";
import type { Job } from "./jobs.ts";
import type { PushTarget } from "./push.ts";
import type { WebhookTarget } from "./webhook.ts";

export type Senders = {
  email: Send<EmailTarget>;
  push: Send<PushTarget>;
  webhook: Send<WebhookTarget>;
};

export type AttemptDeps = ComposeDeps & {
  senders: Senders;
  readUser(userId: Id): Promise<UserReply>;
};

/** A try ends `attemptMs` after it began; sending alone takes at most `sendMs` of that. */
const attemptMs = 10_000;
const sendMs = 8_000;

/** What came of a try. Throws when the person's settings or the database cannot be read. */
export const attempt = async (deps: AttemptDeps, job: Job): Promise<Outcome> => {
  const giveUpAt = performance.now() + attemptMs;
  const userId = job.event.ownerid;
  const user = await deps.readUser(userId);
  if (!user.ok) return failed("your settings could not be read");
  const { settings } = user.user;
  const send = await sendingTo(deps, job.channel, userId, settings);
  if (typeof send !== "function") return send;
  const message = await compose(deps, job, settings);
  const leftMs = Math.floor(giveUpAt - performance.now());
  if (leftMs < 500) return failed("the message could not be prepared in time");
  return send(message, { deadlineMs: Math.min(sendMs, leftMs) });
};

type Sending = (message: Message, options: { deadlineMs: number }) => Promise<Outcome>;

/** How to reach a person on a channel, or why that is not possible. */
const sendingTo = async (
  { db, senders }: AttemptDeps,
  channel: Job["channel"],
  userId: Id,
  settings: Settings,
): Promise<Outcome | Sending> => {
  // What it had is erased behind its end: until then the settings still name where to.
  if (await isDeleted(db, userId)) return impossible("the account is gone");
  if (channel === "email") {
    const address = await readEmail(db, userId);
    if (address === null) return impossible("your account has no e-mail address");
    return (message, options) => senders.email(message, { address }, options);
  }
  if (channel === "webhook") {
    const url = settings.webhookUrl;
    if (url === null) return impossible("no webhook address is set");
    const secret = await readWebhookSecret(db, userId);
    return (message, options) => senders.webhook(message, { url, secret }, options);
  }
  const subscriptions = await listPushSubscriptions(db, userId);
  const keys = await readVapidKeys(db);
  const forget = (endpoint: string) => removePushSubscription(db, { endpoint, userId });
  const took = (endpoint: string) => markPushed(db, { endpoint, userId });
  const target = { subscriptions, keys, forget, took };
  return (message, options) => senders.push(message, target, options);
};
