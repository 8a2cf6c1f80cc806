// The password, and the code for the day it is forgotten. Called by account.tsx.
import { useState } from "react";
import { changePassword, makeRecoveryCode, type OwnAccount } from "../../api/own-account.ts";
import { Copyable } from "../settings/copy.tsx";
import { Form, Part, PasswordField, Trouble } from "./part.tsx";
import { useAsk } from "./use-ask.ts";

type Props = {
  account: OwnAccount;
  sayDay: (instant: string) => string;
  onChanged: () => void;
};

const ChangeForm = ({ onChanged }: Pick<Props, "onChanged">) => {
  const [current, setCurrent] = useState("");
  const [chosen, setChosen] = useState("");
  const [endTokens, setEndTokens] = useState(false);
  const [done, setDone] = useState(false);
  const { busy, of, wrong, ask } = useAsk();
  const save = async (): Promise<void> => {
    setDone(false);
    const what = { currentPassword: current, newPassword: chosen, endTokens };
    if (!(await ask(() => changePassword(what))).ok) return;
    setCurrent("");
    setChosen("");
    setDone(true);
    onChanged();
  };
  return (
    <Form
      label="Password"
      submit="Change the password"
      busy={busy}
      isReady={current !== "" && chosen !== ""}
      onSubmit={save}
    >
      <PasswordField
        id="own-current"
        label="Present password"
        value={current}
        error={of("currentPassword")}
        onChange={setCurrent}
      />
      <PasswordField
        id="own-new"
        label="New password"
        isNew
        value={chosen}
        error={of("newPassword")}
        hint="At least 8 characters, and not one that everybody tries first."
        onChange={setChosen}
      />
      <label className="account__check">
        <input
          type="checkbox"
          checked={endTokens}
          onChange={({ target }) => setEndTokens(target.checked)}
        />
        End the tokens of assistants and programs, too
      </label>
      <Trouble wrong={wrong} shown={["currentPassword", "newPassword"]} />
      <output className="hint">
        {done && "Changed. All your other devices have been signed out."}
      </output>
    </Form>
  );
};

const RecoveryCode = ({ account, sayDay }: Omit<Props, "onChanged">) => {
  const [password, setPassword] = useState("");
  const [code, setCode] = useState<string | null>(null);
  const { busy, of, wrong, ask } = useAsk();
  const make = async (): Promise<void> => {
    const answer = await ask(() => makeRecoveryCode(password));
    if (!answer.ok) return;
    setCode(answer.value.recoveryCode);
    setPassword("");
  };
  return (
    <Form
      label="Recovery code"
      submit="Make a new code"
      busy={busy}
      isReady={password !== ""}
      onSubmit={make}
    >
      {code === null && (
        <p className="hint">
          {account.recoveryCodeMadeAt === null
            ? "You have no recovery code."
            : `Your recovery code was made ${sayDay(account.recoveryCodeMadeAt)}. A new one makes it void.`}
        </p>
      )}
      {code !== null && (
        <div className="token-made">
          <p>Write it down and keep it where your keys are: it is not shown again.</p>
          <Copyable label="Recovery code" text={code} />
        </div>
      )}
      <PasswordField
        id="own-recovery-password"
        value={password}
        error={of("password")}
        onChange={setPassword}
      />
      <Trouble wrong={wrong} shown={["password"]} />
    </Form>
  );
};

export const Passwords = (props: Props) => (
  <>
    <Part name="Password" hint="A new password signs all your other devices out.">
      <ChangeForm onChanged={props.onChanged} />
    </Part>
    <Part
      name="When you forget it"
      hint={
        props.account.mail
          ? "A link to a new password comes by e-mail. A code on paper does it without."
          : "No mail server is set up here, so a code on paper is the only way back in but for whoever runs this Punctual."
      }
    >
      <RecoveryCode {...props} />
    </Part>
  </>
);
