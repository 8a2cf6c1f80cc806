// The fields of a task as the model names them: those of the domain's schema, times as words. Used by create.ts and change.ts.
import * as z from "zod";
import { Tag, TaskFields } from "../../../../domain/task.ts";
import type { Scene } from "../../scene.ts";
import { type Times, words } from "./tool.ts";

const { description, priority, project, assignee } = TaskFields.shape;

/** What both tools can set. What is not named stays as it is. */
export const commonFields = {
  description: description.optional(),
  priority: priority.describe("1 is the highest, 4 is none").optional(),
  project: project.unwrap().optional(),
  assignee: assignee.unwrap().describe("Who is to do it").optional(),
  due: words(
    'When it is due, as the person said it, never computed: "next friday 3pm", "2 days later"',
  ).optional(),
  repeat: words(
    'How it repeats, as said: "every monday", "15th and last", "every! 3 days"',
  ).optional(),
  deadline: words("A day it must be done by, beside the due, as said").optional(),
  duration: words('How long it takes, as said: "45 min"').optional(),
};

export const Tags = z.array(Tag).max(50);

/** The words behind the times of a call. */
export const timesOf = (said: {
  due?: string | undefined;
  repeat?: string | undefined;
  deadline?: string | undefined;
  duration?: string | undefined;
  remind?: string[] | undefined;
}): Times => {
  const { due, repeat, deadline, duration, remind } = said;
  const first = [due, repeat].filter((words_) => words_ !== undefined).join(" ");
  return {
    ...(first === "" ? {} : { due: first }),
    ...(repeat === undefined ? {} : { recurrence: repeat }),
    ...(deadline === undefined ? {} : { deadline }),
    ...(duration === undefined ? {} : { duration }),
    ...(remind === undefined ? {} : { reminders: remind.join(" ") }),
  };
};

/** A project as it is written already. */
export const knownProject = (name: string, { projects }: Scene): string =>
  projects.find((one) => one.toLowerCase() === name.toLowerCase()) ?? name;
