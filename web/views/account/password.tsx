// The password, and the code for the day it is forgotten. Called by account.tsx.
import { useState } from "react";
import { changePassword, makeRecoveryCode, type OwnAccount } from "../../api/own-account.ts";
import { Copyable } from "../settings/copy.tsx";
import { Form, Part, PasswordField, Trouble } from "./part.tsx";
import { useAsk } from "./use-ask.ts";
import { accountWords } from "../../words/account.ts";

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
      label={accountWords.password.part}
      submit={accountWords.password.change}
      busy={busy}
      isReady={current !== "" && chosen !== ""}
      onSubmit={save}
    >
      <PasswordField
        id="own-current"
        label={accountWords.password.present}
        value={current}
        error={of("currentPassword")}
        onChange={setCurrent}
      />
      <PasswordField
        id="own-new"
        label={accountWords.password.chosen}
        isNew
        value={chosen}
        error={of("newPassword")}
        hint={accountWords.password.rule}
        onChange={setChosen}
      />
      <label className="account__check">
        <input
          type="checkbox"
          checked={endTokens}
          onChange={({ target }) => setEndTokens(target.checked)}
        />
        {accountWords.password.endTokens}
      </label>
      <Trouble wrong={wrong} shown={["currentPassword", "newPassword"]} />
      <output className="hint">{done && accountWords.password.changed}</output>
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
      label={accountWords.recovery.code}
      submit={accountWords.recovery.make}
      busy={busy}
      isReady={password !== ""}
      onSubmit={make}
    >
      {code === null && (
        <p className="hint">
          {account.recoveryCodeMadeAt === null
            ? accountWords.recovery.none
            : accountWords.recovery.made(sayDay(account.recoveryCodeMadeAt))}
        </p>
      )}
      {code !== null && (
        <div className="token-made">
          <p>{accountWords.recovery.keep}</p>
          <Copyable label={accountWords.recovery.code} text={code} />
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
    <Part name={accountWords.password.part} hint={accountWords.password.hint}>
      <ChangeForm onChanged={props.onChanged} />
    </Part>
    <Part
      name={accountWords.recovery.part}
      hint={props.account.mail ? accountWords.recovery.byMail : accountWords.recovery.onPaper}
    >
      <RecoveryCode {...props} />
    </Part>
  </>
);
