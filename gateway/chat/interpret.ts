// The door to the interpreters: a message in, proposed commands, a question or an answer out. Called by chat.ts.
import type { Logger } from "pino";
import { Refused } from "../http/refused.ts";
import { countUnread } from "../metrics.ts";
import { interpret, interpretByGrammar } from "./grammar.ts";
import type { Interpret, Interpreted } from "./interpretation.ts";
import type { Why } from "./model/answer.ts";
import type { ByModel } from "./model/by-model.ts";
import type { ReadByRules } from "./reader/reader.ts";
import { isSettled } from "./settled.ts";

export type {
  Answer,
  Ask,
  Choice,
  Context,
  Interpret,
  Interpretation,
  Interpreted,
  InterpretOptions,
} from "./interpretation.ts";

export { interpret } from "./grammar.ts";

const remarks: Record<Exclude<Why, "gone">, string> = {
  late: "The model did not answer in time; this was read by the built-in rules.",
  down: "The model could not be reached; this was read by the built-in rules.",
  limited: "The model is busy; this was read by the built-in rules.",
  nonsense: "The model gave no usable answer; this was read by the built-in rules.",
  budget: "Your share of the model for today is used up; this was read by the built-in rules.",
  paused: "The model is not available at the moment; this was read by the built-in rules.",
};

/**
 * Makes the interpreter with a model: the rules read first, and what they are sure of is settled, in milliseconds and without
 * tokens. The model is asked about the rest; when it has no answer, theirs stands, with a remark. Throws Refused when nobody waits any more while the
 * model is asked: what the rules are not sure of is not done behind a person's back.
 */
export const createInterpret = (
  byModel: ByModel | null,
  log: Pick<Logger, "warn">,
  readByRules: ReadByRules = async (message, context) => interpretByGrammar(message, context),
): Interpret => {
  return async (message, context, options) => {
    if (!options) return interpret(message, context);
    const meant = await readByRules(message, context, options.userId);
    const read: Interpreted = { ...meant, interpreter: "grammar" };
    if (byModel === null || isSettled(message, read, context)) return read;
    const reading = await byModel(message, context, { ...options, byRules: read.commands });
    if (reading.is === "meant") return { ...reading.meant, interpreter: "model" };
    const { why, error } = reading;
    countUnread(why);
    if (why === "gone") throw gone();
    if (error)
      log.warn({ err: error, why, userId: options.userId }, "the model did not read a message");
    return { ...read, remark: remarks[why] };
  };
};

const gone = (): Refused =>
  new Refused({
    code: "unavailable",
    message: "the request was given up before the model had read it; nothing was changed",
  });
