// How far two words are apart in slips of the fingers. Called by typos.ts and the chat.

/**
 * Letters to add, leave out, change or swap with their neighbour to make one word of the other (optimal string alignment);
 * `limit` + 1 when there are more.
 */
export const editDistance = (a: string, b: string, limit: number): number => {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = nextRow(a, b, i, row, before);
    if (Math.min(...next) > limit) return limit + 1;
    [before, row] = [row, next];
  }
  return Math.min(cell(row, b.length), limit + 1);
};

const nextRow = (a: string, b: string, i: number, row: number[], before: number[]): number[] => {
  const next = [i];
  for (let j = 1; j <= b.length; j += 1) {
    const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
    next[j] = Math.min(
      cell(row, j) + 1,
      cell(next, j - 1) + 1,
      cell(row, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1),
      isSwap ? cell(before, j - 2) + 1 : Infinity,
    );
  }
  return next;
};

const cell = (row: number[], at: number): number => row[at] ?? Infinity;
