// The letters about an account: what they say and that they go out. Made by main.ts where a mail server is configured.
import type { Logger } from "pino";
import { newId } from "../../domain/ids.ts";
import { htmlOf, type LetterWords, textOf } from "../../process/mail/letter.ts";
import type { MailServer } from "../../process/mail/config.ts";
import { Refused } from "../http/refused.ts";

export type Letters = {
  /** A link to a new password. Resolves at once: how long a letter takes would tell who has an account. */
  resetPassword: (to: string, secret: string) => void;
  /** A link that proves that an address is read. Throws `unavailable` when the letter cannot be sent now. */
  confirmEmail: (to: string, secret: string) => Promise<void>;
  /** Tells what was changed, in case it was somebody else. Resolves at once. */
  tell: (to: string, what: string) => void;
  /** Tells that somebody guesses at the password. Resolves at once. */
  warn: (to: string) => void;
  /** Says that the account is gone. Resolves at once. */
  farewell: (to: string) => void;
};

const deadlineMs = 10_000;

/** Links carry their secret behind a #, which browsers send to no server. */
export const createLetters = (
  server: MailServer,
  { publicUrl, log }: { publicUrl: string; log: Logger },
): Letters => {
  const page = publicUrl.replace(/\/$/, "");

  const send = async (to: string, words: LetterWords): Promise<void> => {
    // Few visits to the gateway lead to a letter.
    const { openTransport, senderHost } = await import("../../process/mail/transport.ts");
    const transport = openTransport(server.url);
    try {
      await transport.sendMail({
        from: server.from,
        to: { name: "", address: to },
        messageId: `<${newId()}.account@${senderHost(server.from)}>`,
        subject: words.title,
        text: textOf(words),
        html: htmlOf(words),
        headers: { "Auto-Submitted": "auto-generated" },
        signal: AbortSignal.timeout(deadlineMs),
      });
    } finally {
      transport.close();
    }
  };

  const sendSoon = (to: string, words: LetterWords): void => {
    send(to, words).catch((err: unknown) =>
      log.warn({ err: codeOf(err) }, "a letter about an account could not be sent"),
    );
  };

  return {
    resetPassword: (to, secret) =>
      sendSoon(to, {
        title: "A new password for Punctual",
        lines: [
          "Somebody asked for a new password for your account. If it was you, choose one within an hour:",
          "If it was not you, there is nothing to do: your password is as it was.",
        ],
        link: `${page}/#reset=${secret}`,
        go: "Choose a new password",
      }),
    confirmEmail: async (to, secret) => {
      const words = {
        title: "Is this your address?",
        lines: [
          "Somebody wants to sign in to Punctual with this address from now on. If it was you, say so within a day:",
          "If it was not you, there is nothing to do.",
        ],
        link: `${page}/#confirm=${secret}`,
        go: "Yes, this is my address",
      };
      await send(to, words).catch((err: unknown) => {
        log.warn({ err: codeOf(err) }, "a letter about an account could not be sent");
        throw notSent();
      });
    },
    tell: (to, what) =>
      sendSoon(to, {
        title: "Your Punctual account was changed",
        lines: [what, "If it was not you, ask for a new password at the sign-in."],
        link: page,
      }),
    warn: (to) =>
      sendSoon(to, {
        title: "Wrong passwords at your Punctual account",
        lines: [
          "Somebody tried so many wrong passwords that further ones are refused for a quarter of an hour.",
          "Devices you have signed in with are not held up. If you forgot your password, ask for a new one at the sign-in.",
        ],
        link: page,
      }),
    farewell: (to) =>
      sendSoon(to, {
        title: "Your Punctual account is deleted",
        lines: ["Nobody can sign in to it any more, and what you had here is being erased."],
        link: null,
      }),
  };
};

/** Of a mail server's error only what cannot hold an address. */
const codeOf = (error: unknown) => {
  const { code, responseCode } = error as { code?: string; responseCode?: number };
  return { code, responseCode };
};

const notSent = (): Refused =>
  new Refused(
    { code: "unavailable", message: "the letter could not be sent now; try again in a minute" },
    { headers: { "retry-after": "60" } },
  );
