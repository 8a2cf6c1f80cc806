// The chat corpus, whole. Called by its test, `npm run score:language` and `npm run bench:chat`.
import type { ChatCases } from "./case.ts";

/** All cases, with the worlds they name. */
export const chatCorpus: ChatCases = { worlds: {}, cases: [] };
