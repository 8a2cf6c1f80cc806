// "what's due today?", "overdue", "#home tasks", "anything about taxes?", "how many …", "when is … due?". Rules of the grammar.
import type { Task } from "../../../domain/task.ts";
import { ask, countOf, guess, quote, talk } from "../asking.ts";
import type { Interpretation } from "../interpretation.ts";
import { findTargets } from "../pointing/targets.ts";
import { type Filter, readFilter, tasksThatFit } from "../reading/filter.ts";
import { exceptionIn } from "../reading/exception.ts";
import { filterLine } from "../reading/filter-line.ts";
import { headlineFor } from "../reading/headline.ts";
import { dueAt, isOverdue } from "../../../domain/task-days.ts";
import type { Rule, Scene } from "../scene.ts";
import { createCommand } from "./new-task.ts";

/** A beginning that can only be a question. */
const asks =
  /^(?:what|what['’]?s|whats|which|who|where|where['’]?s|is\s+there|are\s+there|any|anything|gimme|do\s+i\s+have|have\s+i|did\s+i|am\s+i|how\s+many|how\s+much|count|number\s+of|tell\s+me|give\s+me|show\s+me|what\s+about|how\s+about|list\s+(?:my|all|the)|show\s+(?:my|all|the)|is\s+anything|does\s+anything|search|look\s+for|sum\s+up|summari[sz]e|recap|brief\s+me)(?:\s|$)/iu;
/** A beginning that may be a question or a task ("find a plumber", "list things on ebay"). */
const mayAsk =
  /^(?:show|list|display|see(?!\s+(?:if|whether|about)\s)|view|find(?!\s+out\s)|get|check|filter|open)(?:\s|$)/iu;
/** Orders speak of tasks too: "complete all overdue tasks". */
const orders =
  /^(?:complete|finish|done\s+with|check|tick|cross|mark|set|make|re-?open|restore|delete|remove|erase|trash|clear|empty|cancel|move|push|postpone|reschedule|defer|delay|change|rename|tag|untag|add|create|new|put|plan|schedule\s+(?!for)|unschedule|bring|carry|shift|archive|close|prioriti[sz]e|get\s+rid\s+of|throw|bin|scrap|discard|remind|repeat|snooze|skip|give(?!\s+me)|hand|assign|pass|open\s.+\sagain$)(?:\s|:|$)/iu;
/** "all finance tasks are done" */
const isNews = /\s(?:is|are|were)\s+(?:all\s+|now\s+|already\s+)*(?:done|finished|completed?)$/iu;
/** "do it tomorrow", "get milk out of the bin" */
const speaksOfIt =
  /^(?:do|have|make|work\s+on|call)\s+(?:it|that|this|them)\s|^get\s+.+\s(?:out\s+of|from|back)\s/iu;
const counts = /^(?:how\s+many|how\s+much|count|number\s+of)(?:\s|$)/iu;
const searches =
  /^(?:(?:search|find|look)(?:\s+for)?|any(?:thing)?)\s|\b(?:about|abt|regarding|concerning|related\s+to|containing|mentioning|matching|with\s+the\s+word)\s/iu;
const aboutRule =
  /\b(?:about|abt|regarding|concerning|related\s+to|containing|mentioning|matching|with\s+the\s+word)\s+(.+?)[?.!]*$/iu;

export const listTasks: Rule = (said, scene) => {
  const isQuestion = asks.test(said) || said.endsWith("?");
  if (!isQuestion && isNews.test(said)) return null;
  if (!isQuestion && (orders.test(said) || speaksOfIt.test(said))) return null;
  const { said: kept, except } = exceptionIn(said, scene);
  if (except) return answer(kept, true, { ...filterOf(kept, scene), except }, scene);
  const narrowed = narrowing.exec(said)?.[1];
  const among = narrowed === undefined ? null : amongShown(narrowed, scene);
  if (among) return among;
  const filter = filterOf(said, scene);
  if (!isQuestion && !mayAsk.test(said) && filter.text !== null) return null;
  if (!isQuestion && !namesTasks(said, filter)) return null;
  return answer(said, isQuestion, filter, scene);
};

/** "only the ones due this week": of the list just shown. */
const narrowing =
  /^(?:(?:and|now|ok|show|list)\s+)*(?:me\s+)?(?:only|just)\s+(?:show\s+(?:me\s+)?)?(?:the\s+|those\s+)?(?:(?:ones|tasks)\s+)?(.+?)[?.!]*$/iu;
const amongShown = (words: string, scene: Scene): Interpretation | null => {
  const filter = readFilter(`${words} tasks`, scene);
  if (scene.shown.length < 2 || filter.text !== null) return null;
  const found = tasksThatFit(filter, scene.shown, scene);
  return {
    commands: [],
    answer: {
      kind: "list",
      taskIds: found.map(({ id }) => id),
      text: `Of those: ${headlineFor(filter, found, scene)}`,
    },
  };
};

/** "anything about the 5th wave": what stands after "about" is words, whatever it looks like. */
const filterOf = (said: string, scene: Scene): Filter => {
  const about = aboutRule.exec(said);
  if (!about) return readFilter(said, scene);
  const words = (about[1] ?? "").replace(/\s+(?:tasks?|todos?)$/i, "");
  // "what about tomorrow?" asks for a day, not for a word.
  const named = readFilter(`${words} tasks`, scene);
  if (named.text === null && /^(?:and\s+)?(?:what|how)\s+about\s/iu.test(said)) return named;
  return { ...readFilter(said.slice(0, about.index), scene), text: words };
};

