// Step 6: a notification as an e-mail. Called by attempt.ts.
import type { MailServer } from "../../process/mail/config.ts";
import { htmlOf, textOf } from "../../process/mail/letter.ts";
import { openTransport, senderHost } from "../../process/mail/transport.ts";
import { accepted, failed, impossible, type Outcome, type Send } from "./channel.ts";

export type EmailTarget = { address: string };

/**
 * A try takes at most `deadlineMs`, for then its connection is cut. A server that was cut or went away after the text may
 * have taken it: the next try has the same Message-ID, by which mailboxes tell a repetition.
 */
export const createEmail = (server: MailServer | null): Send<EmailTarget> => {
  if (!server) return async () => impossible("no mail server is configured");
  const host = senderHost(server.from);
  const transport = openTransport(server.url);
  return async (message, { address }, { deadlineMs }) => {
    try {
      await transport.sendMail({
        from: server.from,
        to: { name: "", address },
        messageId: `<${message.id}.email@${host}>`,
        date: new Date(message.at),
        subject: message.title,
        text: textOf(message),
        html: htmlOf(message),
        headers: { "Auto-Submitted": "auto-generated" },
        signal: AbortSignal.timeout(deadlineMs),
      });
      return accepted();
    } catch (error) {
      return outcomeOf(error);
    }
  };
};

/** A server that says no to this very letter or its address will say it again; all else may heal. */
const outcomeOf = (error: unknown): Outcome => {
  const { code, responseCode, response } = error as {
    code?: string;
    responseCode?: number;
    response?: string;
  };
  if (response !== undefined && responseCode !== undefined) {
    const isFinal = responseCode >= 500 && (code === "EENVELOPE" || code === "EMESSAGE");
    return (isFinal ? impossible : failed)(`the mail server answered ${response}`);
  }
  if (code === "EABORT" || code === "ETIMEDOUT")
    return failed("the mail server did not answer in time");
  return failed(`the mail server could not be reached: ${code ?? "unknown error"}`);
};
