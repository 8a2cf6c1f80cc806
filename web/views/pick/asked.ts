// Which task's due is to be chosen without its panel: asked by a key, answered by asked-due.tsx.
let asked: string | null = null;
const listeners = new Set<() => void>();

const ask = (taskId: string | null): void => {
  asked = taskId;
  for (const listener of listeners) listener();
};

export const onAsked = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
export const readAsked = (): string | null => asked;

/** Opens the date picker of the task whose row has the focus, else of the one that is open. False where all that is selected is meant, or none. */
export const pickDue = (open: string | null): boolean => {
  if (document.querySelector(".bulk") !== null) return false;
  const row = document.activeElement?.closest("li[data-task]");
  const taskId = row?.getAttribute("data-task") ?? open;
  ask(taskId);
  return taskId !== null;
};

/** It is chosen, or not to be. */
export const duePicked = (): void => ask(null);
