// A conversation with the model about one message: its plan, at most one look at the list, at most one repair. Called by the interpreter.
import type { Answer, Interpretation } from "../interpretation.ts";
import { type ModelAnswer, ModelFailed, type ModelMessage } from "./answer.ts";
import { asData } from "./cleaned.ts";
import type { Endpoint } from "./endpoint.ts";
import { inBlock, opening } from "./prompt.ts";
import { carryOut } from "./tools/all.ts";
import type { Desk, Outcome, Proposed } from "./tools/tool.ts";

/** What the model makes of a message, before anyone has judged it. */
export type Suggestion = {
  proposed: Proposed[];
  text: string;
  read: Answer | null;
  meant: Interpretation | null;
};

/** One request. Counts what it costs, rejects with ModelFailed. */
export type Ask = (messages: ModelMessage[]) => Promise<ModelAnswer>;

/** Requests for one message: within the person's budget, the words of a later one on a line of their own. */
export const asking = (
  endpoint: Endpoint,
  { signal, onText }: Parameters<Endpoint>[1],
  budget: { take: () => boolean; spend: (tokens: number) => void },
): Ask => {
  let isLater = false;
  let hasWords = false;
  const hear = (delta: string): void => {
    if (isLater && hasWords) onText("\n");
    isLater = false;
    hasWords = true;
    onText(delta);
  };
  return async (messages) => {
    if (!budget.take()) throw new ModelFailed("budget", "the budget of the day is used up");
    const answer = await endpoint(messages, { signal, onText: hear });
    isLater = true;
    budget.spend(answer.tokens);
    return answer;
  };
};

/** Talks with the model until it has a plan or an answer. ModelFailed when it talks nonsense twice, or has nothing to say. */
export const consult = async (ask: Ask, message: string, desk: Desk): Promise<Suggestion> => {
  const messages = opening(message, desk);
  const so = { proposed: [] as Proposed[], read: null as Answer | null };
  const left = { reads: 1, repairs: 1 };
  for (;;) {
    const answer = await ask(messages);
    const outcomes = answer.calls.map((call) => carryOut(call, desk));
    const meant = outcomes.find((one) => one.is === "meant")?.meant ?? null;
    so.proposed.push(...outcomes.flatMap((one) => (one.is === "plan" ? one.proposed : [])));
    so.read = outcomes.find((one) => one.is === "read")?.answer ?? so.read;
    const isWrong = outcomes.some((one) => one.is === "wrong");
    const isReading = outcomes.some((one) => one.is === "read");
    // After a repair that repairs nothing the rest is half a plan.
    const isHalf = answer.calls.length === 0 && left.repairs === 0;
    if (!isWrong && !isReading)
      return settled({
        ...so,
        proposed: isHalf ? [] : so.proposed,
        text: answer.text.trim(),
        meant,
      });
    left.repairs -= isWrong ? 1 : 0;
    left.reads -= isReading ? 1 : 0;
    if (left.repairs < 0 || left.reads < 0)
      throw new ModelFailed("nonsense", "the model found no plan");
    messages.push({ role: "assistant", content: answer.text, calls: answer.calls });
    messages.push(...answer.calls.map(({ id }, index) => resultOf(id, outcomes[index])));
  }
};

const settled = (suggestion: Suggestion): Suggestion => {
  const { proposed, text, meant, read } = suggestion;
  if (proposed.length === 0 && text === "" && meant === null && read === null)
    throw new ModelFailed("nonsense", "the model said nothing");
  return suggestion;
};

const resultOf = (callId: string, outcome: Outcome | undefined): ModelMessage => ({
  role: "tool",
  callId,
  content: contentOf(outcome),
});

const contentOf = (outcome: Outcome | undefined): string => {
  switch (outcome?.is) {
    case "read":
      return inBlock(asData(outcome.data));
    case "wrong":
      return `Not accepted: ${outcome.message}. Call it again, right.`;
    default:
      return "Noted. Do not call it again.";
  }
};
