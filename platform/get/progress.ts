// Before step 1: keeps the lines about long work calm. Used by download.ts and run.ts.

/** Lets a line through at most once in `everyMs`; the first only after `everyMs`, so that quick work says nothing. */
export const calmly = (progress: (line: string) => void, everyMs: number) => {
  let last = performance.now();
  return (line: () => string): void => {
    const now = performance.now();
    if (now - last < everyMs) return;
    last = now;
    progress(line());
  };
};

/** Bytes for people: "43.1 MB". */
export const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

/** Milliseconds for people: "8 s", "2 min 05 s". */
export const duration = (ms: number): string => {
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  return `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, "0")} s`;
};

/** What went wrong, in one line: the innermost cause says most ("getaddrinfo ENOTFOUND github.com"). */
export const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  if (error.cause instanceof Error) return reasonOf(error.cause);
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0]);
  return error.message.split("\n")[0] || error.name;
};
