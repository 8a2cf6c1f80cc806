// The second step of a sign-in: codes of an app, and backup codes for a day without it. Called by account.tsx.
import { useState } from "react";
import { proveSecond } from "../../api/account.ts";
import {
  beginSecondStep,
  endSecondStep,
  type OwnAccount,
  renewBackupCodes,
} from "../../api/own-account.ts";
import { Field } from "../field.tsx";
import { Copyable } from "../settings/copy.tsx";
import { Form, Part, PasswordField, Trouble } from "./part.tsx";
import { QrCode } from "./qr-code.tsx";
import { useAsk } from "./use-ask.ts";
import { accountWords } from "../../words/account.ts";

type Props = { account: OwnAccount; onAccount: (some: Partial<OwnAccount>) => void };
type Begun = { totpURI: string; backupCodes: string[] };

const BackupCodes = ({ codes }: { codes: string[] }) => (
  <div className="token-made">
    <p>{accountWords.second.backupHint}</p>
    <Copyable label={accountWords.second.backup} text={codes.join(" ")} />
  </div>
);

const Prove = ({ begun, onDone }: { begun: Begun; onDone: () => void }) => {
  const [code, setCode] = useState("");
  const { busy, of, wrong, ask } = useAsk();
  const secret = new URL(begun.totpURI).searchParams.get("secret") ?? "";
  const prove = async (): Promise<void> => {
    const how = { isBackup: false, trust: false };
    if ((await ask(() => proveSecond(code.trim(), how))).ok) onDone();
  };
  return (
    <Form
      label={accountWords.second.form}
      submit={accountWords.second.turnOn}
      busy={busy}
      isReady={code.trim() !== ""}
      onSubmit={prove}
    >
      <p>{accountWords.second.picture}</p>
      <QrCode text={begun.totpURI} label={accountWords.second.pictureLabel} />
      <Copyable label={accountWords.second.key} text={secret} />
      <BackupCodes codes={begun.backupCodes} />
      <Field
        id="second-code"
        label={accountWords.second.code}
        value={code}
        error={of("code")}
        autoComplete="one-time-code"
        maxLength={10}
        onChange={setCode}
      />
      <Trouble wrong={wrong} shown={["code"]} />
    </Form>
  );
};

export const SecondStep = ({ account, onAccount }: Props) => {
  const [password, setPassword] = useState("");
  const [begun, setBegun] = useState<Begun | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const { busy, of, wrong, ask } = useAsk();
  const begin = async (): Promise<void> => {
    const answer = await ask(() => beginSecondStep(password));
    if (answer.ok) setBegun(answer.value);
    setPassword("");
  };
  const end = async (): Promise<void> => {
    if ((await ask(() => endSecondStep(password))).ok) onAccount({ twoFactor: false });
    setPassword("");
    setCodes(null);
  };
  const renew = async (): Promise<void> => {
    const answer = await ask(() => renewBackupCodes(password));
    if (answer.ok) setCodes(answer.value.backupCodes);
    setPassword("");
  };
  const hint = account.twoFactor ? accountWords.second.on : accountWords.second.off;
  return (
    <Part name={accountWords.second.part} hint={hint}>
      {begun !== null && !account.twoFactor ? (
        <Prove
          begun={begun}
          onDone={() => {
            setBegun(null);
            onAccount({ twoFactor: true });
          }}
        />
      ) : (
        <Form
          label={accountWords.second.part}
          submit={account.twoFactor ? accountWords.second.turnOff : accountWords.second.setUp}
          busy={busy}
          isReady={password !== ""}
          onSubmit={account.twoFactor ? end : begin}
        >
          {codes !== null && <BackupCodes codes={codes} />}
          <PasswordField
            id="second-password"
            value={password}
            error={of("password")}
            onChange={setPassword}
          />
          <Trouble wrong={wrong} shown={["password"]} />
          {account.twoFactor && (
            <button
              className="link"
              type="button"
              disabled={busy || password === ""}
              onClick={() => void renew()}
            >
              {accountWords.second.renew}
            </button>
          )}
        </Form>
      )}
    </Part>
  );
};
