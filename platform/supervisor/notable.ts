// Supervision: which of an app's log lines a person should see on the terminal. Called by parts/apps.ts.

/** The warnings and errors of a pino log, as short sentences; null for everything else. */
export const notableLine = (line: string): string | null => {
  if (!/"level":[456]\d\b/.test(line)) return null;
  try {
    const { level, msg, err } = JSON.parse(line) as {
      level: number;
      msg?: unknown;
      err?: { message?: unknown };
    };
    const said = typeof msg === "string" && msg !== "" ? msg : "something went wrong";
    const reason =
      typeof err?.message === "string" && err.message !== said ? `: ${err.message}` : "";
    return `${level >= 50 ? "error" : "warning"}: ${said}${reason}`.slice(0, 300);
  } catch {
    return null;
  }
};

/** Passes a line on, but the same one at most once in `everyMs`, so that a repeated complaint stays calm. */
export const withoutRepeats = (
  say: (line: string) => void,
  everyMs = 10_000,
  now: () => number = Date.now,
): ((line: string) => void) => {
  const saidAt = new Map<string, number>();
  return (line) => {
    const at = now();
    if (at - (saidAt.get(line) ?? -Infinity) < everyMs) return;
    if (saidAt.size > 200) saidAt.clear();
    saidAt.set(line, at);
    say(line);
  };
};
