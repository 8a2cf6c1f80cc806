// Passkeys: signing in with the device's own lock in the place of a password. Called by account.tsx.
import { useEffect, useState } from "react";
import { type PasskeyDoc, readPasskeys, removePasskey } from "../../api/own-account.ts";
import { sayDevice, sayNoPasskeys } from "../../words/own-account.ts";
import { Form, Part, PasswordField, Trouble } from "./part.tsx";
import { useAsk } from "./use-ask.ts";
import { accountWords } from "../../words/account.ts";
import { sharedWords } from "../../words/shared.ts";

type Props = { host: string | null; sayDay: (instant: string) => string; onChanged: () => void };

/** Why this browser can use no passkeys at this address, as a sentence; null where it can. */
export const noPasskeys = (host: string | null): string | null =>
  sayNoPasskeys({
    host,
    hostname: location.hostname,
    isSecure: isSecureContext,
    isKnown: "PublicKeyCredential" in window,
  });

export const Passkeys = ({ host, sayDay, onChanged }: Props) => {
  const [passkeys, setPasskeys] = useState<PasskeyDoc[]>([]);
  const [password, setPassword] = useState("");
  const { busy, of, wrong, ask } = useAsk();
  const why = noPasskeys(host);
  const read = async (): Promise<void> => {
    const answer = await readPasskeys();
    if (answer.ok) setPasskeys(answer.value);
  };
  useEffect(() => {
    void readPasskeys().then((answer) => answer.ok && setPasskeys(answer.value));
  }, []);
  const add = async (): Promise<void> => {
    const { addPasskey } = await import("../../api/passkeys.ts");
    const answer = await ask(() => addPasskey(password, sayDevice(navigator.userAgent)));
    setPassword("");
    if (!answer.ok) return;
    await read();
    onChanged();
  };
  const remove = async (id: string): Promise<void> => {
    if (!(await ask(() => removePasskey(id))).ok) return;
    await read();
    onChanged();
  };
  return (
    <Part name={accountWords.passkeys.part} hint={accountWords.passkeys.hint}>
      {passkeys.length > 0 && (
        <ul className="tokens" aria-label={accountWords.passkeys.part}>
          {passkeys.map(({ id, name, createdAt }) => (
            <li key={id} className="token">
              <p className="token__what">
                <strong>{name ?? accountWords.passkeys.unnamed}</strong>
                {createdAt !== null && (
                  <span className="hint">{accountWords.made(sayDay(createdAt))}</span>
                )}
              </p>
              <button
                className="link link--danger"
                type="button"
                disabled={busy}
                aria-label={accountWords.passkeys.remove(name ?? "")}
                onClick={() => void remove(id)}
              >
                {sharedWords.remove}
              </button>
            </li>
          ))}
        </ul>
      )}
      {why === null ? (
        <Form
          label={accountWords.passkeys.one}
          submit={accountWords.passkeys.add}
          busy={busy}
          isReady={password !== ""}
          onSubmit={add}
        >
          <PasswordField
            id="passkey-password"
            value={password}
            error={of("password")}
            onChange={setPassword}
          />
        </Form>
      ) : (
        <p className="hint">{why}</p>
      )}
      <Trouble wrong={wrong} shown={["password"]} />
    </Part>
  );
};
