// What is wrong with a sign-up or a sign-in, as a sentence at the right place. Pure; called by the sign-in form.
import type { Credentials } from "../api/account.ts";
import type { Problem } from "../api/problem.ts";
import { sentence } from "../words/sentence.ts";
import { signInWords } from "../words/sign-in.ts";

/** Where the form shows a problem: at a field, or above the button. */
export type FormProblem = { field: keyof Credentials | null; message: string };

const isField = (path: string): path is keyof Credentials =>
  ["name", "email", "password", "invitation"].includes(path);

/** Turns a refused sign-up or sign-in into a sentence at the right place. */
export const formProblem = ({ code, fields, message }: Problem): FormProblem => {
  if (code === "unauthenticated") return { field: "password", message: signInWords.wrong.pair };
  if (code === "conflict") return { field: "email", message: signInWords.wrong.taken };
  for (const { path, message: what } of fields)
    if (isField(path))
      return { field: path, message: sentence(what.replace(/^(?=is |must )/, "this ")) };
  return { field: null, message: sentence(message) };
};

/** What can be said before asking the server; null when all looks right. */
export const checkCredentials = (
  credentials: Omit<Credentials, "invitation">,
  isNew: boolean,
): FormProblem | null => {
  const { name, email, password } = credentials;
  if (isNew && name.trim() === "") return { field: "name", message: signInWords.wrong.name };
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim()))
    return { field: "email", message: signInWords.wrong.email };
  if (password === "") return { field: "password", message: signInWords.wrong.noPassword };
  if (isNew && password.length < 8) return { field: "password", message: signInWords.wrong.short };
  return null;
};
