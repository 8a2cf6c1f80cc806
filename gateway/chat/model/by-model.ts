// The second interpreter: a language model proposes, our rules decide what of it may run. Called by interpret.ts.
import type { Id } from "../../../domain/ids.ts";
import type { Command } from "../../../domain/command.ts";
import { talk } from "../asking.ts";
import type { Context, Interpretation } from "../interpretation.ts";
import { type Scene, sceneOf } from "../scene.ts";
import { ModelFailed, type Why } from "./answer.ts";
import type { Breaker, Outcome } from "./breaker.ts";
import type { Budget } from "./budget.ts";
import { confirm } from "./confirm.ts";
import type { Endpoint } from "./endpoint.ts";
import { doTheSame, judge } from "./grounded.ts";
import { createKnownTasks } from "./known-tasks.ts";
import { asking, consult, type Suggestion } from "./rounds.ts";

/** A message read by the model, or why it was not. */
export type Reading =
  | { is: "meant"; meant: Interpretation }
  | { is: "failed"; why: Why; error?: Error };

export type ModelDeps = {
  endpoint: Endpoint;
  budget: Budget;
  breaker: Breaker;
  /** For all requests of one message together, ms. */
  timeoutMs: number;
};

/** What the built-in rules made of the same message: a plan of theirs needs no further proof. */
type Options = {
  userId: Id;
  byRules: Command[];
  onText?: ((delta: string) => void) | undefined;
  signal?: AbortSignal | undefined;
};

export type ByModel = (message: string, context: Context, options: Options) => Promise<Reading>;

/** Makes the interpreter. It rejects only for bugs. When `signal` aborts, the request to the endpoint is hung up. */
export const createByModel =
  ({ endpoint, budget, breaker, timeoutMs }: ModelDeps): ByModel =>
  async (message, context, { userId, byRules, onText = () => {}, signal }) => {
    if (signal?.aborted) return { is: "failed", why: "gone" };
    const came = breaker.enter();
    if (came === null) return { is: "failed", why: "paused" };
    let outcome: Outcome = "unknown";
    const limit = AbortSignal.timeout(timeoutMs);
    const more = { signal: signal ? AbortSignal.any([signal, limit]) : limit, onText };
    const ask = asking(endpoint, more, {
      take: () => budget.take(userId),
      spend: (tokens) => budget.spend(userId, tokens),
    });
    const scene = sceneOf(context);
    try {
      const suggestion = await consult(ask, message, { scene, context, known: createKnownTasks() });
      outcome = "answered";
      return { is: "meant", meant: allowed(message, suggestion, byRules, scene) };
    } catch (error) {
      if (!(error instanceof ModelFailed)) throw error;
      if (signal?.aborted) return { is: "failed", why: "gone" };
      outcome = error;
      return { is: "failed", why: error.why, error };
    } finally {
      came(outcome);
    }
  };

/** What of a suggestion is carried out, asked for, or said. */
const allowed = (
  message: string,
  so: Suggestion,
  byRules: Command[],
  scene: Scene,
): Interpretation => {
  const commands = so.proposed.map(({ command }) => command);
  if (so.meant) return so.meant;
  if (commands.length === 0) return spoken(message, so);
  if (doTheSame(commands, byRules)) return { commands: byRules };
  const verdict = judge({ message, before: askedBefore(scene) }, so.proposed, scene);
  if (verdict.is === "run") return { commands };
  if (verdict.is === "confirm") return confirm(commands, verdict.why, scene);
  return so.read ? { commands: [], answer: so.read } : talk(refused);
};

const refused =
  "I read that as a question, so nothing was changed. If something is to be deleted or changed, say it as an order.";

const maxText = 2_000;

/** Words and a list. What a model claims to have done without a plan it has not done. */
const spoken = (message: string, { text, read }: Suggestion): Interpretation => {
  const said = text.length > maxText ? `${text.slice(0, maxText - 1)}…` : text;
  const isClaim = claims.test(said) && !message.trim().endsWith("?");
  const words = isClaim ? `${said}\nNothing was changed.` : said;
  if (!read) return talk(words);
  return { commands: [], answer: { ...read, text: words === "" ? read.text : words } };
};

const claims =
  /\b(?:done|added|created|completed|marked|deleted|removed|moved|changed|renamed|updated|set|scheduled|restored|reminded|erledigt|gelöscht|ajouté|supprimé|añadid[oa]|eliminad[oa])\b/iu;

/** What the person said last, when the model only answered it with words. */
const askedBefore = ({ conversation: { recent, question } }: Scene): string => {
  const last = recent.at(-1);
  const isOpen = last?.interpreter === "model" && last.changes.length === 0 && question === null;
  return isOpen ? last.message : "";
};
