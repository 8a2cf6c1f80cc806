// What the routes of the account take and give. Used by the files beside it.
import { z } from "zod";
import { Id, Instant } from "../../../domain/ids.ts";
import { AccountEventType } from "../../../database/account-events/account-event.ts";
import { Email, EndTokens, Name, NewPassword, Password } from "../../auth/schemas.ts";
import { SignUpMode } from "../../auth/sign-up.ts";

export const AccountDoc = z
  .object({
    id: Id,
    name: z.string(),
    email: z.string(),
    emailVerified: z.boolean().meta({ description: "A letter to it was answered." }),
    newEmail: z
      .string()
      .nullable()
      .meta({ description: "The address that a letter was sent to and not answered yet." }),
    createdAt: Instant,
    twoFactor: z.boolean().meta({ description: "A second step is asked for at the sign-in." }),
    recoveryCodeMadeAt: Instant.nullable(),
    mail: z.boolean().meta({ description: "A mail server is configured here." }),
    signUp: SignUpMode,
  })
  .meta({ id: "Account" });

export const NameChange = z
  .strictObject({ name: Name })
  .meta({ id: "NameChange", example: { name: "Ada" } });

export const ShownPassword = z
  .strictObject({ password: Password })
  .meta({ id: "ShownPassword", example: { password: "correct horse battery" } });

export const EmailChange = z.strictObject({ email: Email, password: Password }).meta({
  id: "EmailChange",
  example: { email: "ada@example.com", password: "correct horse battery" },
});

export const EmailChanged = z
  .object({
    email: z.string().meta({ description: "What you sign in with now." }),
    sentTo: z
      .string()
      .nullable()
      .meta({ description: "Where a letter went that has to be answered first." }),
  })
  .meta({ id: "EmailChanged" });

export const PasswordChange = z
  .strictObject({
    currentPassword: Password,
    newPassword: NewPassword,
    endTokens: EndTokens,
  })
  .meta({
    id: "PasswordChange",
    example: { currentPassword: "correct horse battery", newPassword: "another horse battery" },
  });

export const RecoveryCode = z.object({ recoveryCode: z.string() }).meta({
  id: "RecoveryCode",
  example: { recoveryCode: "01A2B-3C4D5-E6F7G-8H9J0-KMNP1" },
});

export const SessionDoc = z
  .object({
    id: Id,
    isCurrent: z.boolean().meta({ description: "The one that asks." }),
    createdAt: Instant,
    usedAt: Instant.meta({ description: "To the day." }),
    expiresAt: Instant,
    address: z.string().nullable(),
    agent: z.string().nullable().meta({ description: "What the device said of itself." }),
  })
  .meta({ id: "Session" });

export const AccountEventDoc = z
  .object({
    id: Id,
    type: AccountEventType,
    at: Instant,
    address: z.string().nullable(),
    agent: z.string().nullable(),
    detail: z.string().nullable(),
  })
  .meta({ id: "AccountEvent" });

export const InvitationDoc = z
  .object({ id: Id, createdAt: Instant, expiresAt: Instant })
  .meta({ id: "Invitation" });

export const InvitationInput = z
  .strictObject({
    days: z
      .int("must be a whole number of days")
      .min(1, "must be from 1 to 90")
      .max(90, "must be from 1 to 90")
      .default(7),
  })
  .meta({ id: "InvitationInput", example: { days: 7 } });

export const MadeInvitation = InvitationDoc.extend({
  code: z.string().meta({ description: "Shown this once." }),
  link: z.string().meta({ description: "The sign-up with the code filled in." }),
}).meta({ id: "MadeInvitation" });
