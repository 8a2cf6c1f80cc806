// Translates better-auth's errors into our refusals, so that accounts speak problem+json like everything else.
import * as z from "zod";
import type { FieldError, Refusal } from "../../domain/result.ts";
import { Refused } from "../http/refused.ts";

const Body = z.object({ code: z.string().optional(), message: z.string().optional() });

/** better-auth's code → the field it is about. */
const fieldOf: Record<string, string> = {
  INVALID_EMAIL: "email",
  USER_ALREADY_EXISTS: "email",
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: "email",
  PASSWORD_TOO_SHORT: "password",
  PASSWORD_TOO_LONG: "password",
  INVALID_PASSWORD: "password",
  INVALID_CODE: "code",
  INVALID_BACKUP_CODE: "code",
};

const codeOf = (status: number, reason: string): Refusal["code"] => {
  if (reason.startsWith("USER_ALREADY_EXISTS")) return "conflict";
  // What a browser sent of a passkey does not hold.
  if (reason === "FAILED_TO_VERIFY_REGISTRATION" || reason === "AUTHENTICATION_FAILED")
    return "invalid";
  if (reason.includes("ORIGIN")) return "forbidden";
  if (status === 401 || status === 403) return "unauthenticated";
  if (status === 404) return "not_found";
  if (status === 429) return "rate_limited";
  return status >= 500 ? "internal" : "invalid";
};

/** What to throw for an answer of better-auth with status 400 or above. */
export const authRefusal = async (answer: Response): Promise<Error> => {
  const body = Body.safeParse(await answer.json().catch(() => ({})));
  const reason = body.data?.code ?? "";
  const message = messageOf(reason, body.data?.message);
  const code = codeOf(answer.status, reason);
  if (code === "internal") return new Error(`better-auth answered ${answer.status} ${reason}`);
  const path = fieldOf[reason];
  const fields: FieldError[] | undefined = path === undefined ? undefined : [{ path, message }];
  const retryAfter = answer.headers.get("x-retry-after");
  return new Refused(
    { code, message, ...(fields ? { fields } : {}) },
    { headers: retryAfter === null ? {} : { "retry-after": retryAfter } },
  );
};

const messageOf = (reason: string, message = "this was refused"): string => {
  if (reason.startsWith("USER_ALREADY_EXISTS"))
    return "there is an account with this e-mail address already";
  if (reason === "INVALID_EMAIL_OR_PASSWORD") return "e-mail address or password is wrong";
  if (reason.includes("ORIGIN")) {
    return "this page's origin is not allowed to sign in here; set PUBLIC_URL or ALLOWED_ORIGINS";
  }
  if (reason === "INVALID_PASSWORD") return "is not your password";
  if (reason === "INVALID_CODE") return "is not the present code of the app";
  if (reason === "INVALID_BACKUP_CODE") return "is none of your backup codes, or was used";
  if (reason === "INVALID_TWO_FACTOR_COOKIE") return "too much time has passed; sign in again";
  if (reason.startsWith("TOO_MANY_ATTEMPTS")) return "too many wrong codes; sign in again";
  if (reason === "ACCOUNT_TEMPORARILY_LOCKED")
    return "too many wrong codes; try again in a quarter of an hour";
  return message;
};
