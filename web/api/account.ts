// Signing up, in and out, by better-auth's routes. Called by app.tsx and the sign-in form.
import { type Answer, request } from "./request.ts";

export type Account = { id: string; name: string; email: string };
export type Credentials = { name: string; email: string; password: string };

/** Who is signed in here, by the session cookie; null when no one is. */
export const readAccount = async (): Promise<Answer<Account | null>> => {
  const answer = await request<{ user: Account } | null>("/api/auth/get-session");
  return answer.ok ? { ok: true, value: answer.value?.user ?? null } : answer;
};

/** Makes an account and signs in. */
export const signUp = (credentials: Credentials): Promise<Answer<{ user: Account }>> =>
  request("/api/auth/sign-up/email", { method: "POST", body: credentials });

/** Signs in with an account that exists. */
export const signIn = ({ email, password }: Credentials): Promise<Answer<{ user: Account }>> =>
  request("/api/auth/sign-in/email", { method: "POST", body: { email, password } });

export const signOut = (): Promise<Answer<unknown>> =>
  request("/api/auth/sign-out", { method: "POST", body: {} });
