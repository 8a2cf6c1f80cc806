// Carries out what a person does to projects, tags and saved filters, with a word and a way back. Called by edit.tsx.
import { useState } from "react";
import type { DirectoryAnswer } from "../../api/directory.ts";
import { newId, newTicket } from "../../api/punctual.ts";
import type { Answer, Ticket } from "../../api/request.ts";
import { sentence } from "../../words/sentence.ts";
import { useWorkspace } from "../context.ts";
import { directoryWords } from "../../words/directory.ts";
import { sharedWords } from "../../words/shared.ts";

/** `problem` is why the last change was refused, as a sentence. `change` resolves to true when it was made; `said` is what is told then. */
export const useChange = () => {
  const { rewind, store } = useWorkspace();
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);

  const tell = (said: string, tasks: number, correlationId: string): void => {
    const run = (): void => void rewind.aloud({ is: "undo", correlationId });
    const more = tasks === 0 ? "" : directoryWords.tasksToo(tasks);
    const action = { label: sharedWords.undo, run };
    const notice = { id: newId(), tone: "info" as const, text: `${said}${more}`, action };
    store.dispatch({ type: "noticed", notice: { ...notice, about: correlationId } });
  };

  const change = async (
    send: (ticket: Ticket) => Promise<Answer<DirectoryAnswer>>,
    said: string,
  ): Promise<boolean> => {
    const ticket = newTicket();
    setBusy(true);
    const answer = await send(ticket);
    setBusy(false);
    setProblem(
      answer.ok ? null : sentence(answer.problem.fields[0]?.message ?? answer.problem.message),
    );
    if (!answer.ok) return false;
    store.dispatch({ type: "directory_learned", directory: answer.value.directory });
    rewind.did(ticket.correlationId);
    tell(said, answer.value.tasksChanged, ticket.correlationId);
    return true;
  };
  return { problem, isBusy, change };
};
