// The second step: the code of an app, or a backup code. Called by sign-in-step.tsx.
import { type FormEvent, useState } from "react";
import { type Account, proveSecond } from "../../api/account.ts";
import { Field } from "../field.tsx";
import { Trouble } from "./part.tsx";
import { StepHead } from "./step-head.tsx";
import { useAsk } from "./use-ask.ts";
import { signInWords } from "../../words/sign-in.ts";
import { sharedWords } from "../../words/shared.ts";

type Props = {
  onEntered: (account: Account, isNew: boolean) => Promise<void>;
  onBack: () => void;
};

export const Second = ({ onEntered, onBack }: Props) => {
  const [code, setCode] = useState("");
  const [isBackup, setBackup] = useState(false);
  const [trust, setTrust] = useState(false);
  const { busy, of, wrong, ask } = useAsk();
  const prove = async (): Promise<void> => {
    const answer = await ask(() => proveSecond(code.replaceAll(/\s/g, ""), { isBackup, trust }));
    if (answer.ok) await onEntered(answer.value.user, false);
  };
  return (
    <form
      className="card welcome__form"
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void prove();
      }}
    >
      <StepHead>{signInWords.second.title}</StepHead>
      <Field
        key={String(isBackup)}
        id="second-step"
        label={isBackup ? signInWords.second.backup : signInWords.second.app}
        value={code}
        error={of("code")}
        autoComplete={isBackup ? "off" : "one-time-code"}
        maxLength={40}
        onChange={setCode}
      />
      <label className="account__check">
        <input
          type="checkbox"
          checked={trust}
          onChange={({ target }) => setTrust(target.checked)}
        />
        {signInWords.second.trust}
      </label>
      <Trouble wrong={wrong} shown={["code"]} />
      <button
        className="button button--primary"
        type="submit"
        disabled={busy || code.trim() === ""}
      >
        {busy ? sharedWords.oneMoment : signInWords.second.go}
      </button>
      <p className="welcome__switch">
        <button
          className="link"
          type="button"
          onClick={() => {
            setBackup(!isBackup);
            setCode("");
          }}
        >
          {isBackup ? signInWords.second.byApp : signInWords.second.byBackup}
        </button>{" "}
        <button className="link" type="button" onClick={onBack}>
          {sharedWords.back}
        </button>
      </p>
    </form>
  );
};
