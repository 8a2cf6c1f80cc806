// Makes the sample project and takes it away, each with one Undo. Called by card.tsx.
import { makeSample, sampleId } from "../../first-steps.ts";
import { home } from "../../places/place.ts";
import { firstWords } from "../../words/first-steps.ts";
import { useAppState, useWorkspace } from "../context.ts";
import { useChange } from "../directory/use-change.ts";
import { useWhere } from "../where.ts";

/** `project`: the sample as it is called by now; null where there is none. */
export const useSample = () => {
  const { punctual, account, store } = useWorkspace();
  const { directory } = useAppState();
  const { go } = useWhere();
  const { problem, isBusy, change } = useChange();
  const id = sampleId(account.id);
  const project = directory.projects.find((one) => one.id === id) ?? null;

  const make = async (): Promise<void> => {
    const making = {
      punctual,
      userId: account.id,
      now: new Date(),
      onTask: (task: Parameters<Parameters<typeof makeSample>[0]["onTask"]>[0]) =>
        store.dispatch({ type: "learned", tasks: [task] }),
    };
    const isMade = await change((ticket) => makeSample(making, ticket), firstWords.made);
    if (isMade) go({ is: "project", name: firstWords.project });
  };

  const remove = async (): Promise<void> => {
    const isGone = await change(
      (ticket) => punctual.directory.deleteProject(id, "trash", ticket),
      firstWords.removed,
    );
    if (isGone) go(home);
  };

  return { project, problem, isBusy, make: () => void make(), remove: () => void remove() };
};
