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

type Props = { account: OwnAccount; onAccount: (some: Partial<OwnAccount>) => void };
type Begun = { totpURI: string; backupCodes: string[] };

const BackupCodes = ({ codes }: { codes: string[] }) => (
  <div className="token-made">
    <p>Backup codes, for a day without the app. Each is good once; they are not shown again.</p>
    <Copyable label="Backup codes" text={codes.join(" ")} />
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
      label="The app's code"
      submit="Turn it on"
      busy={busy}
      isReady={code.trim() !== ""}
      onSubmit={prove}
    >
      <p>Take this picture with your authenticator app, or type the key into it.</p>
      <QrCode text={begun.totpURI} label="The key for your authenticator app" />
      <Copyable label="Key" text={secret} />
      <BackupCodes codes={begun.backupCodes} />
      <Field
        id="second-code"
        label="The code the app shows now"
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
  const hint = account.twoFactor
    ? "On: after the password a code of your authenticator app is asked for."
    : "Off. When it is on, a code of an authenticator app is asked for after the password.";
  return (
    <Part name="Second step" hint={hint}>
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
          label="Second step"
          submit={account.twoFactor ? "Turn it off" : "Set it up"}
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
              New backup codes
            </button>
          )}
        </Form>
      )}
    </Part>
  );
};
