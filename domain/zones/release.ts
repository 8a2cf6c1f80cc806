// Which release of the time zone data instants are computed by. Said by /health, `npm start`, doctor and `npm run check`.

/** The newest release of the IANA time zone database this version of Punctual knows of, and when it was known to be out. */
export const newest = { release: "2026f", knownOn: "2026-10-29" };

/** The oldest release of a runtime that the corrections bring up to the newest. */
export const oldestCorrected = "2025b";

const mostDays = 366;

/** A Node without time zone data of its own says nothing of their release. */
const isRelease = (text: string): boolean => /^\d{4}[a-z]+$/.test(text);

/**
 * What is used: the runtime's own release (`process.versions.tz`, `2026e`) and the one it is corrected to. A runtime that is newer
 * than what we know stays as it is, and one too old for the corrections too.
 */
export const zoneData = (runtime: string): { runtime: string; release: string } => {
  const isCovered = isRelease(runtime) && runtime >= oldestCorrected && runtime < newest.release;
  return { runtime, release: isCovered ? newest.release : runtime };
};

/** Why the hours of some zones may be wrong, as a sentence that says what to do; null when the data are good on that day. */
export const zoneDataProblem = (runtime: string, now: Date): string | null => {
  const { release } = zoneData(runtime);
  if (!isRelease(release) || release < newest.release) {
    return `the time zone data of this Node (${runtime}) are older than ${newest.release}, so reminders can be an hour off in some zones: run Punctual by \`npm start\`, which brings the right Node`;
  }
  const days = (now.getTime() - Date.parse(newest.knownOn)) / 86_400_000;
  if (release > newest.release || days <= mostDays) return null;
  return `the newest time zone data this version knows (${newest.release}) are more than a year old, so reminders can be an hour off in some zones: update Punctual`;
};
