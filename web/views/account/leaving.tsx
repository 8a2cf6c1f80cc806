// Taking everything along, and the end of the account. Called by account.tsx.
import { useState } from "react";
import { deleteAccount } from "../../api/own-account.ts";
import { Form, Part, PasswordField, Trouble } from "./part.tsx";
import { useAsk } from "./use-ask.ts";

const Export = () => (
  <Part
    name="Take everything along"
    hint="One file with all you have here and its whole history, or your tasks for a spreadsheet."
  >
    <p className="account__links">
      <a className="button button--small" href="/api/v1/account/export" download>
        Everything (JSON)
      </a>
      <a className="button button--small" href="/api/v1/account/export?format=csv" download>
        Tasks (CSV)
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
    <Part
      name="Delete the account"
      hint="Tasks, reminders, settings, conversation and history are erased for good. The copy of the log that carries changes between devices forgets them within 31 days; backups of whoever runs this Punctual have what they had."
    >
      {isMeant ? (
        <Form
          label="Delete the account"
          submit="Delete it for good"
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
            Keep it
          </button>
        </Form>
      ) : (
        <button className="link link--danger" type="button" onClick={() => setMeant(true)}>
          Delete my account…
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