/** Words without a verb are a list only when they name tasks, days or labels: not "now" or "and so on". */
const namesTasks = (said: string, filter: Filter): boolean =>
  mayAsk.test(said) ||
  filter.range !== null ||
  filter.isOverdue ||
  filter.isUndated ||
  filter.isRepeating ||
  filter.hasReminder ||
  filter.priorities.length > 0 ||
  filter.assignee !== null ||
  filter.hasDeadline ||
  filter.isUntagged ||
  filter.isProjectless ||
  filter.state === "started" ||
  filter.project !== null ||
  filter.tags.length > 0 ||
  /\b(?:tasks?|todos?|to-dos?|agenda|list|overdue|everything|trash|upcoming|schedule|plan)\b/i.test(
    said,
  );

const answer = (
  said: string,
  isQuestion: boolean,
  filter: Filter,
  scene: Scene,
): Interpretation | null => {
  const found = inOrder(tasksThatFit(filter, poolOf(scene), scene), filter, scene);
  const isHollow = filter.text !== null && found.length === 0;
  // "get bread" finds nothing, and is something to get.
  if (isHollow && /^(?:get|check|open|view)\s/iu.test(said)) return null;
  // "see the headteacher on monday at 3"
  if (isHollow && filter.range !== null && /^see\s/iu.test(said)) return null;
  if (isHollow && !isQuestion) return offerInstead(said, filter.text ?? "", scene);
  if (
    isHollow &&
    !searches.test(said) &&
    !counts.test(said) &&
    !/\b(?:tasks?|todos?|list|due)\b/i.test(said)
  )
    return null;
  const kind = counts.test(said) ? "count" : filter.text === null ? "list" : "search";
  const line = found.length < 2 ? null : filterLine(filter, found, scene);
  return {
    commands: [],
    answer: {
      kind,
      taskIds: found.map(({ id }) => id),
      text: headlineFor(filter, found, scene),
      ...(line !== null && { filter: line }),
    },
  };
};

const poolOf = ({ open, closed, trash }: Scene): Task[] => [...open, ...closed, ...trash];

/** "find a plumber" finds nothing: perhaps it is a task. */
const offerInstead = (said: string, words: string, scene: Scene): Interpretation | null => {
  const made = createCommand(said, scene);
  if (!made.ok) return null;
  const title = quote(made.command.fields.title);
  return guess(
    ask(`I found no task about ${quote(words)}. Shall I add ${title} as a new one?`, [
      { label: `Add ${title}`, commands: [made.command] },
      { label: "No, leave it", commands: [] },
    ]),
  );
};

/** Done ones: the latest first. Others: by due, those without last, then by priority, then as on the list. */
const inOrder = (tasks: Task[], { state }: Filter, { clock }: Scene): Task[] => {
  if (state === "done")
    return tasks.toSorted((a, b) => (b.completedAt ?? "").localeCompare(a.completedAt ?? ""));
  const at = new Map(tasks.map((task) => [task.id, dueAt(task, clock) ?? "none"])); // letters come after figures
  const order = (task: Task): string => at.get(task.id) ?? "none";
  return tasks.toSorted(
    (a, b) => compare(order(a), order(b)) || a.priority - b.priority || a.position - b.position,
  );
};

const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

const asksWhen =
  /^(?:when|what\s+(?:day|time|date))(?:['’]?s|\s+(?:is|are|do\s+i\s+have\s+to|must\s+i|should\s+i|does|am\s+i|are\s+we|do\s+i|do\s+we))\s+(?:the\s+)?(.+?)(?:\s+next)?(?:\s+(?:due|scheduled|planned|happening|on))?(?:\s+next)?\s*\??$/iu;

/** "when is the dentist?" */
export const whenDue: Rule = (said, scene) => {
  const whole = asksWhen.exec(said)?.[1];
  if (!whole) return null;
  const bare = whole.replace(
    /^(?:see|have|meet|go\s+to|visit|attend|get)\s+(?:the\s+|my\s+)?/iu,
    "",
  );
  const isKnown = findTargets(whole, scene.open, scene).is !== "none";
  const words = isKnown ? whole : bare;
  const targets = findTargets(words, scene.open, scene);
  if (targets.is === "none" || targets.is === "unclear")
    return talk(`I found no open task that fits ${quote(words)}.`);
  const [only] = targets.tasks;
  const text =
    targets.tasks.length === 1 && only
      ? whenSaid(only, scene)
      : `${countOf(targets.tasks.length)} may be meant.`;
  return {
    commands: [],
    answer: { kind: "list", taskIds: targets.tasks.map(({ id }) => id), text },
  };
};

const whenSaid = (task: Task, scene: Scene): string => {
  if (task.due === null) return `${quote(task.title)} has no due date.`;
  const late = isOverdue(task, scene.clock) ? "It is overdue: it was" : "It is";
  return `${quote(task.title)}: ${late.toLowerCase()} due ${scene.say(task.due)}.`;
};
