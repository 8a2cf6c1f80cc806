// Tools that take changes back, and the one that says a sentence to Punctual's own chat. Offered by server.ts.
import * as z from "zod";
import { OnConflict } from "../../../domain/command.ts";
import { Id } from "../../../domain/ids.ts";
import { ChatReply } from "../../../domain/reply.ts";
import type { Result } from "../../../domain/result.ts";
import { unwrap } from "../../http/refused.ts";
import type { Call } from "../call.ts";
import { idempotencyKey } from "../fields.ts";
import { type AnyTool, tool } from "../tool.ts";
import { TaskView, viewOf } from "../view.ts";

const Said = ChatReply.omit({ changes: true, tasks: true }).extend({ tasks: z.array(TaskView) });

const answerOf = async (call: Call, result: Result<ChatReply>) => {
  const { changes: _, tasks, ...reply } = unwrap(result);
  const person = await call.person();
  const offered = reply.choices.length === 0 ? "" : `\nChoices: ${reply.choices.join(" | ")}`;
  return {
    text: `${reply.text}${offered}`,
    data: { ...reply, tasks: tasks.map((task) => viewOf(task, person)) },
  };
};

const ofHistory = (verb: "undo" | "redo", title: string, description: string): AnyTool =>
  tool({
    name: verb,
    title,
    description,
    does: "change",
    repeatable: true,
    input: z.object({
      correlationId: Id.describe(
        "Of the change: every change answers one, task_history has them all",
      ),
      onConflict: OnConflict.default("ask").describe(
        "Where a field has another value by now: ask (nothing is changed), keep it, or overwrite it",
      ),
    }),
    output: Said,
    run: async (call, { correlationId, onConflict }) => {
      const { deps, userId, origin } = call;
      const command = { type: `history.${verb}` as const, correlationId, onConflict };
      return answerOf(call, await deps.history({ userId, command, now: deps.now(), origin }));
    },
  });

export const sayTools: AnyTool[] = [
  ofHistory(
    "undo",
    "Take changes back",
    "Takes back all changes that share a correlation id. Where a field changed since, it names the three values and changes nothing: ask the person, then say onConflict.",
  ),
  ofHistory("redo", "Do it again", "Takes an undo back, by the correlation id of the undo."),
  tool({
    name: "chat",
    title: "Say it in words",
    description:
      "Gives a sentence of the person to Punctual's chat, which reads it, does it or asks back. When `choices` are offered ask the person and say one of them next.",
    does: "remove",
    repeatable: false,
    input: z.object({ message: z.string().trim().min(1).max(2_000), idempotencyKey }),
    output: Said,
    run: async (call, { message, idempotencyKey: key }) => {
      const { deps, userId, origin, signal } = call;
      const asked = { userId, message, now: deps.now(), origin, signal };
      const said = { ...asked, ...(key !== undefined && { key }) };
      return answerOf(call, await deps.chat(said));
    },
  }),
];
