// Where a person is signed in, and what happened to the account of late. Called by account.tsx.
import { endOtherSessions, endSession, type SessionDoc } from "../../api/own-account.ts";
import { sayDevice, sayHappened } from "../../words/own-account.ts";
import { Part, Trouble } from "./part.tsx";
import { useAsk } from "./use-ask.ts";
import type { Lists } from "./use-lists.ts";
import { accountWords } from "../../words/account.ts";
import { sharedWords } from "../../words/shared.ts";

type Props = { lists: Lists; sayDay: (instant: string) => string };

type RowProps = Pick<Props, "sayDay"> & { session: SessionDoc; busy: boolean; onEnd: () => void };

const Row = ({ session, sayDay, busy, onEnd }: RowProps) => {
  const words = accountWords.sessions;
  const device = sayDevice(session.agent);
  return (
    <li className="token">
      <p className="token__what">
        <strong>{device}</strong>
        <span className="hint">
          {session.isCurrent ? words.here : words.used(sayDay(session.usedAt))}
          {session.address !== null && ` · ${session.address}`} ·{" "}
          {words.signedIn(sayDay(session.createdAt))}
        </span>
      </p>
      {!session.isCurrent && (
        <button
          className="link link--danger"
          type="button"
          disabled={busy}
          aria-label={words.signOutOf(device)}
          onClick={onEnd}
        >
          {accountWords.sessions.signOut}
        </button>
      )}
    </li>
  );
};

export const Sessions = ({ lists: { sessions, again }, sayDay }: Props) => {
  const { busy, wrong, ask } = useAsk();
  const end = async (id: string): Promise<void> => {
    const answer = await ask(() => endSession(id));
    if (answer.ok || answer.problem.status === 404) again();
  };
  return (
    <Part name={accountWords.sessions.part}>
      <ul className="tokens" aria-label={accountWords.sessions.list}>
        {sessions.map((session) => (
          <Row
            key={session.id}
            session={session}
            sayDay={sayDay}
            busy={busy}
            onEnd={() => void end(session.id)}
          />
        ))}
      </ul>
      {sessions.length > 1 && (
        <button
          className="button button--small"
          type="button"
          disabled={busy}
          onClick={() => void ask(endOtherSessions).then((answer) => answer.ok && again())}
        >
          {accountWords.sessions.signOutElsewhere}
        </button>
      )}
      <Trouble wrong={wrong} />
    </Part>
  );
};

export const Journal = ({ lists: { events, hasMore, more }, sayDay }: Props) => (
  <Part name={accountWords.journal.part} hint={accountWords.journal.hint}>
    <ul className="tokens" aria-label={accountWords.journal.list}>
      {events.map((event) => (
        <li key={event.id} className="token">
          <p className="token__what">
            <strong>{sayHappened(event)}</strong>
            <span className="hint">
              {sayDay(event.at)} · {sayDevice(event.agent)}
              {event.address !== null && ` · ${event.address}`}
            </span>
          </p>
        </li>
      ))}
    </ul>
    {hasMore && (
      <button className="link" type="button" onClick={more}>
        {sharedWords.showMore}
      </button>
    )}
  </Part>
);
