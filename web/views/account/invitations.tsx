// Where accounts are made by invitation only: asking others in. Called by account.tsx.
import { useEffect, useState } from "react";
import {
  type InvitationDoc,
  invite,
  type MadeInvitation,
  readInvitations,
  takeInvitationBack,
} from "../../api/own-account.ts";
import { Copyable } from "../settings/copy.tsx";
import { Part, Trouble } from "./part.tsx";
import { useAsk } from "./use-ask.ts";
import { accountWords } from "../../words/account.ts";
import { sharedWords } from "../../words/shared.ts";

const days = 7;

export const Invitations = ({ sayDay }: { sayDay: (instant: string) => string }) => {
  const [open, setOpen] = useState<InvitationDoc[]>([]);
  const [made, setMade] = useState<MadeInvitation | null>(null);
  const { busy, wrong, ask } = useAsk();
  const read = async (): Promise<void> => {
    const answer = await readInvitations();
    if (answer.ok) setOpen(answer.value.invitations);
  };
  useEffect(() => {
    void readInvitations().then((answer) => answer.ok && setOpen(answer.value.invitations));
  }, []);
  const make = async (): Promise<void> => {
    const answer = await ask(() => invite(days));
    if (answer.ok) setMade(answer.value);
    await read();
  };
  const takeBack = async (id: string): Promise<void> => {
    await ask(() => takeInvitationBack(id));
    if (made?.id === id) setMade(null);
    await read();
  };
  return (
    <Part name={accountWords.invitations.part} hint={accountWords.invitations.hint}>
      {made !== null && (
        <div className="token-made">
          <p>{accountWords.invitations.give}</p>
          <Copyable label={accountWords.invitations.one} text={made.link} />
        </div>
      )}
      {open.length > 0 && (
        <ul className="tokens" aria-label={accountWords.invitations.open}>
          {open.map(({ id, createdAt, expiresAt }) => (
            <li key={id} className="token">
              <p className="token__what">
                <span className="hint">
                  {accountWords.invitations.madeUntil(sayDay(createdAt), sayDay(expiresAt))}
                </span>
              </p>
              <button
                className="link link--danger"
                type="button"
                disabled={busy}
                onClick={() => void takeBack(id)}
              >
                {sharedWords.takeBack}
              </button>
            </li>
          ))}
        </ul>
      )}
      <button
        className="button button--small"
        type="button"
        disabled={busy}
        onClick={() => void make()}
      >
        {accountWords.invitations.make}
      </button>
      <Trouble wrong={wrong} />
    </Part>
  );
};
