// A browser that somebody has signed in with before: others' wrong guesses do not lock it out. Used by the sign-in.
// https://owasp.org/www-community/Slow_Down_Online_Guessing_Attacks_with_Device_Cookies
import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { parse, serialize } from "hono/utils/cookie";

const name = "punctual.device";
const seconds = 400 * 24 * 60 * 60; // the longest that browsers keep one

const sign = (secret: string, nonce: string, email: string): Buffer =>
  createHmac("sha256", secret).update(`device ${nonce} ${email.toLowerCase()}`).digest();

/** What names this device in the count of wrong passwords for the account; null for one that nobody signed in to it with. */
export const knownDevice = (
  secret: string,
  header: string | undefined,
  email: string,
): string | null => {
  const [nonce = "", signature = ""] = (parse(header ?? "", name)[name] ?? "").split(".");
  const given = Buffer.from(signature, "base64url");
  const expected = sign(secret, nonce, email);
  return given.length === expected.length && timingSafeEqual(given, expected) ? nonce : null;
};

/** The Set-Cookie line that makes a device known to an account. It signs nobody in. */
export const deviceCookie = (
  secret: string,
  email: string,
  { isSecure }: { isSecure: boolean },
): string => {
  const nonce = randomBytes(16).toString("base64url");
  const value = `${nonce}.${sign(secret, nonce, email).toString("base64url")}`;
  return serialize(name, value, {
    path: "/api/auth",
    maxAge: seconds,
    httpOnly: true,
    sameSite: "Lax",
    secure: isSecure,
  });
};
