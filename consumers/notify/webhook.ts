// Step 6: a notification as a webhook, signed after the Standard Webhooks specification. Called by attempt.ts.
// https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
import { createHmac } from "node:crypto";
import { accepted, failed, impossible, type Message, type Send } from "./channel.ts";
import { withoutAnswer, type Post } from "./post.ts";

export type WebhookTarget = { url: string; secret: string };

const who = "the webhook";

/**
 * 2xx means accepted; 410 that nobody wants it any more. All else may heal. `webhook-id` is the notification's id, the
 * same in every try, so that a receiver can tell a repetition.
 */
export const createWebhook =
  (post: Post, now: () => Date): Send<WebhookTarget> =>
  async (message, { url, secret }, { deadlineMs }) => {
    const body = bodyOf(message);
    const headers = signedHeaders({ id: message.id, body, secret, at: now() });
    try {
      const status = await post({ url, headers, body, deadlineMs });
      if (status >= 200 && status < 300) return accepted();
      if (status === 410) return impossible(`${who} answered 410: it is gone`);
      if (status >= 300 && status < 400)
        return failed(`${who} answered with a redirect (${status}), which is not followed`);
      return failed(`${who} answered ${status}`);
    } catch (error) {
      return withoutAnswer(who, error);
    }
  };

/** The body: what happened, when, and the same words as on the other channels. */
const bodyOf = ({ id, kind, title, lines, at, link, data }: Message): string =>
  JSON.stringify({
    type: `punctual.${kind}`,
    timestamp: at,
    data: { id, title, text: lines.join("\n"), link, ...data },
  });

const signedHeaders = (what: { id: string; body: string; secret: string; at: Date }) => {
  const timestamp = Math.floor(what.at.getTime() / 1_000);
  const key = Buffer.from(what.secret.replace(/^whsec_/, ""), "base64");
  const signature = createHmac("sha256", key)
    .update(`${what.id}.${timestamp}.${what.body}`)
    .digest("base64");
  return {
    "content-type": "application/json",
    "user-agent": "Punctual",
    "webhook-id": what.id,
    "webhook-timestamp": String(timestamp),
    "webhook-signature": `v1,${signature}`,
  };
};
