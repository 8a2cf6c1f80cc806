// Taking everything along, and the end of the account. Called by account.tsx.
import { useState } from "react";
import { deleteAccount } from "../../api/own-account.ts";
import { Form, Part, PasswordField, Trouble } from "./part.tsx";
import { useAsk } from "./use-ask.ts";
import { accountWords } from "../../words/account.ts";
import { sharedWords } from "../../words/shared.ts";

const Export = () => (
  <Part name={accountWords.leaving.export} hint={accountWords.leaving.exportHint}>
    <p className="account__links">
      <a className="button button--small" href="/api/v1/account/export" download>
        {accountWords.leaving.json}
      </a>
      <a className="button button--small" href="/api/v1/account/export?format=csv" download>
        {accountWords.leaving.csv}
      </a>
    </p>
  </Part>
);

const Delete = ({ onDeleted }: { onDeleted: (remainsUntil: string) => void }) => {
  const [isMeant, setMeant] = useState(false);
  const [password, setPassword] = useState("");
  const { busy, of, wrong, ask } = useAsk();
  const end = async (): Promise<void> => {
    const answer = await ask(() => deleteAccount(password));
    if (answer.ok) onDeleted(answer.value.remainsUntil);
  };
  return (
    <Part name={accountWords.leaving.delete} hint={accountWords.leaving.deleteHint}>
      {isMeant ? (
        <Form
          label={accountWords.leaving.delete}
          submit={accountWords.leaving.forGood}
          busy={busy}
          isReady={password !== ""}
          isDanger
          onSubmit={end}
        >
          <PasswordField
            id="delete-password"
            value={password}
            error={of("password")}
            onChange={setPassword}
          />
          <Trouble wrong={wrong} shown={["password"]} />
          <button className="link" type="button" onClick={() => setMeant(false)}>
            {sharedWords.keepIt}
          </button>
        </Form>
      ) : (
        <button className="link link--danger" type="button" onClick={() => setMeant(true)}>
          {accountWords.leaving.begin}
        </button>
      )}
    </Part>
  );
};

export const Leaving = ({ onDeleted }: { onDeleted: (remainsUntil: string) => void }) => (
  <>
    <Export />
    <Delete onDeleted={onDeleted} />
  </>
);
