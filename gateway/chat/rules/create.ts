// "create a task to …", "add …", "todo: …". Rule of the grammar.
import { ask, quote, talk } from "../asking.ts";
import type { Interpretation } from "../interpretation.ts";
import { itemsOf } from "./parts.ts";
import { isTypo } from "../matching/similarity.ts";
import { orAsk } from "./paste.ts";
import type { Rule, Scene } from "../scene.ts";
import { explicit, linesOf } from "./create-patterns.ts";
import { neededLine } from "./need.ts";
import { createCommand, type TaskCreate } from "./new-task.ts";

const nothing =
  /^(?:create|add|new|make)(?:\s+an?(?:other)?|\s+one)?(?:\s+new)?(?:\s+(?:task|to-?do|todo|item))?$/iu;

/** An explicit order to add something. */
export const create: Rule = (said, scene) => {
  if (nothing.test(said)) return talk("What shall I add? For example “add buy milk tomorrow”.");
  if (asks.test(said) || pointsBack.test(said)) return null;
  const lines = linesOf(said);
  if (lines) return createAll(lines, scene);
  const parts = withParts(said, scene);
  if (parts) return parts;
  const named = calledRule.exec(said)?.groups;
  const values = `${named?.["before"] ?? ""} ${named?.["after"] ?? ""}`.trim();
  if (named && (values === "" || scene.quickAdd(values).title === ""))
    return createOne(`${named["name"]} ${values}`.trim(), scene);
  const headed = headedRule.exec(said)?.groups;
  const ofHead = headed && headedLine(headed, scene);
  if (ofHead) return createOne(ofHead, scene);
  const put = listed.exec(said);
  if (put) return createOne(`${put[1]} ${put[2]}`, scene);
  const needed = neededLine(said, scene);
  if (needed !== null) return createOne(needed, scene);
  const inProject = ofProject(said, scene);
  if (inProject) return inProject;
  for (const pattern of explicit) {
    const [, marks = "", line = ""] = pattern.exec(said) ?? [];
    if (line.trim() === "") continue;
    return createOne(toMark(`${line} ${marks}`.trim()), scene);
  }
  return null;
};

/** "set up a weekly thing on tuesdays at 7pm called choir" */
const calledRule =
  /^(?:add|create|make|set\s+up|schedule|put\s+in|new)\s+(?:an?\s+)?(?:new\s+)?(?<before>.*?)\s*(?:thing|task|to-?do|event|item|entry|appointment|reminder|one)\s+(?<after>.*?)\s*(?:called|named|titled)\s+["“]?(?<name>.+?)["”]?$/iu;
/** "job for friday - seal the shower", "task for Kofi: book the photographer" */
const headedRule =
  /^(?:(?:add|new|a|an|another)\s+)*(?:job|task|to-?do|thing)\s+(?:(?<who>for\s+\p{L}+)|(?<when>(?:for|on|by|due)\s+[^:–—-]{2,30}?))\s*(?::|\s[-–—])\s*(?<line>.+)$/iu;

const headedLine = (
  { who, when, line }: Record<string, string | undefined>,
  scene: Scene,
): string | null => {
  const name = who?.replace(/^for\s+/iu, "");
  const isPerson = scene.people.some((one) => one.toLowerCase() === name?.toLowerCase());
  if (isPerson) return `${line} +${name}`;
  const date = when ?? who ?? "";
  return scene.when(date) ? `${line} ${date}` : null;
};

/** "put them back on my list" names no new task. */
const pointsBack = /^(?:add|put|bring|get)\s+(?:it|them|that|this|those|these)\s+back(?:\s|$)/iu;

/** "should I delete milk?" is no order to add it. */
const asks =
  /^(?:should|shall|must|do|does|did|is|are|am|was|were|what|why|how|when|where|who|which)\s.*\?$/iu;
