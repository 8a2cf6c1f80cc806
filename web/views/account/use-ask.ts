// One question to the server at a time, and what was wrong with it. Called by the parts of the account page and of the sign-in.
import { useState } from "react";
import type { Problem } from "../../api/problem.ts";
import type { Answer } from "../../api/request.ts";
import { sentence } from "../../words/sentence.ts";

/** `field` is the one it is about, null for none. */
export type Wrong = { field: string | null; message: string };

/** The first thing that was wrong, as a sentence at its field. */
export const wrongOf = ({ fields: [first], message }: Problem): Wrong => ({
  field: first?.path ?? null,
  message: sentence((first?.message ?? message).replace(/^(?=is |must )/, "this ")),
});

export const useAsk = () => {
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<Wrong | null>(null);
  const ask = async <T>(asked: () => Promise<Answer<T>>): Promise<Answer<T>> => {
    setBusy(true);
    const answer = await asked();
    setBusy(false);
    setWrong(answer.ok ? null : wrongOf(answer.problem));
    return answer;
  };
  /** The problem of a field; of none in `fields` for "". */
  const of = (field: string): string | null => (wrong?.field === field ? wrong.message : null);
  return { busy, wrong, ask, of, setWrong };
};
