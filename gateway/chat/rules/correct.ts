// "actually, tomorrow", "no, make it 4pm", "i meant friday": another date for what was just spoken of. Rule of the grammar, before all others.
import { act } from "../act.ts";
import { movedTo } from "../reading/move-due.ts";
import type { Rule } from "../scene.ts";

const correcting =
  /^(?:(?:no|nope|oh|sorry|wait|actually|rather|better|hmm|i\s+mean(?:t)?|make\s+(?:it|that)|let['’]?s\s+(?:say|make\s+it)|it\s+should\s+be|change\s+(?:it|that)\s+to)\s*[,.!]*\s+)+(.+?)(?:\s+(?:instead|please|rather))?[.!]*$/iu;

/** "make it an hour later" counts from its due. */
const shift = /\s(?:later|earlier|sooner)$/iu;

/** Only of the one task shown last. */
export const correct: Rule = (message, scene) => {
  const words = correcting.exec(message)?.[1];
  const [only, more] = scene.shown;
  if (words === undefined || !only || more || !scene.open.includes(only)) return null;
  const to = shift.test(words) ? null : scene.when(words);
  if (!to) return null;
  return act("it", scene.open, scene, {
    phrase: (what) => `move ${what} to ${scene.say(to.due)}`,
    commandsFor: (task) => [
      { type: "task.patch", taskId: task.id, changes: { due: movedTo(task, to, scene.clock) } },
    ],
  });
};
