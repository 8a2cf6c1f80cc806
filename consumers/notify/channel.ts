// What the three channels have in common: a message, and what came of sending it. Spoken by attempt.ts with email, push and webhook.
import type { Id, Instant } from "../../domain/ids.ts";

/** `permanent`: trying again is no use. `reason` is a sentence for the person. */
export type Outcome = { ok: true; at: Instant } | { ok: false; reason: string; permanent: boolean };

/**
 * What a person is told. `id` names the notification: the same in every try and on every channel. `at` is when it became
 * due; `lines` are whole sentences in the person's words, `link` leads to the page where one is known, `data` is the same
 * for programs.
 */
export type Message = {
  id: Id;
  kind: "reminder" | "digest" | "summary" | "test";
  title: string;
  lines: string[];
  at: Instant;
  link: string | null;
  data: Record<string, unknown>;
};

/** Sends once; resolves within `deadlineMs` whatever the other side does, and never throws for what the other side did. */
export type Send<Target> = (
  message: Message,
  target: Target,
  options: { deadlineMs: number },
) => Promise<Outcome>;

export const accepted = (): Outcome => ({ ok: true, at: new Date().toISOString() });

/** Trying again may help. */
export const failed = (reason: string): Outcome => ({
  ok: false,
  reason: short(reason),
  permanent: false,
});

/** Trying again is no use. */
export const impossible = (reason: string): Outcome => ({
  ok: false,
  reason: short(reason),
  permanent: true,
});

/** What the other side says may be long, or hold what no store can keep. */
const short = (reason: string): string =>
  reason
    .toWellFormed()
    .replaceAll(/\p{Cc}+/gu, " ")
    .slice(0, 300);
