// Step 6: a notification pushed to a person's browsers, encrypted for each (RFC 8030, 8188, 8291, 8292). Called by attempt.ts.
import webPush from "web-push";
import type { VapidKeys } from "../../database/delivery/read-vapid-keys.ts";
import type { PushSubscription } from "../../database/delivery/save-push-subscription.ts";
import { tooLateMs } from "../../domain/reminder.ts";
import { accepted, failed, impossible, type Message, type Outcome, type Send } from "./channel.ts";
import { withoutAnswer, type Post } from "./post.ts";

/** `forget` is called for each subscription that its push service says is over, `took` for each that it took something for. */
export type PushTarget = {
  subscriptions: PushSubscription[];
  keys: VapidKeys;
  forget: (endpoint: string) => Promise<unknown>;
  took?: (endpoint: string) => Promise<unknown>;
};

const who = "the push service";
/** A push service refuses more than 4,096 bytes with all that encryption adds (RFC 8030 §7.2). */
const maxBytes = 3_000;

/**
 * All browsers of a person are one channel: accepted when any of them accepted. `subject` is where a push service's
 * operator can complain: `mailto:` or `https:`. What is not fetched within 12 hours is old news and dropped by the service.
 */
export const createPush =
  (post: Post, subject: string): Send<PushTarget> =>
  async (message, { subscriptions, keys, forget, took }, { deadlineMs }) => {
    const pushed = await Promise.all(
      subscriptions.map(async (subscription) => {
        const result = await pushTo(subscription);
        if (result === "gone") await forget(subscription.endpoint);
        // A date that cannot be written is no reason to push a second time.
        else if (result.ok) await took?.(subscription.endpoint).catch(() => undefined);
        return result;
      }),
    );
    const results = pushed.filter((result) => result !== "gone");
    const mayHeal = (result: Outcome) => !result.ok && !result.permanent;
    const best = results.find(({ ok }) => ok) ?? results.find(mayHeal) ?? results[0];
    return best ?? impossible("no browser of yours is subscribed to pushes");

    async function pushTo(subscription: PushSubscription): Promise<Outcome | "gone"> {
      const details = encrypt(message, subscription, { subject, ...keys });
      if (!details) return impossible("a browser of yours has keys that cannot be used");
      const { endpoint: url, headers, body } = details;
      try {
        return outcomeOf(await post({ url, headers, body, deadlineMs }));
      } catch (error) {
        return withoutAnswer(who, error);
      }
    }
  };

const outcomeOf = (status: number): Outcome | "gone" => {
  if (status >= 200 && status < 300) return accepted();
  if (status === 404 || status === 410) return "gone";
  return failed(`${who} answered ${status}`);
};

/** The request for one browser, or null when its keys cannot be encrypted for. */
const encrypt = (
  message: Message,
  { endpoint, p256dh, auth }: PushSubscription,
  vapidDetails: { subject: string } & VapidKeys,
) => {
  const subscription = { endpoint, keys: { p256dh, auth } };
  try {
    const details = webPush.generateRequestDetails(subscription, payloadOf(message), {
      TTL: tooLateMs / 1_000,
      urgency: "high",
      topic: message.id.replaceAll("-", ""), // 32 characters, all that a topic may have
      vapidDetails,
    });
    return { ...details, headers: details.headers as Record<string, string>, body: details.body };
  } catch {
    return null;
  }
};

/** What the page's service worker gets. Long texts lose their end. */
const payloadOf = ({ id, kind, title, lines, at, link, data }: Message): string => {
  const taskId = data["taskId"];
  let body = lines.join("\n");
  for (;;) {
    const payload = JSON.stringify({ id, kind, title, body, at, link, taskId });
    if (Buffer.byteLength(payload) <= maxBytes || body === "") return payload;
    body = `${body.slice(0, Math.floor(body.length * 0.8) - 1).toWellFormed()}…`;
    if (body === "…") body = "";
  }
};
