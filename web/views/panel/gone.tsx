// What the panel shows of a task that is not in the list: on its way, in the trash, or unknown. Called by panel.tsx.
import { useEffect, useState } from "react";
import type { Task } from "../../../domain/task.ts";
import { newTicket } from "../../api/punctual.ts";
import { sentence } from "../../words/sentence.ts";
import { useWorkspace } from "../context.ts";
import type { Found } from "./use-task.ts";
import { taskWords } from "../../words/task.ts";

const InTrash = ({ taskId }: { taskId: string }) => {
  const { punctual, rewind, store } = useWorkspace();
  const [task, setTask] = useState<Task | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    let left = false;
    void punctual.readTask(taskId).then((answer) => {
      if (left) return;
      if (answer.ok) setTask(answer.value);
      else setProblem(sentence(answer.problem.message));
    });
    return () => {
      left = true;
    };
  }, [punctual, taskId]);
  const restore = async (): Promise<void> => {
    const ticket = newTicket();
    const answer = await punctual.restoreTask(taskId, ticket);
    if (!answer.ok) return setProblem(sentence(answer.problem.message));
    rewind.did(ticket.correlationId);
    store.dispatch({ type: "learned", tasks: [answer.value] });
  };
  return (
    <>
      {task !== null && (
        <>
          <h1 className="panel__title" dir="auto">
            {task.title}
          </h1>
          <p>{taskWords.gone.inTrash}</p>
          <button className="button" type="button" onClick={() => void restore()}>
            {taskWords.gone.restore}
          </button>
        </>
      )}
      {problem !== null && (
        <p className="error" role="alert">
          {problem}
        </p>
      )}
    </>
  );
};

export const Gone = ({ found, taskId }: { found: Found; taskId: string }) => {
  if (found.is === "gone") return <InTrash taskId={taskId} />;
  if (found.is === "nowhere") return <p>{taskWords.gone.nowhere}</p>;
  return <output>{taskWords.gone.fetching}</output>;
};
