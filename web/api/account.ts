// Signing up, in and out, and back in. Called by app.tsx and the sign-in form.
import { type Answer, request } from "./request.ts";

/** `createdAt`: since when there is the account; a page that opens without a line may not know it. */
export type Account = { id: string; name: string; email: string; createdAt?: string };
export type Credentials = { name: string; email: string; password: string; invitation: string };

/** Who may make an account here, and how one who forgot the password gets back in. */
export type Doors = {
  signUp: "open" | "invite" | "closed";
  /** Nobody has an account here yet: the first can always be made. */
  isFirst: boolean;
  /** A link to a new password comes by mail; else by a code on paper. */
  mail: boolean;
  /** The name that passkeys are bound to. */
  passkeyHost: string;
};

/** Who is in; or that a second step is asked for. */
export type SignedIn = { user: Account } | { twoFactorRedirect: true };
export type SignedUp = { user: Account; recoveryCode?: string };

/** Who is signed in here, by the session cookie; null when no one is. */
export const readAccount = async (): Promise<Answer<Account | null>> => {
  const answer = await request<{ user: Account } | null>("/api/auth/get-session");
  return answer.ok ? { ok: true, value: answer.value?.user ?? null } : answer;
};

export const readDoors = (): Promise<Answer<Doors>> => request("/api/auth/doors");

/** Makes an account and signs in. */
export const signUp = ({ invitation, ...account }: Credentials): Promise<Answer<SignedUp>> =>
  request("/api/auth/sign-up/email", {
    method: "POST",
    body: { ...account, ...(invitation.trim() !== "" && { invitation }) },
  });

/** Signs in with an account that exists. */
export const signIn = ({ email, password }: Credentials): Promise<Answer<SignedIn>> =>
  request("/api/auth/sign-in/email", { method: "POST", body: { email, password } });

export const signOut = (): Promise<Answer<unknown>> =>
  request("/api/auth/sign-out", { method: "POST", body: {} });

/** The second step: the present code of an app, or a backup code. A known device is not asked again for 30 days. */
export const proveSecond = (
  code: string,
  { isBackup, trust }: { isBackup: boolean; trust: boolean },
): Promise<Answer<{ user: Account }>> =>
  request(`/api/auth/two-factor/${isBackup ? "verify-backup-code" : "verify-totp"}`, {
    method: "POST",
    body: { code, trustDevice: trust },
  });

export const forgotPassword = (email: string): Promise<Answer<{ byMail: boolean }>> =>
  request("/api/auth/forgot-password", { method: "POST", body: { email } });

/** Chooses a new password by the code of a letter or of a paper. */
/** `passkeys` and `tokens` (of programs): how many still hold. */
export type ResetDone = {
  email: string;
  recoveryCode?: string;
  passkeys: number;
  tokens: number;
};
export const resetPassword = (
  code: string,
  newPassword: string,
  endTokens: boolean,
): Promise<Answer<ResetDone>> =>
  request("/api/auth/reset-password", { method: "POST", body: { code, newPassword, endTokens } });

export const confirmEmail = (code: string): Promise<Answer<{ email: string }>> =>
  request("/api/auth/confirm-email", { method: "POST", body: { code } });
