// The reminder that was picked and not added, and how it is added. Called by use-unsaved.ts and reminders/add.tsx.
import type { Trigger } from "../../domain/reminder.ts";
import { canRepeat } from "../api/problem.ts";
import { newTicket } from "../api/punctual.ts";
import type { Answer, Ticket } from "../api/request.ts";
import type { Drafts } from "./drafts.ts";
import { reminderName, sentName } from "./names.ts";

/** A reminder at a time of its own, on the person's clock. */
export const atPicked = (picked: string): Trigger => ({
  kind: "wall",
  when: { kind: "floating", at: picked },
});

/** What was sent and may have arrived. */
type Sent = { picked: string; ticket: Ticket };

/**
 * Sends what is picked, with `add`; null when nothing is. It is picked no more while it is on its way. Refused, it is again,
 * unless something else was picked since; and where it may have arrived, it goes out under the same ticket.
 */
export const addPicked = async (
  drafts: Drafts,
  taskId: string,
  add: (picked: string, ticket: Ticket) => Promise<Answer<unknown>>,
): Promise<Answer<unknown> | null> => {
  const [name, kept] = [reminderName(taskId), sentName(taskId)];
  const picked = drafts.read(name, "");
  if (picked === "") return null;
  const before = drafts.read<Sent | null>(kept, null);
  const sent = before?.picked === picked ? before : { picked, ticket: newTicket() };
  drafts.write(kept, sent);
  drafts.write(name, undefined);
  const answer = await add(picked, sent.ticket);
  const isOver = answer.ok || !canRepeat(answer.problem);
  if (isOver && drafts.read<Sent | null>(kept, null)?.ticket.key === sent.ticket.key)
    drafts.write(kept, undefined);
  if (!answer.ok && drafts.read(name, "") === "") drafts.write(name, picked);
  return answer;
};
