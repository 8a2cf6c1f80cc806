// Name and address. Called by account.tsx.
import { useState } from "react";
import { changeEmail, type OwnAccount, rename } from "../../api/own-account.ts";
import { Field } from "../field.tsx";
import { Form, Part, PasswordField, Trouble } from "./part.tsx";
import { useAsk } from "./use-ask.ts";

type Props = { account: OwnAccount; onAccount: (some: Partial<OwnAccount>) => void };

const NameForm = ({ account, onAccount }: Props) => {
  const [name, setName] = useState(account.name);
  const { busy, of, wrong, ask } = useAsk();
  const save = async (): Promise<void> => {
    const answer = await ask(() => rename(name.trim()));
    if (answer.ok) onAccount({ name: answer.value.name });
  };
  return (
    <Form
      label="Your name"
      submit="Change the name"
      busy={busy}
      isReady={name.trim() !== "" && name.trim() !== account.name}
      onSubmit={save}
    >
      <Field
        id="own-name"
        label="Name"
        value={name}
        error={of("name")}
        maxLength={100}
        autoComplete="name"
        onChange={setName}
      />
      <Trouble wrong={wrong} shown={["name"]} />
    </Form>
  );
};

const EmailForm = ({ account, onAccount }: Props) => {
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const { busy, of, wrong, ask } = useAsk();
  const save = async (): Promise<void> => {
    const answer = await ask(() => changeEmail(email.trim(), password));
    if (!answer.ok) return;
    onAccount({ email: answer.value.email, newEmail: answer.value.sentTo });
    setEmail("");
    setPassword("");
  };
  return (
    <Form
      label="Your address"
      submit="Change the address"
      busy={busy}
      isReady={email.trim() !== "" && password !== ""}
      onSubmit={save}
    >
      <p>
        You sign in with <strong>{account.email}</strong>
        {account.mail && !account.emailVerified && " (nobody has proved yet that it is read)"}.
      </p>
      {account.newEmail !== null && (
        <output className="hint">
          A letter went to {account.newEmail}. Open its link to sign in with that address.
        </output>
      )}
      <Field
        id="own-email"
        label="New e-mail"
        type="email"
        value={email}
        error={of("email")}
        autoComplete="email"
        hint={
          account.mail
            ? "A letter with a link goes there first."
            : "No mail server is set up here, so nobody checks that you read it."
        }
        onChange={setEmail}
      />
      <PasswordField
        id="own-email-password"
        value={password}
        error={of("password")}
        onChange={setPassword}
      />
      <Trouble wrong={wrong} shown={["email", "password"]} />
    </Form>
  );
};

export const Profile = (props: Props) => (
  <Part name="Who you are">
    <NameForm {...props} />
    <EmailForm {...props} />
  </Part>
);
