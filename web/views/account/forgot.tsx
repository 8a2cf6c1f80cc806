// A forgotten password: a link by mail, or a code that was kept. Called by sign-in-step.tsx.
import { type FormEvent, useState } from "react";
import { forgotPassword } from "../../api/account.ts";
import { Field } from "../field.tsx";
import { ChooseNew } from "./choose-new.tsx";
import { Trouble } from "./part.tsx";
import { StepHead } from "./step-head.tsx";
import { useAsk } from "./use-ask.ts";

type Props = { email: string; mail: boolean; onBack: () => void };

export const Forgot = ({ email: known, mail, onBack }: Props) => {
  const [email, setEmail] = useState(known);
  const [isSent, setSent] = useState(false);
  const [hasCode, setHasCode] = useState(!mail);
  const { busy, of, wrong, ask } = useAsk();
  const send = async (): Promise<void> => {
    const answer = await ask(() => forgotPassword(email.trim()));
    if (!answer.ok) return;
    if (answer.value.byMail) setSent(true);
    else setHasCode(true);
  };
  if (hasCode) return <ChooseNew code="" mail={mail} onDone={onBack} />;
  return (
    <form
      className="card welcome__form"
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void send();
      }}
    >
      <StepHead>Forgot your password?</StepHead>
      {isSent ? (
        <output>
          If there is an account with that address, a letter is on its way. Its link holds for an
          hour.
        </output>
      ) : (
        <>
          <Field
            id="forgot-email"
            label="E-mail"
            type="email"
            value={email}
            error={of("email")}
            autoComplete="email"
            onChange={setEmail}
          />
          <Trouble wrong={wrong} shown={["email"]} />
          <button
            className="button button--primary"
            type="submit"
            disabled={busy || email.trim() === ""}
          >
            {busy ? "One moment…" : "Send me a link"}
          </button>
        </>
      )}
      <p className="welcome__switch">
        <button className="link" type="button" onClick={() => setHasCode(true)}>
          I have a code
        </button>{" "}
        <button className="link" type="button" onClick={onBack}>
          Back
        </button>
      </p>
    </form>
  );
};
