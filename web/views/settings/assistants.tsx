// Letting assistants and programs in: the address they are told, and a token for each. Done at once, not with the form. Called by drawer.tsx and the account page.
import { type FormEvent, useEffect, useState } from "react";
import type { MadeToken, NewToken, TokenAccess, TokenDoc } from "../../api/tokens.ts";
import { sentence } from "../../words/sentence.ts";
import { useDraft } from "../use-draft.ts";
import { useWorkspace } from "../context.ts";
import { Field } from "../field.tsx";
import { Copyable } from "./copy.tsx";
import { TokenList } from "./tokens.tsx";
import { channelsWords } from "../../words/channels.ts";

type MakeProps = { busy: boolean; onMake: (token: NewToken) => Promise<boolean> };

/** How long a token may hold, in days; "" for one without an end. */
const ends = [
  ["30", "month"],
  ["90", "quarter"],
  ["365", "year"],
  ["", "never"],
] as const;

const MakeToken = ({ busy, onMake }: MakeProps) => {
  const [name, setName] = useDraft("token", "");
  const [access, setAccess] = useState<TokenAccess>("write");
  const [days, setDays] = useState("90");
  const make = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const expiresInDays = days === "" ? null : Number(days);
    const token = { name: name.trim(), access, expiresInDays };
    if (token.name !== "" && (await onMake(token))) setName("");
  };
  return (
    <form
      className="token-make"
      aria-label={channelsWords.tokens.make}
      onSubmit={(event) => void make(event)}
    >
      <Field
        id="token-name"
        label={channelsWords.tokens.whom}
        value={name}
        placeholder={channelsWords.tokens.example}
        maxLength={100}
        autoComplete="off"
        onChange={setName}
      />
      <div className="field">
        <label htmlFor="token-access">{channelsWords.tokens.may}</label>
        <select
          id="token-access"
          value={access}
          onChange={({ target }) => setAccess(target.value === "read" ? "read" : "write")}
        >
          <option value="write">{channelsWords.tokens.write}</option>
          <option value="read">{channelsWords.tokens.read}</option>
        </select>
      </div>
      <div className="field">
        <label htmlFor="token-days">{channelsWords.tokens.holds}</label>
        <select id="token-days" value={days} onChange={({ target }) => setDays(target.value)}>
          {ends.map(([value, length]) => (
            <option key={value} value={value}>
              {channelsWords.tokens.ends[length]}
            </option>
          ))}
        </select>
      </div>
      <button className="button button--small" type="submit" disabled={busy || name.trim() === ""}>
        {channelsWords.tokens.make}
      </button>
    </form>
  );
};

/** The person's tokens and what can be done with them. */
const useTokens = () => {
  const { punctual } = useWorkspace();
  const [tokens, setTokens] = useState<readonly TokenDoc[]>([]);
  const [made, setMade] = useState<MadeToken | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    void punctual.readTokens().then((answer) => {
      if (answer.ok) setTokens(answer.value.tokens);
      else setProblem(sentence(answer.problem.message));
    });
  }, [punctual]);

  const make = async (token: NewToken): Promise<boolean> => {
    setBusy(true);
    const answer = await punctual.makeToken(token);
    setBusy(false);
    setProblem(answer.ok ? null : sentence(answer.problem.message));
    if (!answer.ok) return false;
    setMade(answer.value);
    setTokens((old) => [answer.value, ...old]);
    return true;
  };
  const end = async ({ id }: TokenDoc): Promise<void> => {
    const answer = await punctual.endToken(id);
    const isOver = answer.ok || answer.problem.status === 404;
    setProblem(isOver ? null : sentence(answer.problem.message));
    if (!isOver) return;
    setTokens((old) => old.filter((token) => token.id !== id));
    setMade((shown) => (shown?.id === id ? null : shown));
  };
  return { tokens, made, problem, busy, make, end };
};

/** The tokens there are, and a form for another. */
export const Tokens = () => {
  const { tokens, made, problem, busy, make, end } = useTokens();
  return (
    <>
      <TokenList tokens={tokens} onEnd={end} />
      {made !== null && (
        <div className="token-made">
          <p>{channelsWords.tokens.made(made.name)}</p>
          <Copyable label={channelsWords.tokens.one} text={made.token} />
        </div>
      )}
      <MakeToken busy={busy} onMake={make} />
      {problem !== null && (
        <p className="error" role="alert">
          {problem}
        </p>
      )}
    </>
  );
};

export const Assistants = () => (
  <section className="settings__part" aria-labelledby="assistants">
    <h3 id="assistants" className="settings__name">
      {channelsWords.assistants.part}
    </h3>
    <p className="hint">{channelsWords.assistants.hint}</p>
    <Copyable label={channelsWords.assistants.address} text={`${location.origin}/mcp`} />
    <Tokens />
  </section>
);
