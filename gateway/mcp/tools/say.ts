// The tool that says a sentence to Punctual's own chat. Offered by server.ts.
import * as z from "zod";
import { ChatReply } from "../../../domain/reply.ts";
import { unwrap } from "../../http/refused.ts";
import { type AnyTool, tool } from "../tool.ts";
import { TaskView, viewOf } from "../view.ts";

export const sayTools: AnyTool[] = [
  tool({
    name: "chat",
    title: "Say it in words",
    description:
      "Gives a sentence of the person to Punctual's chat, which reads it, does it or asks back. When `choices` are offered ask the person and say one of them next. Also “undo” and “redo”.",
    does: "remove",
    repeatable: false,
    input: z.object({ message: z.string().trim().min(1).max(2_000) }),
    output: ChatReply.omit({ changes: true, tasks: true }).extend({ tasks: z.array(TaskView) }),
    run: async (call, { message }) => {
      const { deps, userId, origin } = call;
      const {
        changes: _,
        tasks,
        ...reply
      } = unwrap(await deps.chat({ userId, message, now: deps.now(), origin }));
      const person = await call.person();
      const offered = reply.choices.length === 0 ? "" : `\nChoices: ${reply.choices.join(" | ")}`;
      return {
        text: `${reply.text}${offered}`,
        data: { ...reply, tasks: tasks.map((task) => viewOf(task, person)) },
      };
    },
  }),
];
