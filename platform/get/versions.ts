// Before step 1: which engines the local stack runs. Read by every file of platform/get.

/** Versions the stack is tested with. `jre` is the one we fetch; `jreLeast` the oldest that Kafka runs on. */
export const versions = {
  dapr: "1.18.3",
  kafka: "4.1.2",
  scala: "2.13",
  jre: 21,
  jreLeast: 17,
} as const;

/** The three numbers of "v1.18.3" or "go1.26.6"; null when the text has no such version. Missing numbers are 0. */
export const versionNumbers = (text: string): [number, number, number] | null => {
  const found = /(\d+)(?:\.(\d+))?(?:\.(\d+))?/.exec(text);
  return found ? [Number(found[1]), Number(found[2] ?? 0), Number(found[3] ?? 0)] : null;
};

/** Whether `found` is `least` or later. A text without a version is not. */
export const isAtLeast = (found: string, least: string): boolean => {
  const [left, right] = [versionNumbers(found), versionNumbers(least)];
  if (!left || !right) return false;
  const at = left.findIndex((number, index) => number !== right[index]);
  return at === -1 || (left[at] ?? 0) > (right[at] ?? 0);
};
