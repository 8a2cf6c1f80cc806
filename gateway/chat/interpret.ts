// The door to the interpreters: a message in, proposed commands, a question or an answer out. Called by answer-message.ts.
import { interpretByGrammar } from "./grammar.ts";
import type { Context, Interpretation } from "./interpretation.ts";

export type {
  Answer,
  Ask,
  Choice,
  Context,
  Interpretation,
  Interpreted,
} from "./interpretation.ts";

/** Reads a message. Never throws for words; a message it does not understand is an answer that says so, never a write. */
export const interpret = async (message: string, context: Context): Promise<Interpretation> =>
  interpretByGrammar(message, context);
