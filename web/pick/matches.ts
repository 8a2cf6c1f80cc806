// Which known names go on from what is typed. Pure; called by views/pick.
const shownCount = 7;

const fold = (name: string): string => name.toLowerCase();

/** The names that begin with what is typed, then those with a word that does; all of them (at most seven) while nothing is. */
export const matching = (typed: string, names: readonly string[]): string[] => {
  const query = fold(typed.trim());
  const begins = names.filter((name) => fold(name).startsWith(query));
  const inside = names.filter((name) =>
    fold(name)
      .split(/[\s\-/&_]+/)
      .some((word) => word.startsWith(query)),
  );
  return [...new Set([...begins, ...inside])].slice(0, shownCount);
};

/** Whether a name is known, in whatever case; then as it is written. */
export const known = (typed: string, names: readonly string[]): string | undefined =>
  names.find((name) => fold(name) === fold(typed.trim()));
