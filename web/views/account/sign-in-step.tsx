// The ways of a sign-in beside its form: a second step, a forgotten password, a code to keep. Loaded when needed. Called by sign-in.tsx.
import type { Account } from "../../api/account.ts";
import { Copyable } from "../settings/copy.tsx";
import type { Step } from "../welcome.tsx";
import { Forgot } from "./forgot.tsx";
import { Second } from "./second.tsx";
import { StepHead } from "./step-head.tsx";
import { signInWords } from "../../words/sign-in.ts";

type Props = {
  step: Step;
  onEntered: (account: Account, isNew: boolean) => Promise<void>;
  onBack: () => void;
};

const Keep = ({ code, onKept }: { code: string; onKept: () => void }) => (
  <section className="card welcome__form" aria-labelledby="keep">
    <StepHead id="keep">{signInWords.keep.title}</StepHead>
    <p>{signInWords.keep.text}</p>
    <Copyable label={signInWords.keep.code} text={code} />
    <button className="button button--primary" type="button" onClick={onKept}>
      {signInWords.keep.done}
    </button>
  </section>
);

const SignInStep = ({ step, onEntered, onBack }: Props) => {
  if (step.is === "second") return <Second onEntered={onEntered} onBack={onBack} />;
  if (step.is === "forgot") return <Forgot {...step} onBack={onBack} />;
  return <Keep code={step.code} onKept={() => void onEntered(step.account, true)} />;
};

export default SignInStep;
