// What can happen to an account, as the database has it. Used by the files beside it and by GET /account/events.
import * as z from "zod";
import { Id } from "../../domain/ids.ts";

export const AccountEventType = z.enum([
  "signed-up",
  "signed-in",
  "sign-in-failed",
  "second-step-asked",
  "second-step-refused",
  "password-changed",
  "password-reset",
  "name-changed",
  "email-asked",
  "email-changed",
  "recovery-code-made",
  "recovery-by-operator",
  "session-ended",
  "sessions-ended",
  "token-made",
  "token-ended",
  "invitation-made",
  "two-factor-on",
  "two-factor-off",
  "backup-codes-made",
  "passkey-added",
  "passkey-removed",
  "exported",
]);
export type AccountEventType = z.infer<typeof AccountEventType>;

/** One line of it, the newest first by id. */
export const AccountEvent = z.object({
  id: Id,
  type: AccountEventType,
  at: z.date(),
  address: z.string().nullable(),
  agent: z.string().nullable(),
  detail: z.string().nullable(),
});
export type AccountEvent = z.infer<typeof AccountEvent>;
