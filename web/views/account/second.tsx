// The second step: the code of an app, or a backup code. Called by sign-in-step.tsx.
import { type FormEvent, useState } from "react";
import { type Account, proveSecond } from "../../api/account.ts";
import { Field } from "../field.tsx";
import { Trouble } from "./part.tsx";
import { StepHead } from "./step-head.tsx";
import { useAsk } from "./use-ask.ts";

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
      <StepHead>One more step</StepHead>
      <Field
        key={String(isBackup)}
        id="second-step"
        label={isBackup ? "A backup code" : "The code your app shows now"}
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
        Do not ask on this device for 30 days
      </label>
      <Trouble wrong={wrong} shown={["code"]} />
      <button
        className="button button--primary"
        type="submit"
        disabled={busy || code.trim() === ""}
      >
        {busy ? "One moment…" : "Go on"}
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
          {isBackup ? "Use the app" : "Use a backup code"}
        </button>{" "}
        <button className="link" type="button" onClick={onBack}>
          Back
        </button>
      </p>
    </form>
  );
};
