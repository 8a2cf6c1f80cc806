// Where the focus goes when what had it is gone or done with. Called by the list, the panel and the pickers.

const rowOf = (taskId: string): HTMLElement | null =>
  document.querySelector<HTMLElement>(`li[data-task="${CSS.escape(taskId)}"]`);

/** A row that is far away is drawn a moment after the list has been moved to it. */
const patienceFrames = 12;

/** Puts the focus on a task's row. */
export const focusRow = (taskId: string, frames = patienceFrames): void => {
  const row = rowOf(taskId);
  if (row) row.focus({ preventScroll: true });
  else if (frames > 0) requestAnimationFrame(() => focusRow(taskId, frames - 1));
};

/** Puts the focus on the list: what had it is gone. On a phone the list is shown a moment later. */
export const focusList = (frames = patienceFrames): void => {
  const list = document.getElementById("list");
  list?.focus({ preventScroll: true });
  if (list !== document.activeElement && frames > 0)
    requestAnimationFrame(() => focusList(frames - 1));
};

/** Puts the focus on the list where what had it is gone, or stood in the list; whoever types elsewhere goes on typing. */
export const focusListAgain = (): void => {
  const { activeElement, body } = document;
  const list = document.getElementById("list");
  const isElsewhere = activeElement !== null && activeElement !== body;
  if (!isElsewhere || list?.contains(activeElement)) list?.focus({ preventScroll: true });
};
