// What a reading comes to: the acts it carries out or offers, or that it was not understood. Called by public.ts.
import type { Command } from "../../../domain/command.ts";
import type { Interpretation } from "../../../gateway/chat/interpretation.ts";
import type { Act } from "./expected-act.ts";

/** `writes`: something is changed at once. No act at all: not understood, or small talk. */
export type Outcome = { acts: Act[]; writes: boolean };

const unfound = /^I found no open task that fits/u;
const unread = /^(?:I did not understand|I found no task about)/u;
/** Words of answers that show which act was read where nothing could be done. */
const said: [RegExp, Act[]][] = [
  [/^(?:What shall I add|Remind you of what|How shall the (?:new )?list|A list)/u, ["add"]],
  [
    /^(?:I found no open task|Nothing |You have no|No,|Yes,|There is nothing|You have \d)/u,
    ["show"],
  ],
  [
    /^(?:I found no (?:task|reminder)|Which task|There is no(?:thing to take off| list| tag)|I do not know which task|The trash|I have done nothing yet)/u,
    ["remove", "complete", "change"],
  ],
];

/** Looks at a reading from outside, as a person would. */
export const outcomeOf = ({ commands, ask, answer }: Interpretation): Outcome => {
  if (commands.length > 0) return { acts: actsOf(commands), writes: true };
  if (ask) {
    const offered = unread.test(ask.question) ? [] : ask.choices.flatMap((one) => one.commands);
    // It looked for the task, found none, and offers to make one.
    const sought: Act[] = unfound.test(ask.question) ? ["remove", "complete", "change"] : [];
    return { acts: [...sought, ...actsOf(offered)], writes: false };
  }
  if (answer?.taskIds) return { acts: ["show"], writes: false };
  const found = said.find(([words]) => words.test(answer?.text ?? ""));
  return { acts: found?.[1] ?? [], writes: false };
};

const actsOf = (commands: readonly Command[]): Act[] => [...new Set(commands.map(actOf))];

const actOf = (command: Command): Act => {
  switch (command.type) {
    case "task.create":
    case "project.create":
    case "tag.create":
    case "reminder.add":
      return "add";
    case "task.delete":
    case "reminder.remove":
    case "project.delete":
    case "tag.delete":
    case "task.skip":
    case "reminder.acknowledge":
      return "remove";
    case "task.complete":
      return command.forever === true ? "remove" : "complete";
    case "task.patch":
      return removes(command.changes) ? "remove" : "change";
    default:
      return "change";
  }
};

/** Cancelled, off the calendar, without its reminders or labels. */
const removes = ({ status, due, reminders, recurrence, project, tags }: Patch): boolean =>
  status === "cancelled" ||
  due === null ||
  recurrence === null ||
  project === null ||
  reminders?.length === 0 ||
  tags?.length === 0;
type Patch = Extract<Command, { type: "task.patch" }>["changes"];
