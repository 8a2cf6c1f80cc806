// How a process is told of the mail server. Read by the config.ts of those that send.
import * as z from "zod";
import { optional } from "../config.ts";

/** The server and the sender; both or none. */
export type MailServer = { url: string; from: string };

/** The variables of it, for the configuration of a process that sends. */
export const mailFields = {
  SMTP_URL: optional(
    z.url({ protocol: /^smtps?$/, error: "must be a URL such as smtps://user:password@host:465" }),
  ),
  MAIL_FROM: optional(
    z.string().regex(/@/, "must be a sender such as Punctual <punctual@example.org>"),
  ),
};

type MailConfig = { SMTP_URL?: string | undefined; MAIL_FROM?: string | undefined };

export const mailIsWhole = ({ SMTP_URL, MAIL_FROM }: MailConfig): boolean =>
  (SMTP_URL === undefined) === (MAIL_FROM === undefined);

export const mailNotWhole = { path: ["MAIL_FROM"], error: "must be given together with SMTP_URL" };

/** The server that is configured, or null. */
export const mailServerIn = ({ SMTP_URL, MAIL_FROM }: MailConfig): MailServer | null =>
  SMTP_URL === undefined || MAIL_FROM === undefined ? null : { url: SMTP_URL, from: MAIL_FROM };