/** "put milk on my list for friday" */
const listed =
  /^(?:add|put|get|stick|throw|write|place)\s+(.+?)\s+(?:to|on|onto|in|into)\s+(?:my|the|our)\s+(?:to-?\s?do\s+|task\s+|todo\s+)?list\s+((?:for|by|on|due|at|tomorrow|today|tonight|next|this|every|p[1-4]|[#@]).*)$/iu;

/** "add milk to Groceries", where there is such a project: a new task in it. */
const ofProject = (said: string, scene: Scene): Interpretation | null => {
  const inside =
    /^(?:add|put|create|make)\s+(?:an?\s+)?(?:new\s+)?(?:task|todo|item)\s+(?:in|to|into|under|for)\s+(?:the\s+)?#?(.+?)(?:\s+project)?(?:\s*:\s*|\s+(?=to\s))(.+)$/iu.exec(
      said,
    );
  if (inside) return projectTask(inside[2] ?? "", inside[1] ?? "", scene);
  const body = /^(?:add|create|put|new)\s+(.+)$/iu.exec(said)?.[1];
  const made = body === undefined ? null : createCommand(body, scene);
  if (!made?.ok) return null;
  const [, title = "", name = ""] =
    /^(.+)\s+(?:(?:to|in|into|under)\s+(?:the\s+|my\s+)?([^#@"“”]+?)(?:\s+(?:project|list))?|(?:on|onto)\s+(?:the\s+|my\s+)([^#@"“”]+?)\s+list)$/iu
      .exec(made.command.fields.title)
      ?.filter((part) => part !== undefined) ?? [];
  const isTask = /^(?:an?\s+)?(?:new\s+)?(?:task|todo|item)\b/iu.test(title);
  const project = projectNamed(name.trim(), scene);
  if (project === undefined || isTask) return null;
  const bare = title.replace(/^["“](.+)["”]$/u, "$1");
  return {
    commands: [{ ...made.command, fields: { ...made.command.fields, title: bare, project } }],
  };
};

/** A project by its name, or by one with a slip in it. */
const projectNamed = (name: string, { projects }: Scene): string | undefined => {
  const said = name.toLowerCase();
  const exact = projects.find((one) => one.toLowerCase() === said);
  const near = said.length < 5 ? [] : projects.filter((one) => isTypo(said, one.toLowerCase()));
  return exact ?? (near.length === 1 ? near[0] : undefined);
};

/** "put a task in Acme: draft the proposal" */
const projectTask = (line: string, name: string, scene: Scene): Interpretation | null => {
  const project = scene.projects.find((one) => one.toLowerCase() === name.toLowerCase());
  const made = project === undefined ? null : createCommand(line, scene);
  if (!made?.ok || project === undefined) return null;
  return { commands: [{ ...made.command, fields: { ...made.command.fields, project } }] };
};

/** "add plan trip with subtasks book hotel and rent car" */
const withParts = (said: string, scene: Scene): Interpretation | null => {
  const [, line = "", items = ""] =
    /^(?:add|create|make|new)\s+(?:an?\s+)?(?:new\s+)?(?:task\s*:?\s+)?(.+?)\s*,?\s+with\s+(?:the\s+)?(?:sub-?\s?tasks|steps)\s*:?\s+(.+)$/iu.exec(
      said,
    ) ?? [];
  const parent = line === "" ? null : createCommand(line, scene);
  if (!parent?.ok) return null;
  const parts = itemsOf(items, true).flatMap((item) => {
    const made = createCommand(item, scene);
    const { taskId: parentId } = parent.command;
    return made.ok ? [{ ...made.command, fields: { ...made.command.fields, parentId } }] : [];
  });
  return orAsk([parent.command, ...parts]);
};

/** "add milk to #shopping": the small word goes with the label. "to my list" says nothing. */
const toMark = (line: string): string =>
  line
    .replace(/\s+(?:to|on|onto)\s+(?:my|the)\s+(?:to-?do\s+|task\s+)?list(?=\s)(?!\s+of\s)/iu, "")
    .replace(/\s+(?:to|in|into|under)\s+(?=#[^\s]*\p{L})/iu, " ");

const maxLines = 50;

const createAll = (lines: string[], scene: Scene): Interpretation => {
  if (lines.length > maxLines) {
    return talk(`That is more than ${maxLines} tasks. Add them in smaller parts, please.`);
  }
  const made = lines.map((line) => createCommand(line, scene));
  const wrong = made.findIndex((one) => !one.ok);
  if (wrong >= 0)
    return talk(
      `Line ${wrong + 1} cannot be a task: ${made[wrong]?.ok === false ? made[wrong].reason : ""}`,
    );
  const commands = made.flatMap((one) => (one.ok ? [one.command] : []));
  if (commands.length <= 5) return { commands };
  return ask(`This will add ${commands.length} tasks. Go ahead?`, [
    { label: `Yes, add ${commands.length} tasks`, commands },
    { label: "No, leave it", commands: [] },
  ]);
};

/** The task of one line; a question where the line names someone to do it. */
export const createOne = (line: string, scene: Scene): Interpretation => {
  const made = createCommand(line, scene);
  if (!made.ok) return talk(`${made.reason} For example “add buy milk tomorrow”.`);
  return { commands: [made.command] };
};

/** Offers one new task. */
export const offer = (question: string, command: TaskCreate): Interpretation =>
  ask(question, [
    { label: `Add ${quote(command.fields.title)}`, commands: [command] },
    { label: "No, leave it", commands: [] },
  ]);
