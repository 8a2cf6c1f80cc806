// What the account routes take and give. better-auth does the rest; these say it first and better.
import { z } from "zod";

const email = z
  .string()
  .trim()
  .max(254, "must be at most 254 characters long")
  .pipe(z.email("must be an e-mail address such as ada@example.com"));

export const SignUp = z
  .strictObject({
    name: z
      .string()
      .trim()
      .min(1, "must not be empty")
      .max(100, "must be at most 100 characters long"),
    email,
    password: z
      .string()
      .min(8, "must be at least 8 characters long")
      .max(128, "must be at most 128 characters long"),
  })
  .meta({
    id: "SignUp",
    example: { name: "Ada", email: "ada@example.com", password: "correct horse battery" },
  });

export const SignIn = z
  .strictObject({
    email,
    password: z.string().min(1, "must not be empty").max(128),
    rememberMe: z.boolean().optional(),
  })
  .meta({ id: "SignIn", example: { email: "ada@example.com", password: "correct horse battery" } });

const Account = z.object({ id: z.string(), name: z.string(), email: z.string() });

export const SignedIn = z
  .object({ token: z.string().meta({ description: "The bearer token." }), user: Account })
  .meta({ id: "SignedIn" });

export const CurrentSession = z
  .object({ session: z.object({ expiresAt: z.string() }), user: Account })
  .nullable();

export const Done = z.object({ success: z.boolean() });
