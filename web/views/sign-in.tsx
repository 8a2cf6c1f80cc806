// One form for signing up and signing in, and the ways around it. Called by app.tsx.
import { type FormEvent, lazy, Suspense, useEffect, useState } from "react";
import { flushSync } from "react-dom";
import {
  type Account,
  type Credentials,
  type Doors,
  readDoors,
  signIn,
  signUp,
} from "../api/account.ts";
import { checkCredentials, type FormProblem, formProblem } from "../say/form-problem.ts";
import { Field } from "./field.tsx";
import { LatePart } from "./late-part.tsx";
import { type Step, Welcome } from "./welcome.tsx";
import { sharedWords } from "../words/shared.ts";
import { signInWords } from "../words/sign-in.ts";

/** What most visits do without: the second step, a forgotten password, a passkey, a code to keep. */
const SignInStep = lazy(() => import("./account/sign-in-step.tsx"));
/** A way more: where it cannot be fetched, the form does without. */
const PasskeyButton = lazy(() =>
  import("./account/passkey-button.tsx").catch(() => ({ default: () => null })),
);

type Props = {
  why?: string;
  /** The code of the invitation somebody came with. */
  invitation?: string;
  onEntered: (account: Account, isNew: boolean) => Promise<void>;
};

const focus = (field: keyof Credentials | null): void => {
  if (field !== null) document.getElementById(`account-${field}`)?.focus();
};

/** What is usual until it is known. */
const usual: Doors = { signUp: "open", isFirst: false, mail: true, passkeyHost: "" };

type FormProps = Props & { doors: Doors; onStep: (step: Step) => void };

/** The form's state and what its button does. */
const useForm = ({ invitation = "", onEntered, onStep }: FormProps) => {
  const [isNew, setIsNew] = useState(invitation !== "");
  const [credentials, setCredentials] = useState<Credentials>({
    name: "",
    email: "",
    password: "",
    invitation,
  });
  const [problem, setProblem] = useState<FormProblem | null>(null);
  const [busy, setBusy] = useState(false);
  /** The server wants an invitation, whatever was known of it when the form was shown. */
  const [isInvited, setInvited] = useState(false);
  const fail = (found: FormProblem): void => {
    // At once: the field to go to may not be there yet.
    flushSync(() => {
      setProblem(found);
      setBusy(false);
      if (found.field === "invitation") setInvited(true);
    });
    focus(found.field);
  };
  const send = async (given: Credentials): Promise<void> => {
    if (isNew) {
      const made = await signUp(given);
      if (!made.ok) return fail(formProblem(made.problem));
      const { user, recoveryCode } = made.value;
      if (recoveryCode === undefined) return onEntered(user, true);
      return onStep({ is: "keep", code: recoveryCode, account: user });
    }
    const answer = await signIn(given);
    if (!answer.ok) return fail(formProblem(answer.problem));
    if ("user" in answer.value) return onEntered(answer.value.user, false);
    onStep({ is: "second" });
  };
  const submit = async (): Promise<void> => {
    const wrong = checkCredentials(credentials, isNew);
    if (wrong !== null) return fail(wrong);
    setProblem(null);
    setBusy(true);
    const { name, email } = credentials;
    await send({ ...credentials, name: name.trim(), email: email.trim() });
  };
  const turn = (): void => {
    setIsNew(!isNew);
    setProblem(null);
  };
  return { isNew, credentials, setCredentials, problem, busy, isInvited, submit, turn };
};

const SignInForm = (props: FormProps) => {
  const { why, doors, onStep } = props;
  const { isNew, credentials, setCredentials, problem, busy, isInvited, submit, turn } =
    useForm(props);
  const canJoin = doors.signUp !== "closed" || doors.isFirst;
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
    <form
      className="card welcome__form"
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void submit();
      }}
    >
      <h2>{isNew ? signInWords.createYours : sharedWords.signIn}</h2>
      {why !== undefined && problem === null && <p className="hint">{why}</p>}
      {doors.isFirst && <p className="hint">{signInWords.first}</p>}
      {isNew && input("name", sharedWords.name, { autoComplete: "name" })}
      {input("email", signInWords.email, { type: "email", autoComplete: "email" })}
      {input("password", signInWords.password, {
        type: "password",
        autoComplete: isNew ? "new-password" : "current-password",
        ...(isNew && { hint: signInWords.short }),
      })}
      {isNew &&
        (isInvited || (doors.signUp === "invite" && !doors.isFirst)) &&
        input("invitation", signInWords.invitation, { autoComplete: "off" })}
      {problem !== null && problem.field === null && (
        <p className="error" role="alert">
          {problem.message}
        </p>
      )}
      <button className="button button--primary" type="submit" disabled={busy}>
        {busy ? sharedWords.oneMoment : isNew ? signInWords.signUp : sharedWords.signIn}
      </button>
      {!isNew && (
        <>
          <Suspense>
            <PasskeyButton host={doors.passkeyHost} onEntered={props.onEntered} />
          </Suspense>
          <p className="welcome__switch">
            <button
              className="link"
              type="button"
              onClick={() =>
                onStep({ is: "forgot", email: credentials.email.trim(), mail: doors.mail })
              }
            >
              {signInWords.isForgotten}
            </button>
          </p>
        </>
      )}
      {(canJoin || isNew) && (
        <p className="welcome__switch">
          {isNew ? signInWords.haveOne : signInWords.new}{" "}
          <button className="link" type="button" onClick={turn}>
            {isNew ? signInWords.signInInstead : signInWords.createOne}
          </button>
        </p>
      )}
    </form>
  );
};

const SignIn = (props: Props) => {
  const [doors, setDoors] = useState(usual);
  const [step, setStep] = useState<Step | null>(null);
  useEffect(() => {
    void readDoors().then((answer) => answer.ok && setDoors(answer.value));
  }, []);
  return (
    <Welcome>
      {step === null ? (
        <SignInForm {...props} doors={doors} onStep={setStep} />
      ) : (
        <LatePart onClose={() => setStep(null)}>
          <SignInStep step={step} onEntered={props.onEntered} onBack={() => setStep(null)} />
        </LatePart>
      )}
    </Welcome>
  );
};

export default SignIn;
