// "… without the p3 ones", "everything but work": what a question leaves out. Called by the list rule.
import { type Filter, readFilter } from "./filter.ts";
import type { Scene } from "../scene.ts";

const leaving =
  /[\s,]+(?:without|except(?:\s+for)?|excluding|other\s+than|but\s+not|apart\s+from|minus|(?:all\s+)?but|not)\s+(?:the\s+)?(?:ones\s+)?(?!(?:a\s+|any\s+)?(?:date|due|tags?|labels?|project|deadline|done|finished|completed?|assigned|yet)(?![\p{L}]))(.+?)(?:\s+(?:ones|tasks|stuff|things))?[?.!]*$/iu;

/** The question without its exception, and what is left out; the question alone where there is no exception, or it is words. */
export const exceptionIn = (
  said: string,
  scene: Scene,
): { said: string; except: Filter | null } => {
  const match = leaving.exec(said);
  const except = match ? readFilter(`${match[1] ?? ""} tasks`, scene) : null;
  if (!match || !except || except.text !== null) return { said, except: null };
  return { said: said.slice(0, match.index), except };
};
