// What the rules of the grammar look at: the context with everything derived from it once. Called by grammar.ts.
import type { Directory } from "../../domain/directory/directory.ts";
import { emptyDirectory } from "../../domain/directory/empty-directory.ts";
import { type Id, newId } from "../../domain/ids.ts";
import { isOpen } from "../../domain/is-over.ts";
import { type Clock, clockAt } from "../../domain/language/clock.ts";
import { parseQuickAdd, type QuickAdd } from "../../domain/language/quick-add.ts";
import { readWhen, type WhenSaid } from "../../domain/language/read-when.ts";
import { sayWhen } from "../../domain/language/say-when.ts";
import { defaultSettings, type Settings } from "../../domain/settings.ts";
import { type Task, taskDefaults, type TaskSummary } from "../../domain/task.ts";
import type { When } from "../../domain/when.ts";
import { type Conversation, emptyConversation } from "../../domain/conversation.ts";
import { countedIn } from "./reading/turns.ts";
import type { Context, Interpretation } from "./interpretation.ts";

const epoch = new Date(0).toISOString();
const unknownId: Id = "00000000-0000-0000-0000-000000000000";

export type Scene = {
  clock: Clock;
  settings: Settings;
  zone: string;
  locale: string;
  open: Task[];
  /** Done and cancelled ones. */
  closed: Task[];
  trash: Task[];
  /** Open and closed ones. */
  alive: Task[];
  projects: string[];
  tags: string[];
  /** Projects, tags and saved filters that have a record. */
  directory: Directory;
  /** Names of those who have tasks to do. */
  people: string[];
  conversation: Conversation;
  /** Tasks shown last, in that order: what "it" means. */
  shown: Task[];
  /** What "the second one" is counted in: those shown last, or the list of before. */
  counted: Task[];
  newId: () => Id;
  /** `at` is another instant to read it at than now. */
  quickAdd: (text: string, at?: string) => QuickAdd;
  /** The due of a text that is nothing but a date; null for any other text. */
  when: (text: string) => WhenSaid | null;
  say: (when: When) => string;
};

/** A rule of the grammar: what a message means, or null when it is not this rule's business. */
export type Rule = (said: string, scene: Scene) => Interpretation | null;

/** Looks at the context once, so that every rule sees the same. */
export const sceneOf = (context: Context): Scene => {
  const { zone } = context;
  const settings = { ...defaultSettings, ...context.settings };
  const conversation = { ...emptyConversation, ...context.conversation };
  const now = new Date(context.now).toISOString();
  const { locale, weekStart, dayParts } = settings;
  const lists = listsOf(context.tasks.map(whole), conversation);
  const { alive } = lists;
  const { directory = emptyDirectory } = context;
  const projects = names([
    ...(context.projects ?? []),
    ...directory.projects.map(({ name }) => name),
    ...alive.flatMap(({ project }) => (project === null ? [] : [project])),
  ]);
  const tags = names([
    ...directory.tags.map(({ name }) => name),
    ...alive.flatMap((task) => task.tags),
  ]);
  const people = names(alive.flatMap(({ assignee }) => (assignee === null ? [] : [assignee])));
  const options = { now, zone, locale, weekStart, dayParts, projects, tags };
  const clock = clockAt(options);
  return {
    ...lists,
    clock,
    settings,
    zone,
    locale,
    projects,
    tags,
    directory,
    people,
    conversation,
    newId: context.newId ?? newId,
    quickAdd: remembering((text, at) =>
      parseQuickAdd(text, at === undefined ? options : { ...options, now: at }),
    ),
    when: (text) => (text.length > maxDate ? null : readWhen(text, clock)),
    say: (when) => sayWhen(when, { now, zone, locale }),
  };
};

/** The same person a moment later: with other tasks, and these shown. */
export const sceneWith = (scene: Scene, tasks: Task[], shownTaskIds: Id[]): Scene => ({
  ...scene,
  ...listsOf(tasks, { ...scene.conversation, shownTaskIds }),
  conversation: { ...scene.conversation, question: null, shownTaskIds },
});

const listsOf = (
  tasks: Task[],
  conversation: Conversation,
): Pick<Scene, "alive" | "open" | "closed" | "trash" | "shown" | "counted"> => {
  const { shownTaskIds } = conversation;
  const countedIds = countedIn(conversation);
  const alive = tasks.filter((task) => task.deletedAt === null);
  const ids = new Set([...shownTaskIds, ...countedIds]);
  const byId = new Map(
    tasks.flatMap((task) => (ids.has(task.id) ? [[task.id, task] as const] : [])),
  );
  return {
    alive,
    open: alive.filter(isOpen),
    closed: alive.filter((task) => !isOpen(task)),
    trash: tasks.filter((task) => task.deletedAt !== null),
    shown: shownTaskIds.flatMap((id) => byId.get(id) ?? []),
    counted: countedIds.flatMap((id) => byId.get(id) ?? []),
  };
};

/** The task of a summary; a whole task is itself. */
export const whole = (summary: TaskSummary): Task =>
  isWhole(summary) ? summary : { ...unsaid, ...summary };

const isWhole = (summary: TaskSummary): summary is Task => {
  for (const field of fields) if (summary[field] === undefined) return false;
  return true;
};

const unsaid: Omit<Task, "id" | "title" | "status"> = {
  ...taskDefaults(new Date(0)),
  ownerId: unknownId,
  version: 1,
  occurrence: null,
  createdAt: epoch,
  updatedAt: epoch,
  completedAt: null,
  deletedAt: null,
};

const fields = Object.keys(unsaid) as (keyof typeof unsaid)[];

/** Several rules read the same words; the answer is the same. */
const remembering = (read: Scene["quickAdd"]): Scene["quickAdd"] => {
  const known = new Map<string, QuickAdd>();
  return (text, at) => {
    const key = `${at ?? ""} ${text}`;
    const found = known.get(key) ?? read(text, at);
    known.set(key, found);
    return found;
  };
};

/** No date is said in more characters than this. */
const maxDate = 80;

const names = (all: string[]): string[] => [
  ...new Map(all.map((name) => [name.toLowerCase(), name])).values(),
];
