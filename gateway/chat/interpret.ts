// The door to the interpreters: a message in, proposed commands, a question or an answer out. Called by answer-message.ts.
import { interpretByGrammar } from "./grammar.ts";
import type { Interpret } from "./interpretation.ts";

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

/** Reads a message by the built-in rules. */
export const interpret: Interpret = async (message, context) => ({
  ...interpretByGrammar(message, context),
  interpreter: "grammar",
});
