// Tells "the database is away, try later" from "this statement is wrong". Asked by gateway onError and the consumers.

const systemCodes = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ECONNABORTED",
  "EPIPE",
  "ENOTFOUND",
  "ENOENT",
  "EAI_AGAIN",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "ENETUNREACH",
]);
// SQLSTATE (PostgreSQL appendix A): 08 connection, 53 resources, 57 operator intervention and timeouts, 58 its system.
const downClasses = new Set(["08", "53", "57", "58"]);
// Lost races and a standby during a switch-over: the same statement succeeds when it is repeated.
const retryStates = new Set(["40001", "40P01", "25006", "55P03"]);
// What pg and Neon's driver say without a code.
const downMessages =
  /connection terminated|timeout exceeded when trying to connect|query read timeout|not queryable|connection error|client was closed/i;

/**
 * True when the database could not be reached, went away or did not answer in time, so that repeating later can
 * succeed (HTTP 503, a consumer's RETRY). False for a statement that would fail again, and for all that is no error.
 */
export const isDatabaseDown = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  if (error instanceof AggregateError && error.errors.some(isDatabaseDown)) return true;
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  return (
    systemCodes.has(code) ||
    (code.length === 5 && (downClasses.has(code.slice(0, 2)) || retryStates.has(code))) ||
    downMessages.test(error.message) ||
    isDatabaseDown(error.cause)
  );
};

// One of the rows: cancelled after too long a wait, deadlock, lost race, lock not available.
const rowStates = new Set(["57014", "40P01", "40001", "55P03"]);

/** True when a statement failed for what others do to some of its rows, so that the same for other rows would succeed. */
export const isOfRows = (error: unknown): boolean =>
  error instanceof Error && "code" in error && rowStates.has(String(error.code));

// Data exception, integrity violation, program limit: what this very value runs into, every time.
const badDataClasses = new Set(["22", "23", "54"]);

/**
 * True when the same statement with the same values can succeed later: the database is down, or it refused for a reason
 * that is not in the values (a table not made yet, a missing permission). False when only other values would help.
 */
export const canSucceedLater = (error: unknown): boolean => {
  if (isDatabaseDown(error)) return true;
  if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string")
    return false;
  return /^[0-9A-Z]{5}$/.test(error.code) && !badDataClasses.has(error.code.slice(0, 2));
};
