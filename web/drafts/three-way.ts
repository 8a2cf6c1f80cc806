// What a person has changed in a form and not saved, held against what stands there now: base (as they saw it), mine, theirs. Pure;
// called by the forms of a task and of the settings.

/** Values by field. `base` has the fields of `mine`, as they were when the person began to change them. */
export type Edit = { base: Values; mine: Values };
export type Values = Readonly<Record<string, unknown>>;
/** Whether two values of a field mean the same. */
export type Same = (field: string, a: unknown, b: unknown) => boolean;

export const untouched: Edit = { base: {}, mine: {} };

/** True for values that hold the same, in whatever order their keys stand. */
export const equal = (a: unknown, b: unknown): boolean => {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [one, other] = [a as Values, b as Values];
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].every((key) => equal(one[key], other[key]));
};

const without = (values: Values, fields: readonly string[]): Values =>
  Object.fromEntries(Object.entries(values).filter(([field]) => !fields.includes(field)));

const drop = ({ base, mine }: Edit, fields: readonly string[]): Edit => ({
  base: without(base, fields),
  mine: without(mine, fields),
});

/** What the form shows: mine where I have touched it, else what stands there now. */
export const shown = ({ mine }: Edit, now: Values): Values => ({ ...now, ...mine });

/** The edit after the form shows `next`. A field set back to what it was is not touched any more. */
export const touch = (edit: Edit, now: Values, next: Values): Edit => {
  const before = shown(edit, now);
  return Object.keys(next).reduce((so, field) => {
    if (equal(next[field], before[field])) return so;
    const base = field in so.base ? so.base[field] : now[field];
    if (equal(next[field], base)) return drop(so, [field]);
    return {
      base: { ...so.base, [field]: base },
      mine: { ...so.mine, [field]: next[field] },
    };
  }, edit);
};

/** The fields a save would change. */
export const unsaved = ({ mine }: Edit, now: Values, same: Same = sameAsIs): string[] =>
  Object.keys(mine).filter((field) => !same(field, mine[field], now[field]));

/** Those of them that others have changed too, to something else. */
export const conflicts = (edit: Edit, now: Values, same: Same = sameAsIs): string[] =>
  unsaved(edit, now, same).filter((field) => !same(field, edit.base[field], now[field]));

/** The edit after the person has seen what stands there now and keeps their own. */
export const keepMine = (edit: Edit, now: Values, field: string): Edit => ({
  ...edit,
  base: { ...edit.base, [field]: now[field] },
});

/** The edit after the person takes what stands there now. */
export const takeTheirs = (edit: Edit, field: string): Edit => drop(edit, [field]);

/** The edit after some values were saved. What was typed since stays, on top of what was saved: one's own save is nobody else's change. */
export const settle = (edit: Edit, saved: Values, same: Same = sameAsIs): Edit => {
  const touched = Object.keys(saved).filter((field) => field in edit.mine);
  const rebased = touched.reduce((so, field) => keepMine(so, saved, field), edit);
  return drop(
    rebased,
    touched.filter((field) => same(field, edit.mine[field], saved[field])),
  );
};

export const isEmpty = ({ mine }: Edit): boolean => Object.keys(mine).length === 0;

const sameAsIs: Same = (_, a, b) => equal(a, b);
