// "when is rent next due?", "next 5 dates of rent". Rule of the grammar.
import { numberOf } from "../../../domain/language/amounts.ts";
import { preview } from "../../../domain/recurrence.ts";
import { epochMs, toInstant } from "../../../domain/time.ts";
import type { Task } from "../../../domain/task.ts";
import type { When } from "../../../domain/when.ts";
import { quote, talk } from "../asking.ts";
import { sayRecurrence } from "../details.ts";
import { findNamed } from "../pointing/targets.ts";
import type { Rule, Scene } from "../scene.ts";

const count = "(\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|few|couple\\s+of)";
const noun = "(?:dates?|occurrences?|times?|due\\s+dates?|repetitions?|instances?)";
const patterns = [
  new RegExp(
    `^(?:(?:what|when)\\s+(?:are|is)\\s+|(?:show|list|give|tell)\\s+(?:me\\s+)?)?(?:the\\s+)?(?:next|upcoming|coming|following)\\s+(?:${count}\\s+)?${noun}\\s+(?:of|for|on|when)\\s+(.+?)(?:\\s+(?:is|are)\\s+due)?\\s*\\??$`,
    "iu",
  ),
  new RegExp(`^when\\s+are\\s+the\\s+next\\s+${count}\\s+(.+?)\\s*\\??$`, "iu"),
  /^when(?:\s+is|\s+are|['’]s|\s+does|\s+do)\s+()(.+?)\s+(?:next\s+(?:due|time|happening|on)|due\s+next|next|repeat(?:\s+next)?|next\s+repeat|due\s+again|happen\s+next|recur)\s*\??$/iu,
  /^when\s+(?:is|are)\s+the\s+next\s+()(.+?)(?:\s+due)?\s*\??$/iu,
  /^does\s+()(.+?)\s+(?:repeat|recur)\s*\??$/iu,
  /^how\s+often\s+(?:is|does|do|are)\s+()(.+?)(?:\s+(?:due|repeat|recur|happen))?\s*\??$/iu,
];
const most = 20;

/** The coming dates of a task that repeats, odd ones explained; the due of one that does not. */
export const nextDates: Rule = (said, scene) => {
  for (const pattern of patterns) {
    const [, number = "", words] = pattern.exec(said) ?? [];
    if (words === undefined) continue;
    const targets = findNamed(words, scene.open, scene);
    const only =
      targets.is === "found" && targets.tasks.length === 1 ? targets.tasks[0] : undefined;
    if (only?.recurrence) return answer(only, Math.min(numberOf(number) || 3, most), scene);
    const asksDates = number !== "" || pattern === patterns[0];
    if (asksDates && only) return talk(doesNot(only, scene));
  }
  return null;
};

const doesNot = ({ title, due }: Task, { say }: Scene): string =>
  `${quote(title)} does not repeat.${due === null ? "" : ` It is due ${say(due)}.`}`;

const answer = (task: Task, wanted: number, scene: Scene) => {
  const { recurrence, due } = task;
  if (recurrence === null || due === null) return null;
  const dates = datesOf(task, due, wanted, scene);
  const said = dates.map(({ when, note }) => scene.say(when) + (note === null ? "" : ` (${note})`));
  const rule = sayRecurrence(recurrence, scene, due);
  const text = `${quote(task.title)} (${rule}) is next due ${said.join(", then ")}.`;
  return { commands: [], answer: { kind: "list" as const, taskIds: [task.id], text } };
};

/** The current due, then what the series has after its slot. */
const datesOf = (task: Task, due: When, wanted: number, { zone: here }: Scene) => {
  const { recurrence, occurrence } = task;
  if (recurrence === null) return [];
  const zone = due.kind === "fixed" ? due.zone : here;
  const slot = occurrence?.slot ?? due.at;
  const isByCompletion = recurrence.anchor === "completion";
  const start = isByCompletion ? due.at : (occurrence?.start ?? due.at);
  const after = { after: new Date(epochMs(toInstant(slot, zone))).toISOString() };
  const later = preview(recurrence, { start, zone, ...(isByCompletion ? {} : after) }, wanted);
  const coming = (isByCompletion ? later.slice(1) : later).map(({ local, note }) => ({
    when: { ...due, at: local },
    note,
  }));
  return [{ when: due, note: null }, ...coming].slice(0, wanted);
};
