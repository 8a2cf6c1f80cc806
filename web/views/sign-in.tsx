// One form for signing up and signing in. Called by app.tsx.
import { type FormEvent, useState } from "react";
import { type Account, type Credentials, signIn, signUp } from "../api/account.ts";
import { checkCredentials, type FormProblem, formProblem } from "../words/sign-in.ts";
import { Field } from "./field.tsx";
import { Mark } from "./icon.tsx";

type Props = {
  why?: string;
  onEntered: (account: Account, isNew: boolean) => Promise<void>;
};

const empty: Credentials = { name: "", email: "", password: "" };

const focus = (field: keyof Credentials | null): void => {
  if (field !== null) document.getElementById(`account-${field}`)?.focus();
};

export const SignIn = ({ why, onEntered }: Props) => {
  const [isNew, setIsNew] = useState(false);
  const [credentials, setCredentials] = useState(empty);
  const [problem, setProblem] = useState<FormProblem | null>(null);
  const [busy, setBusy] = useState(false);

  const fail = (found: FormProblem): void => {
    setProblem(found);
    focus(found.field);
  };

  const submit = async (): Promise<void> => {
    const wrong = checkCredentials(credentials, isNew);
    if (wrong !== null) return fail(wrong);
    setProblem(null);
    setBusy(true);
    const send = { ...credentials, email: credentials.email.trim(), name: credentials.name.trim() };
    const answer = await (isNew ? signUp(send) : signIn(send));
    if (answer.ok) return onEntered(answer.value.user, isNew);
    setBusy(false);
    fail(formProblem(answer.problem));
  };

  const input = (field: keyof Credentials, label: string, more: object) => (
    <Field
      id={`account-${field}`}
      label={label}
      value={credentials[field]}
      error={problem?.field === field ? problem.message : null}
      onChange={(value) => setCredentials({ ...credentials, [field]: value })}
      {...more}
    />
  );

  return (
    <main className="welcome">
      <section className="welcome__pitch">
        <p className="brand">
          <Mark /> Punctual
        </p>
        <h1>Say it once. It is on every screen, on time.</h1>
        <p>
          Write “Pay the rent on Friday 9am #home p1”, tick it off on your phone, and look up who
          changed what, and when.
        </p>
      </section>
      <form
        className="card welcome__form"
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void submit();
        }}
      >
        <h2>{isNew ? "Create your account" : "Sign in"}</h2>
        {why !== undefined && problem === null && <p className="hint">{why}</p>}
        {isNew && input("name", "Name", { autoComplete: "name" })}
        {input("email", "E-mail", { type: "email", autoComplete: "email" })}
        {input("password", "Password", {
          type: "password",
          autoComplete: isNew ? "new-password" : "current-password",
          ...(isNew && { hint: "At least 8 characters." }),
        })}
        {problem !== null && problem.field === null && (
          <p className="error" role="alert">
            {problem.message}
          </p>
        )}
        <button className="button button--primary" type="submit" disabled={busy}>
          {busy ? "One moment…" : isNew ? "Sign up" : "Sign in"}
        </button>
        <p className="welcome__switch">
          {isNew ? "You have an account?" : "New here?"}{" "}
          <button
            className="link"
            type="button"
            onClick={() => {
              setIsNew(!isNew);
              setProblem(null);
            }}
          >
            {isNew ? "Sign in instead" : "Create an account"}
          </button>
        </p>
      </form>
    </main>
  );
};
