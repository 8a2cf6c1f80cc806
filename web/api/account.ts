// Signing up, in and out, by better-auth's routes. Called by app.tsx and the sign-in form.
import { sentence } from "../words/sentence.ts";
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

const sayings = {
  name: "What should we call you?",
  email: "Enter an e-mail address such as ada@example.org.",
  taken: "There is an account with this e-mail already. Sign in instead.",
  noPassword: "Enter your password.",
  short: "Use at least 8 characters.",
  wrong: "The e-mail or the password is not right.",
};

const isField = (path: string): path is keyof Credentials =>
  ["name", "email", "password"].includes(path);

/** Turns a refused sign-up or sign-in into a sentence at the right place. */
export const formProblem = ({ code, fields, message }: Problem): FormProblem => {
  if (code === "unauthenticated") return { field: "password", message: sayings.wrong };
  if (code === "conflict") return { field: "email", message: sayings.taken };
  for (const { path, message: what } of fields)
    if (isField(path)) return { field: path, message: sentence(what) };
  return { field: null, message: sentence(message) };
};

/** What can be said before asking the server; null when all looks right. */
export const checkCredentials = (credentials: Credentials, isNew: boolean): FormProblem | null => {
  const { name, email, password } = credentials;
  if (isNew && name.trim() === "") return { field: "name", message: sayings.name };
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim()))
    return { field: "email", message: sayings.email };
  if (password === "") return { field: "password", message: sayings.noPassword };
  if (isNew && password.length < 8) return { field: "password", message: sayings.short };
  return null;
};
