// One condition of a filter: `p1`, `#home`, `no date`, `due before: friday`, `created < 7 days`. Called by read-filter.ts.
import type { Clock } from "../language/clock.ts";
import type { TaskStatus } from "../task.ts";
import { wordsIn } from "../words.ts";
import { readDays } from "./days.ts";
import type { Condition, Filter, Part, TermRead } from "./filter.ts";
import { escaped, unescaped } from "./tokens.ts";

const open: TaskStatus[] = ["open", "in_progress"];
const words: Record<string, Filter> = {
  all: { is: "all" },
  "view all": { is: "all" },
  overdue: { is: "overdue" },
  "over due": { is: "overdue" },
  od: { is: "overdue" },
  recurring: { is: "repeating" },
  repeating: { is: "repeating" },
  subtask: { is: "subtask" },
  open: { is: "status", status: open },
  started: { is: "status", status: ["in_progress"] },
  "in progress": { is: "status", status: ["in_progress"] },
  done: { is: "status", status: ["done"] },
  completed: { is: "status", status: ["done"] },
  cancelled: { is: "status", status: ["cancelled"] },
  canceled: { is: "status", status: ["cancelled"] },
  assigned: { is: "with", part: "assignee" },
};

const parts: Record<string, Part> = {
  date: "date",
  "due date": "date",
  due: "date",
  time: "time",
  deadline: "deadline",
  duration: "duration",
  project: "project",
  section: "section",
  tag: "tags",
  tags: "tags",
  label: "tags",
  labels: "tags",
  priority: "priority",
  assignee: "assignee",
  reminder: "reminder",
  reminders: "reminder",
  description: "description",
  notes: "description",
};

/** `text` as tokens.ts gives it. */
export const readTerm = (text: string, clock: Clock): TermRead => {
  const plain = text.toLowerCase().replaceAll(/\s+/gu, " ");
  const known = Object.hasOwn(words, plain) ? words[plain] : undefined;
  if (known) return { ok: true, condition: known };
  return (
    readPriority(plain) ??
    readPart(plain) ??
    readName(text) ??
    readSearch(text) ??
    readDays(plain, clock) ?? {
      ok: false,
      message: `"${unescaped(text)}" is no condition; known are ${examples}`,
    }
  );
};

const examples =
  "today, overdue, no date, p1, #project, @tag, due before: friday, created < 7 days, search: words";

const readPriority = (plain: string): TermRead | null => {
  const level = /^(?:p|priority )([1-4])$/u.exec(plain)?.[1];
  return level === undefined ? null : is({ is: "priority", priority: Number(level) });
};

const readPart = (plain: string): TermRead | null => {
  const [, word, name = ""] = /^(no|has|with) (.+)$/u.exec(plain) ?? [];
  const part = Object.hasOwn(parts, name) ? parts[name] : undefined;
  if (word === undefined || part === undefined) return null;
  const has: Condition = { is: "with", part };
  return { ok: true, condition: word === "no" ? { not: has } : has };
};

const named: Record<string, "tag" | "section"> = { "@": "tag", "/": "section" };

const readName = (text: string): TermRead | null => {
  const [, sign = "", name] = /^(##?|@|\/)\s*(.+)$/su.exec(text) ?? [];
  if (name !== undefined) return is({ is: named[sign] ?? "project", name: nameIn(name) });
  const who = /^(?:assigned to|assignee)\s*:\s*(.+)$/isu.exec(text)?.[1];
  if (who === undefined) return null;
  const said = nameIn(who);
  return said.toLowerCase() === "others"
    ? { ok: true, condition: { not: { is: "assignee", name: "me" } } }
    : is({ is: "assignee", name: said });
};

/** A star that was escaped stays so: the name decides later what a star is. */
const nameIn = (text: string): string => text.replaceAll(new RegExp(`${escaped}(?!\\*)`, "gu"), "");

const readSearch = (text: string): TermRead | null => {
  const said = /^search\s*:\s*(.+)$/isu.exec(text)?.[1];
  return said === undefined ? null : is({ is: "words", words: wordsIn(unescaped(said)) });
};

const is = (condition: Condition): TermRead => ({ ok: true, condition });
