// The chat corpus, whole. Called by its test, `npm run score:language` and `npm run bench:chat`.
import { adding } from "./adding.ts";
import { asking } from "./asking.ts";
import { careful } from "./careful.ts";
import type { ChatCases } from "./case.ts";
import { changing } from "./changing.ts";
import { collected } from "./collected.ts";
import { everyday } from "./everyday.ts";
import { history } from "./history.ts";
import { leaning } from "./leaning.ts";
import { manyNew } from "./many-new.ts";
import { telling } from "./telling.ts";
import { together } from "./together.ts";
import { worlds } from "./worlds.ts";

/** All cases, with the worlds they name. */
export const chatCorpus: ChatCases = {
  worlds: { ...worlds, ...collected.worlds },
  cases: [
    ...adding,
    ...changing,
    ...asking,
    ...history,
    ...careful,
    ...everyday,
    ...leaning,
    ...manyNew,
    ...telling,
    ...together,
    ...collected.cases,
  ],
};
