// A sentence and the act that it is: what the model of acts learns from. Used by the files beside it.
import type { Act } from "../../domain/language/acts/read-act.ts";

export type Example = { text: string; act: Act };
