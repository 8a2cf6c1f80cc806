// One change of one task, and what it answers: the task as it is now, what changed, and what undo takes. Used by the tools.
import * as z from "zod";
import type { TaskCommand } from "../../domain/command.ts";
import { Id } from "../../domain/ids.ts";
import { Refused } from "../http/refused.ts";
import { type Call, order } from "./call.ts";
import type { Answer } from "./tool.ts";
import { lineOf, TaskView, viewOf } from "./view.ts";

/** What a change answers. `correlationId` is what `undo` takes. */
export const Changed = z.object({
  task: TaskView,
  changed: z
    .array(z.string())
    .describe("names of the fields that changed; none when it was so already"),
  correlationId: Id,
});

/** Carries out one command; `asked` (the command, where nothing else is said) with the same `key` is done once. Throws Refused. */
export const change = async (
  call: Call,
  command: TaskCommand,
  { asked = command, key }: { asked?: unknown; key?: string | undefined } = {},
): Promise<Answer<z.input<typeof Changed>>> => {
  const { replies, correlationId } = await order(call, [command], { asked, key });
  const [reply] = replies;
  if (!reply) throw new Error("a command has no reply");
  if (!reply.ok) throw new Refused(reply.error);
  const { task } = reply;
  const changed = Object.keys(reply.changes).toSorted();
  const person = await call.person();
  return {
    text: `${changed.length === 0 ? "It was so already: " : ""}${lineOf(task, person)}`,
    data: { task: viewOf(task, person), changed, correlationId },
  };
};
