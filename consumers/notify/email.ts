// Step 6: a notification as an e-mail. Called by attempt.ts.
import { createTransport } from "nodemailer";
import { accepted, failed, impossible, type Message, type Outcome, type Send } from "./channel.ts";

export type EmailTarget = { address: string };

/** The server and the sender; both or none. */
export type MailServer = { url: string; from: string };

/**
 * A try takes at most `deadlineMs`, for then its connection is cut. A server that was cut or went away after the text may
 * have taken it: the next try has the same Message-ID, by which mailboxes tell a repetition.
 */
export const createEmail = (server: MailServer | null): Send<EmailTarget> => {
  if (!server) return async () => impossible("no mail server is configured");
  const host = server.from.replace(/^.*@/, "").replace(/[^\w.-].*$/, "") || "punctual.invalid";
  const transport = createTransport({
    url: server.url,
    connectionTimeout: 5_000,
    greetingTimeout: 5_000,
    socketTimeout: 8_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
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

const textOf = ({ title, lines, link }: Message): string =>
  [title, "", ...lines, ...(link === null ? [] : ["", link])].join("\n");

const htmlOf = ({ title, lines, link }: Message): string =>
  [
    `<p><strong>${escape(title)}</strong></p>`,
    `<p>${lines.map(escape).join("<br>\n")}</p>`,
    ...(link === null ? [] : [`<p><a href="${escape(link)}">Open Punctual</a></p>`]),
  ].join("\n");

const escape = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);
