// "on thursday i have to pick up the cake", "i'm supposed to call the council tomorrow": what somebody has to do is a task. Called by create.ts.
import type { Scene } from "../scene.ts";

const need =
  "(?:i|we)(?:\\s+(?:really|also|still|just|probably))*(?:\\s*['’]?(?:ve|m)|\\s+(?:have|am|are)|\\s*['’]re)?\\s+(?:(?:also|still|just|really)\\s+)*(?:(?:have|need|got|ought|want|supposed|meant|due)\\s+to|must|should|gotta)(?:\\s+(?:really|also|probably|just|remember\\s+to))*";
const needing = new RegExp(
  `^(?:(?<date>\\S.{2,40}?)\\s*,?\\s+)?(?:that\\s+)?${need}\\s+(?<what>(?!be\\s).+)$`,
  "iu",
);

/** The line of the task; null where nobody needs anything, or something other than a date stands before it. */
export const neededLine = (said: string, scene: Scene): string | null => {
  const { date, what } = needing.exec(said)?.groups ?? {};
  if (what === undefined) return null;
  const day = date?.replace(/^(?:so|ok|okay|oh|and|on)\s+/iu, "") ?? "";
  if (day === "") return date === undefined || /^(?:so|ok|okay|oh|and)$/iu.test(date) ? what : null;
  return scene.when(day) ? `${what} ${date}` : null;
};
