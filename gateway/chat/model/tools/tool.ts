// What a tool of the model is: arguments as a schema, and what a call of it comes to. Used by every tool.
import * as z from "zod";
import { Command } from "../../../../domain/command.ts";
import { fieldErrors } from "../../../../domain/result.ts";
import type { Task } from "../../../../domain/task.ts";
import type { Answer, Context, Interpretation } from "../../interpretation.ts";
import type { Scene } from "../../scene.ts";
import type { KnownTasks } from "../known-tasks.ts";

/** A time field of a command, with the words it was read from: what grounded.ts holds against the message. */
export type TimeField = "due" | "deadline" | "duration" | "recurrence" | "reminders" | "until";
export type Times = Partial<Record<TimeField, string>>;

/** A command the model proposes. A time without words was set by a rule of ours (the reminder every clock time gets). */
export type Proposed = { command: Command; times: Times };

/** What a call comes to. `data` is for the model, `answer` for the person; `meant` is a whole interpretation. */
export type Outcome =
  | { is: "plan"; proposed: Proposed[] }
  | { is: "read"; data: unknown; answer: Answer }
  | { is: "meant"; meant: Interpretation }
  | { is: "wrong"; message: string };

/** What a tool works with. */
export type Desk = { scene: Scene; context: Context; known: KnownTasks };

export type Tool = {
  name: string;
  description: string;
  args: z.ZodType;
  call: (input: unknown, desk: Desk) => Outcome;
};

/** Words a call has wrong: told the model once, so that it may say them right. */
export class WrongCall extends Error {}

/** Makes a tool: its arguments are parsed before `carryOut` sees them, its commands by the domain's own schema after. */
export const tool = <T extends z.ZodType>(
  name: string,
  description: string,
  args: T,
  carryOut: (args: z.infer<T>, desk: Desk) => Outcome,
): Tool => ({
  name,
  description,
  args,
  call: (input, desk) => {
    const read = args.safeParse(withoutBlanks(input));
    if (!read.success) return { is: "wrong", message: sayWrong(read.error) };
    try {
      return checked(carryOut(read.data, desk));
    } catch (error) {
      if (error instanceof WrongCall) return { is: "wrong", message: error.message };
      throw error;
    }
  },
});

const checked = (outcome: Outcome): Outcome => {
  if (outcome.is !== "plan") return outcome;
  if (outcome.proposed.length === 0) return { is: "wrong", message: "this would change nothing" };
  for (const { command } of outcome.proposed) {
    const read = Command.safeParse(command);
    if (!read.success) return { is: "wrong", message: sayWrong(read.error) };
  }
  return outcome;
};

const sayWrong = (error: z.ZodError): string =>
  fieldErrors(error)
    .slice(0, 5)
    .map(({ path, message }) => `${path || "arguments"}: ${message}`)
    .join("; ");

/** Many models name every field and leave what they do not mean empty; so null never means "take it away" either. */
const withoutBlanks = (input: unknown): unknown => {
  if (typeof input !== "object" || input === null || Array.isArray(input)) return input;
  const said = Object.entries(input).filter(
    ([, value]) => value !== null && value !== "" && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(said);
};

export const plan = (proposed: Proposed[]): Outcome => ({ is: "plan", proposed });

/** A task by its handle. */
export const Handle = z
  .string()
  .regex(/^t\d{1,4}$/, "must be a handle from the list of tasks, such as t1");
export const Handles = z.array(Handle).min(1).max(60).describe("Handles of tasks, such as t1");

/** Words of the person about a time; the parser of quick add reads them. */
export const words = (what: string) => z.string().trim().min(1).max(120).describe(what);

/** The tasks of these handles, each once. */
export const tasksOf = (handles: string[], { known }: Desk): Task[] =>
  [...new Set(handles)].map((handle) => {
    const task = known.find(handle);
    if (!task) throw new WrongCall(`${handle}: there is no such task; use the handles of the list`);
    return task;
  });
