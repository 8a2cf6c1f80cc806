// A forgotten password: a link by mail, or a code that was kept. Called by sign-in-step.tsx.
import { type FormEvent, useState } from "react";
import { forgotPassword } from "../../api/account.ts";
import { Field } from "../field.tsx";
import { ChooseNew } from "./choose-new.tsx";
import { Trouble } from "./part.tsx";
import { StepHead } from "./step-head.tsx";
import { useAsk } from "./use-ask.ts";
import { signInWords } from "../../words/sign-in.ts";
import { sharedWords } from "../../words/shared.ts";

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
      <StepHead>{signInWords.isForgotten}</StepHead>
      {isSent ? (
        <output>{signInWords.forgot.sent}</output>
      ) : (
        <>
          <Field
            id="forgot-email"
            label={signInWords.email}
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
            {busy ? sharedWords.oneMoment : signInWords.forgot.send}
          </button>
        </>
      )}
      <p className="welcome__switch">
        <button className="link" type="button" onClick={() => setHasCode(true)}>
          {signInWords.forgot.haveCode}
        </button>{" "}
        <button className="link" type="button" onClick={onBack}>
          {sharedWords.back}
        </button>
      </p>
    </form>
  );
};
