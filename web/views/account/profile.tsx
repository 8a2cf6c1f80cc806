// Name and address. Called by account.tsx.
import { useState } from "react";
import { changeEmail, type OwnAccount, rename } from "../../api/own-account.ts";
import { Field } from "../field.tsx";
import { Form, Part, PasswordField, Trouble } from "./part.tsx";
import { useAsk } from "./use-ask.ts";
import { accountWords } from "../../words/account.ts";
import { sharedWords } from "../../words/shared.ts";

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
      label={accountWords.profile.name}
      submit={accountWords.profile.changeName}
      busy={busy}
      isReady={name.trim() !== "" && name.trim() !== account.name}
      onSubmit={save}
    >
      <Field
        id="own-name"
        label={sharedWords.name}
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
      label={accountWords.profile.address}
      submit={accountWords.profile.changeAddress}
      busy={busy}
      isReady={email.trim() !== "" && password !== ""}
      onSubmit={save}
    >
      <p>
        {accountWords.profile.before} <strong>{account.email}</strong>
        {account.mail && !account.emailVerified && accountWords.profile.unproved}.
      </p>
      {account.newEmail !== null && (
        <output className="hint">{accountWords.profile.letter(account.newEmail)}</output>
      )}
      <Field
        id="own-email"
        label={accountWords.profile.newEmail}
        type="email"
        value={email}
        error={of("email")}
        autoComplete="email"
        hint={account.mail ? accountWords.profile.letterFirst : accountWords.profile.unchecked}
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
  <Part name={accountWords.profile.part}>
    <NameForm {...props} />
    <EmailForm {...props} />
  </Part>
);
