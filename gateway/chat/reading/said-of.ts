// A message of before with another task in place of the one it named. Called by the follow-up rules.
import type { LastChange } from "./last-change.ts";
import { findMentions, here } from "./mention.ts";
import type { Scene } from "../scene.ts";

/**
 * "move chapter 4 to friday" said of “Read chapter 5”; null when the message does not name its task. The answer to a question
 * names none, then it is the message that was asked about.
 */
export const saidOf = (
  name: string,
  { turn, task }: LastChange,
  { conversation }: Scene,
): string | null => {
  const before = conversation.recent.at(-2);
  const messages = [turn.message, ...(before && before.choices.length > 0 ? [before.message] : [])];
  for (const message of messages) {
    const [mention] = findMentions(message, [task]);
    if (mention) return mention.rest.replace(here, () => name);
  }
  return null;
};
