// The account page, part by part. Loaded when first opened. Called by drawer.tsx; it needs nothing around it but the workspace.
import { useEffect, useState } from "react";
import { type Account, readDoors } from "../../api/account.ts";
import { type OwnAccount, readOwnAccount } from "../../api/own-account.ts";
import { sayInstant } from "../../time/say.ts";
import { inside, sentence } from "../../words/sentence.ts";
import { useNow, useWorkspace } from "../context.ts";
import { Tokens } from "../settings/assistants.tsx";
import { Invitations } from "./invitations.tsx";
import { Leaving } from "./leaving.tsx";
import { Part } from "./part.tsx";
import { Passkeys } from "./passkeys.tsx";
import { Passwords } from "./password.tsx";
import { Profile } from "./profile.tsx";
import { SecondStep } from "./second-step.tsx";
import { Journal, Sessions } from "./sessions.tsx";
import { useLists } from "./use-lists.ts";
import { accountWords } from "../../words/account.ts";
import { sharedWords } from "../../words/shared.ts";

export type AccountProps = {
  /** The name or the address was changed. */
  onAccount: (account: Account) => void;
  /** The account is no more; `why` is what to say then. */
  onLeft: (why: string) => void;
};

export const AccountParts = ({ onAccount, onLeft }: AccountProps) => {
  const { settings } = useWorkspace();
  const { at, zone } = useNow();
  const [account, setAccount] = useState<OwnAccount | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [host, setHost] = useState<string | null>(null);
  const lists = useLists();
  const { again } = lists;
  const sayDay = (instant: string): string =>
    inside(sayInstant(instant, at, zone, settings.locale));

  useEffect(() => {
    void readOwnAccount().then((own) =>
      own.ok ? setAccount(own.value) : setProblem(sentence(own.problem.message)),
    );
    void readDoors().then((doors) => doors.ok && setHost(doors.value.passkeyHost));
  }, []);

  if (problem !== null)
    return (
      <p className="error" role="alert">
        {problem}
      </p>
    );
  if (account === null) return <output>{sharedWords.oneMoment}</output>;

  const change = (some: Partial<OwnAccount>): void => {
    const next = { ...account, ...some };
    setAccount(next);
    again();
    onAccount({ id: next.id, name: next.name, email: next.email });
  };
  const left = (remainsUntil: string): void => onLeft(accountWords.deleted(sayDay(remainsUntil)));
  return (
    <div className="account">
      <Profile account={account} onAccount={change} />
      <Passwords account={account} sayDay={sayDay} onChanged={again} />
      <SecondStep account={account} onAccount={change} />
      <Passkeys host={host} sayDay={sayDay} onChanged={again} />
      <Sessions lists={lists} sayDay={sayDay} />
      <Part name={accountWords.tokensName} hint={accountWords.tokensHint}>
        <Tokens />
      </Part>
      {account.signUp === "invite" && <Invitations sayDay={sayDay} />}
      <Journal lists={lists} sayDay={sayDay} />
      <Leaving onDeleted={left} />
    </div>
  );
};
