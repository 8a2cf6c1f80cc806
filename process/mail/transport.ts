// The one home of nodemailer: the line to the mail server, with its deadlines. Used by the consumers, the gateway and the doctor.
import { createTransport } from "nodemailer";

/** Opens nothing before the first letter. Whoever sends gives an `AbortSignal`, for a server may hang between the deadlines. */
export const openTransport = (url: string) =>
  createTransport({
    url,
    connectionTimeout: 5_000,
    greetingTimeout: 5_000,
    socketTimeout: 8_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });

/** The host in the sender's address, for Message-IDs. */
export const senderHost = (from: string): string =>
  from.replace(/^.*@/, "").replace(/[^\w.-].*$/, "") || "punctual.invalid";
