// Which rows of a list are selected, and how a range grows from where it began. Pure; called by views/selecting/selecting.ts.

/**
 * `anchor` is the row a range grows from, `base` what was selected beside that range. `isOn`: rows are being selected, though there may be none
 * yet.
 */
export type Selection = {
  ids: ReadonlySet<string>;
  base: ReadonlySet<string>;
  anchor: string | null;
  isOn: boolean;
};

const empty: ReadonlySet<string> = new Set();
export const nothing: Selection = { ids: empty, base: empty, anchor: null, isOn: false };

/** One row more, or less. Without any left the selecting is over, unless it was begun without one. */
export const toggled = (selection: Selection, id: string): Selection => {
  const ids = new Set(selection.ids);
  if (!ids.delete(id)) ids.add(id);
  if (ids.size === 0 && !selection.isOn) return nothing;
  return { ...selection, ids, base: ids, anchor: id };
};

/** All rows from the anchor to one, and what was selected before. Without an anchor the range begins `from` a row, or at the row itself. */
export const extended = (
  selection: Selection,
  rows: readonly string[],
  to: string,
  from: string = to,
): Selection => {
  const anchor = selection.anchor ?? from;
  const ends = [rows.indexOf(anchor), rows.indexOf(to)];
  if (ends.includes(-1)) return toggled(selection, to);
  const range = rows.slice(Math.min(...ends), Math.max(...ends) + 1);
  return { ...selection, ids: new Set([...selection.base, ...range]), anchor };
};

/** All rows. */
export const everything = (selection: Selection, rows: readonly string[]): Selection => {
  const ids = new Set(rows);
  return ids.size === 0 ? selection : { ...selection, ids, base: empty, anchor: rows[0] ?? null };
};

/** Without what does not stand in the list any more; the same object where all of it does. */
export const still = (selection: Selection, rows: readonly string[]): Selection => {
  if (selection.ids.size === 0) return selection;
  const there = new Set(rows);
  const ids = new Set([...selection.ids].filter((id) => there.has(id)));
  if (ids.size === selection.ids.size) return selection;
  if (ids.size === 0) return selection.isOn ? { ...nothing, isOn: true } : nothing;
  const { anchor } = selection;
  return { ...selection, ids, base: ids, anchor: anchor && there.has(anchor) ? anchor : null };
};
