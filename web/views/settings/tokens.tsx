// The tokens a person has given out: what each may do, when it was last used, and its end. Called by assistants.tsx.
import { useState } from "react";
import type { TokenDoc } from "../../api/tokens.ts";
import { sayInstant } from "../../time/say.ts";
import { inside } from "../../words/sentence.ts";
import { useNow, useWorkspace } from "../context.ts";
import { channelsWords } from "../../words/channels.ts";
import { sharedWords } from "../../words/shared.ts";

type RowProps = { token: TokenDoc; onEnd: (token: TokenDoc) => Promise<void> };

const TokenRow = ({ token, onEnd }: RowProps) => {
  const { settings } = useWorkspace();
  const { at, zone } = useNow();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const { name, access, createdAt, lastUsedAt, expiresAt } = token;
  const words = channelsWords.tokens;
  const isOver = expiresAt !== null && Date.parse(expiresAt) <= at.getTime();
  const say = (instant: string): string => inside(sayInstant(instant, at, zone, settings.locale));
  const end = async (): Promise<void> => {
    setBusy(true);
    await onEnd(token);
    setBusy(false);
  };
  return (
    <li className="token">
      <p className="token__what">
        <strong>{name}</strong>
        <span className="hint">
          {access === "read" ? words.mayRead : words.mayWrite} ·{" "}
          {lastUsedAt === null ? words.unused(say(createdAt)) : words.used(say(lastUsedAt))}
          {expiresAt !== null &&
            ` · ${isOver ? words.ended(say(expiresAt)) : words.holdsUntil(say(expiresAt))}`}
        </span>
      </p>
      {asking ? (
        <>
          <button
            className="link link--danger"
            type="button"
            disabled={busy}
            onClick={() => void end()}
          >
            {channelsWords.tokens.isSure}
          </button>
          <button className="link" type="button" onClick={() => setAsking(false)}>
            {sharedWords.keepIt}
          </button>
        </>
      ) : (
        <button
          className="link link--danger"
          type="button"
          aria-label={words.endOne(name)}
          onClick={() => setAsking(true)}
        >
          {channelsWords.tokens.end}
        </button>
      )}
    </li>
  );
};

type Props = { tokens: readonly TokenDoc[]; onEnd: (token: TokenDoc) => Promise<void> };

export const TokenList = ({ tokens, onEnd }: Props) =>
  tokens.length === 0 ? null : (
    <ul className="tokens" aria-label={channelsWords.tokens.list}>
      {tokens.map((token) => (
        <TokenRow key={token.id} token={token} onEnd={onEnd} />
      ))}
    </ul>
  );
