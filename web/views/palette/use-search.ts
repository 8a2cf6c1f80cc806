// Asks the server for tasks that the page does not have: done long ago, or in the trash. Called by palette.tsx.
import { useEffect, useState } from "react";
import type { Task } from "../../../domain/task.ts";
import { sentence } from "../../words/sentence.ts";
import { useWorkspace } from "../context.ts";

type Elsewhere = { text: string; tasks: Task[]; problem: string | null };
const nothing: Elsewhere = { text: "", tasks: [], problem: null };

/** So long no key must be pressed before the server is asked, ms. */
const calmMs = 150;

/** The hits that are not among `here`; those of an earlier text stay until the new ones are there. */
export const useSearch = (text: string, here: readonly Task[]) => {
  const { punctual } = useWorkspace();
  const [found, setFound] = useState(nothing);
  const wanted = text.trim();

  useEffect(() => {
    if (wanted === "") return undefined;
    let left = false;
    const ask = async (): Promise<void> => {
      const answer = await punctual.search(wanted);
      if (left) return;
      setFound(
        answer.ok
          ? { text: wanted, tasks: answer.value.hits.map(({ task }) => task), problem: null }
          : { text: wanted, tasks: [], problem: sentence(answer.problem.message) },
      );
    };
    const timer = setTimeout(() => void ask(), calmMs);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [punctual, wanted]);

  if (wanted === "") return { tasks: [], problem: null, isComing: false };
  const known = new Set(here.map(({ id }) => id));
  const tasks = found.tasks.filter(({ id }) => !known.has(id));
  return { tasks, problem: found.problem, isComing: found.text !== wanted };
};
