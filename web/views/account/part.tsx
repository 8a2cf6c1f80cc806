// The parts of the account page look alike: a name, a word about it, a form. Called by the files beside it.
import { type FormEvent, type ReactNode, useId } from "react";
import { Field } from "../field.tsx";
import type { Wrong } from "./use-ask.ts";
import { accountWords } from "../../words/account.ts";
import { sharedWords } from "../../words/shared.ts";

type PartProps = { name: string; hint?: string; children: ReactNode };

export const Part = ({ name, hint, children }: PartProps) => {
  const id = useId();
  return (
    <section className="settings__part" aria-labelledby={id}>
      <h3 id={id} className="settings__name">
        {name}
      </h3>
      {hint !== undefined && <p className="hint">{hint}</p>}
      {children}
    </section>
  );
};

/** What was wrong and is about no field that is shown. */
export const Trouble = ({ wrong, shown = [] }: { wrong: Wrong | null; shown?: string[] }) =>
  wrong !== null && !shown.includes(wrong.field ?? "") ? (
    <p className="error" role="alert">
      {wrong.message}
    </p>
  ) : null;

type FormProps = {
  label: string;
  submit: string;
  busy: boolean;
  isReady?: boolean;
  isDanger?: boolean;
  onSubmit: () => Promise<void>;
  children: ReactNode;
};

export const Form = ({ label, submit, busy, isReady = true, isDanger, ...rest }: FormProps) => (
  <form
    className="account__form"
    aria-label={label}
    noValidate
    onSubmit={(event: FormEvent) => {
      event.preventDefault();
      void rest.onSubmit();
    }}
  >
    {rest.children}
    <button
      className={`button button--small${isDanger ? " button--danger" : ""}`}
      type="submit"
      disabled={busy || !isReady}
    >
      {busy ? sharedWords.oneMoment : submit}
    </button>
  </form>
);

type PasswordProps = {
  id: string;
  label?: string;
  value: string;
  error: string | null;
  isNew?: boolean;
  hint?: string;
  onChange: (value: string) => void;
};

/** A password that is shown (`isNew`: chosen). */
export const PasswordField = ({
  label = accountWords.yourPassword,
  isNew,
  ...field
}: PasswordProps) => (
  <Field
    {...field}
    label={label}
    type="password"
    autoComplete={isNew ? "new-password" : "current-password"}
  />
);
