// What the doctor says of a thing, and how it looks at one. Used by all of platform/doctor/.

/** One line of the doctor: `problem` says what is wrong and what to do, `said` what was seen. */
export type Finding = { name: string; said: string; problem?: string };

const lookMs = 10_000;

const inTime = async <T>(work: Promise<T>): Promise<T> => {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`no answer within ${lookMs / 1_000} s`)), lookMs);
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
};

/** Why it failed, down to the first cause, without a stack. */
export const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  const own = error.message || error.name;
  return error.cause === undefined ? own : `${own} (${reasonOf(error.cause)})`;
};

/** Looks at a thing for at most 10 s. One that cannot be looked at is a finding, too: `todo` says what to do then. */
export const look = async (
  name: string,
  todo: string,
  at: () => Promise<Finding | Finding[]>,
): Promise<Finding[]> => {
  try {
    const found = await inTime(at());
    return Array.isArray(found) ? found : [found];
  } catch (error) {
    return [{ name, said: "not seen", problem: `${reasonOf(error)}: ${todo}` }];
  }
};

/** A finding that is wrong exactly where there are problems. */
export const finding = (name: string, said: string, problems: readonly string[]): Finding =>
  problems.length === 0 ? { name, said } : { name, said, problem: problems.join("; ") };
