// A new password by the code of a link, of a paper, or of whoever runs this. Called by forgot.tsx and opened-link.tsx.
import { type FormEvent, useState } from "react";
import { type ResetDone, resetPassword } from "../../api/account.ts";
import { resetWords } from "../../words/reset.ts";
import { Field } from "../field.tsx";
import { Copyable } from "../settings/copy.tsx";
import { PasswordField, Trouble } from "./part.tsx";
import { StepHead } from "./step-head.tsx";
import { useAsk } from "./use-ask.ts";
import { signInWords } from "../../words/sign-in.ts";
import { sharedWords } from "../../words/shared.ts";

/** `code` is that of a link; empty where it is to be typed. */
type Props = { code: string; mail: boolean; onDone: () => void };

const Chosen = ({ done, onDone }: { done: ResetDone; onDone: () => void }) => (
  <section className="card welcome__form" aria-labelledby="chosen">
    <StepHead id="chosen">{signInWords.forgot.changed}</StepHead>
    <p>{signInWords.forgot.signedOut(done.email)}</p>
    {done.passkeys + done.tokens > 0 && (
      <p>{signInWords.forgot.stillIn(done.passkeys, done.tokens)}</p>
    )}
    {done.recoveryCode !== undefined && (
      <>
        <p>{signInWords.forgot.usedUp}</p>
        <Copyable label={signInWords.keep.code} text={done.recoveryCode} />
      </>
    )}
    <button className="button button--primary" type="button" onClick={onDone}>
      {sharedWords.signIn}
    </button>
  </section>
);

export const ChooseNew = ({ code: given, mail, onDone }: Props) => {
  const [code, setCode] = useState(given);
  const [password, setPassword] = useState("");
  const [endTokens, setEndTokens] = useState(false);
  const [done, setDone] = useState<ResetDone | null>(null);
  const { busy, of, wrong, ask } = useAsk();
  const save = async (): Promise<void> => {
    const answer = await ask(() => resetPassword(code.trim(), password, endTokens));
    if (answer.ok) setDone(answer.value);
  };
  if (done !== null) return <Chosen done={done} onDone={onDone} />;
  return (
    <form
      className="card welcome__form"
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void save();
      }}
    >
      <StepHead>{signInWords.forgot.choose}</StepHead>
      {given === "" && (
        <Field
          id="reset-code"
          label={signInWords.forgot.code}
          value={code}
          error={of("code")}
          autoComplete="off"
          hint={mail ? signInWords.forgot.codeByMail : signInWords.forgot.codeOnPaper}
          maxLength={100}
          onChange={setCode}
        />
      )}
      <PasswordField
        id="reset-password"
        label={signInWords.forgot.newPassword}
        isNew
        value={password}
        error={of("newPassword")}
        hint={signInWords.short}
        onChange={setPassword}
      />
      <div className="check">
        <input
          id="reset-tokens"
          type="checkbox"
          checked={endTokens}
          aria-describedby="reset-tokens-note"
          onChange={({ target }) => setEndTokens(target.checked)}
        />
        <label htmlFor="reset-tokens">{resetWords.endTokens}</label>
      </div>
      <p id="reset-tokens-note" className="hint">
        {resetWords.endTokensHint}
      </p>
      <Trouble wrong={wrong} shown={given === "" ? ["code", "newPassword"] : ["newPassword"]} />
      <button
        className="button button--primary"
        type="submit"
        disabled={busy || code.trim() === "" || password === ""}
      >
        {busy ? sharedWords.oneMoment : signInWords.forgot.change}
      </button>
      <p className="welcome__switch">
        <button className="link" type="button" onClick={onDone}>
          {signInWords.forgot.backToSignIn}
        </button>
      </p>
    </form>
  );
};
