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
    <Part name="Invite somebody" hint="A link makes one account and holds for a week.">
      {made !== null && (
        <div className="token-made">
          <p>Give them this link: it is not shown again.</p>
          <Copyable label="Invitation" text={made.link} />
        </div>
      )}
      {open.length > 0 && (
        <ul className="tokens" aria-label="Open invitations">
          {open.map(({ id, createdAt, expiresAt }) => (
            <li key={id} className="token">
              <p className="token__what">
                <span className="hint">
                  made {sayDay(createdAt)}, until {sayDay(expiresAt)}
                </span>
              </p>
              <button
                className="link link--danger"
                type="button"
                disabled={busy}
                onClick={() => void takeBack(id)}
              >
                Take back
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
        Make an invitation
      </button>
      <Trouble wrong={wrong} />
    </Part>
  );
};
