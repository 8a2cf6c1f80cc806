// What the account routes take and give. better-auth does the rest; these say it first and better.
import { z } from "zod";
import { SignUpMode } from "./sign-up.ts";

export const Email = z
  .string()
  .trim()
  .max(254, "must be at most 254 characters long")
  .pipe(z.email("must be an e-mail address such as ada@example.com"));

export const Name = z
  .string()
  .trim()
  .min(1, "must not be empty")
  .max(100, "must be at most 100 characters long");

/** A password that is chosen. Whether it is one of the common ones is asked beside. */
export const NewPassword = z
  .string()
  .min(8, "must be at least 8 characters long")
  .max(128, "must be at most 128 characters long");

/** A password that is shown. */
export const Password = z
  .string()
  .min(1, "must not be empty")
  .max(128, "must be at most 128 characters long");

/** A recovery code, a link's secret or an invitation, as it was typed. */
export const Secret = z
  .string()
  .trim()
  .min(1, "must not be empty")
  .max(100, "must be at most 100 characters long");

const invitation = Secret.optional().meta({
  description: "Where accounts are made by invitation only (GET /api/auth/doors says so).",
});

export const SignUp = z
  .strictObject({ name: Name, email: Email, password: NewPassword, invitation })
  .meta({
    id: "SignUp",
    example: { name: "Ada", email: "ada@example.com", password: "correct horse battery" },
  });
export type SignUp = z.infer<typeof SignUp>;

export const SignIn = z
  .strictObject({ email: Email, password: Password, rememberMe: z.boolean().optional() })
  .meta({ id: "SignIn", example: { email: "ada@example.com", password: "correct horse battery" } });
export type SignIn = z.infer<typeof SignIn>;

const Account = z.object({ id: z.string(), name: z.string(), email: z.string() });

export const SignedIn = z
  .object({ token: z.string().meta({ description: "The bearer token." }), user: Account })
  .meta({ id: "SignedIn" });

export const SignedUp = SignedIn.extend({
  recoveryCode: z.string().optional().meta({
    description:
      "Opens the account when the password is forgotten; shown this once. Only where no mail server is configured.",
  }),
}).meta({ id: "SignedUp" });

export const SecondStep = z
  .object({ twoFactorRedirect: z.literal(true), twoFactorMethods: z.array(z.string()) })
  .meta({
    id: "SecondStep",
    description:
      "The password is right, and a second step is asked for: POST /api/auth/two-factor/verify-totp or verify-backup-code with the cookie of this answer.",
  });

/** Who is signed in, without what signs them in. */
export const CurrentSession = z
  .object({ session: z.object({ id: z.string(), expiresAt: z.string() }), user: Account })
  .nullable();

export const Done = z.object({ success: z.boolean() });

export const DoorsDoc = z
  .object({
    signUp: SignUpMode,
    isFirst: z
      .boolean()
      .meta({ description: "Nobody has an account yet: the first one can always be made." }),
    mail: z
      .boolean()
      .meta({ description: "A new password can be had by mail; else by a recovery code." }),
    passkeyHost: z.string().meta({ description: "The name of a host that passkeys are bound to." }),
  })
  .meta({ id: "Doors" });

export const Forgot = z
  .strictObject({ email: Email })
  .meta({ id: "Forgot", example: { email: "ada@example.com" } });

/** Whether what programs sign in with ends with the old password. */
export const EndTokens = z
  .boolean()
  .default(false)
  .meta({ description: "End the tokens of programs, too." });

export const Reset = z
  .strictObject({ code: Secret, newPassword: NewPassword, endTokens: EndTokens })
  .meta({
    id: "Reset",
    example: { code: "01A2B-3C4D5-E6F7G-8H9J0-KMNP1", newPassword: "correct horse battery" },
  });

export const ResetDone = z
  .object({
    email: z.string(),
    recoveryCode: z.string().optional().meta({
      description: "The next one, where a recovery code was used.",
    }),
    passkeys: z.int().min(0).meta({
      description:
        "How many passkeys still sign in. A new password does not end them; GET /api/auth/passkey/list-user-passkeys names them.",
    }),
    tokens: z.int().min(0).meta({ description: "How many tokens of programs still hold." }),
  })
  .meta({ id: "ResetDone" });

export const Confirm = z
  .strictObject({ code: Secret })
  .meta({ id: "Confirm", example: { code: "01A2B-3C4D5-E6F7G-8H9J0-KMNP1" } });
