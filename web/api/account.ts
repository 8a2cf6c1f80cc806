// Signing up, in and out, by better-auth's routes. Called by app.tsx and the sign-in form.
import type { Problem } from "./problem.ts";
import { type Answer, request } from "./request.ts";

export type Account = { id: string; name: string; email: string };
export type Credentials = { name: string; email: string; password: string };

/** Where the form shows a problem: at a field, or above the button. */
export type FormProblem = { field: keyof Credentials | null; message: string };

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

const known: Record<string, FormProblem> = {
  INVALID_EMAIL_OR_PASSWORD: {
    field: "password",
    message: "The e-mail or the password is not right.",
  },
  INVALID_EMAIL: { field: "email", message: "Enter an e-mail address such as ada@example.org." },
  PASSWORD_TOO_SHORT: { field: "password", message: "Use at least 8 characters." },
  PASSWORD_TOO_LONG: { field: "password", message: "Use at most 128 characters." },
  USER_ALREADY_EXISTS: {
    field: "email",
    message: "There is an account with this e-mail already. Sign in instead.",
  },
};
known["USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL"] = known["USER_ALREADY_EXISTS"] as FormProblem;

/** Turns a refused sign-up or sign-in into a sentence at the right place. */
export const formProblem = (problem: Problem): FormProblem => {
  const byCode = known[problem.code];
  if (byCode) return byCode;
  if (problem.status === 401) return known["INVALID_EMAIL_OR_PASSWORD"] as FormProblem;
  const field = problem.fields.find(({ path }) => ["name", "email", "password"].includes(path));
  if (field)
    return { field: field.path as keyof Credentials, message: `${field.path} ${field.message}` };
  return { field: null, message: problem.message };
};

/** What can be said before asking the server; null when all looks right. */
export const checkCredentials = (credentials: Credentials, isNew: boolean): FormProblem | null => {
  if (isNew && credentials.name.trim() === "")
    return { field: "name", message: "What should we call you?" };
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(credentials.email.trim()))
    return known["INVALID_EMAIL"] as FormProblem;
  if (credentials.password === "") return { field: "password", message: "Enter your password." };
  if (isNew && credentials.password.length < 8) return known["PASSWORD_TOO_SHORT"] as FormProblem;
  return null;
};
