// One part of a rule (`BYDAY=MO,WE`) into fields of Rule, or what is wrong with it. Called by parse-rule.ts.
import { orderOf, readPoint, writePoint } from "./read-point.ts";
import { frequencies, type Point, type Rule, weekdayCodes, type WeekdayPart } from "./rule.ts";

/** What a part says, or a sentence that says what is wrong. */
type Read = Partial<Rule> | string;

/** Reads the value of a part by its name. */
export const readPart = (name: string, value: string): Read => {
  const refused = refusedParts[name];
  if (refused !== undefined) return refused;
  const reader = readers[name];
  if (reader === undefined)
    return `${name.slice(0, 40)} is not a part of a rule; known are ${Object.keys(readers).join(", ")}`;
  return reader(value);
};

/** EXDATE values, several with commas. `zone` is the TZID of an EXDATE line, where it had one. */
export const readExceptions = (value: string, zone?: string): Read => {
  const texts = value.split(",");
  const points = texts.map((text) => readPoint(text, zone));
  const bad = points.indexOf(null);
  if (bad !== -1)
    return `EXDATE: "${texts[bad]?.slice(0, 40)}" is not a date such as 20260302 or 20260302T090000`;
  return { exceptions: sortPoints(points.filter((point) => point !== null)) };
};

/** Sorted, each point once. */
export const sortPoints = (points: Point[]): Point[] => {
  const byText = new Map(points.map((point) => [writePoint(point), point]));
  return [...byText.values()].toSorted(
    (a, b) => orderOf(a) - orderOf(b) || (a.kind < b.kind ? -1 : 1),
  );
};

const integer = (text: string): number => (/^[+-]?\d{1,6}$/.test(text) ? Number(text) : NaN);

const isIn = (value: number, min: number, max: number): boolean =>
  Number.isInteger(value) && value >= min && value <= max;

const ascending = (a: number, b: number): number => a - b;

/** A list of whole numbers, sorted, each once; a sentence when one does not fit. */
const numbers = (
  name: string,
  value: string,
  fits: (number: number) => boolean,
  right: string,
): number[] | string => {
  const read = value.split(",").map(integer);
  const bad = read.findIndex((number) => !fits(number));
  if (bad !== -1)
    return `${name}: "${value.split(",")[bad]?.slice(0, 40)}" does not fit; it holds ${right}`;
  return [...new Set(read)].toSorted(ascending);
};

const listReader =
  (
    name: string,
    field: "months" | "monthDays" | "positions",
    fits: (number: number) => boolean,
    right: string,
  ) =>
  (value: string): Read => {
    const list = numbers(name, value, fits, right);
    return typeof list === "string" ? list : { [field]: list };
  };

const numberReader =
  (name: string, field: "interval" | "count", max: number) =>
  (value: string): Read => {
    const number = integer(value);
    return isIn(number, 1, max)
      ? { [field]: number }
      : `${name} must be a whole number from 1 to ${max}, not "${value.slice(0, 40)}"`;
  };

const readFrequency = (value: string): Read => {
  const freq = frequencies.find((known) => known === value);
  if (freq !== undefined) return { freq };
  if (value === "SECONDLY" || value === "MINUTELY")
    return `FREQ=${value} is too often for a task; the most often is HOURLY`;
  return `FREQ must be one of ${frequencies.join(", ")}, not "${value.slice(0, 40)}"`;
};

const readUntil = (value: string): Read => {
  const until = readPoint(value);
  return until === null
    ? `UNTIL: "${value.slice(0, 40)}" is not a date such as 20261224, 20261224T170000 or 20261224T160000Z`
    : { until };
};

const readWeekdays = (value: string): Read => {
  const parts: WeekdayPart[] = [];
  for (const text of value.split(",")) {
    const [, ordinal, code] = /^([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)$/.exec(text) ?? [];
    const number = ordinal === undefined ? 0 : Number(ordinal);
    if (code === undefined || (ordinal !== undefined && !isIn(Math.abs(number), 1, 53)))
      return `BYDAY: "${text.slice(0, 40)}" is not a weekday such as MO, 1MO or -1FR`;
    parts.push({ weekday: weekdayOfCode(code), ordinal: number });
  }
  const byText = new Map(parts.map((part) => [`${part.ordinal} ${part.weekday}`, part]));
  const sorted = [...byText.values()].toSorted(
    (a, b) => a.ordinal - b.ordinal || a.weekday - b.weekday,
  );
  return { weekdays: sorted };
};

const readWeekStart = (value: string): Read => {
  const weekStart = weekdayOfCode(value);
  return weekStart === 0
    ? `WKST must be a weekday such as MO, not "${value.slice(0, 40)}"`
    : { weekStart };
};

/** ISO weekday of a code; 0 when it is none. */
const weekdayOfCode = (code: string): number =>
  weekdayCodes.findIndex((known) => known === code) + 1;

const readers: Record<string, (value: string) => Read> = {
  FREQ: readFrequency,
  INTERVAL: numberReader("INTERVAL", "interval", 999),
  COUNT: numberReader("COUNT", "count", 9999),
  UNTIL: readUntil,
  BYMONTH: listReader("BYMONTH", "months", (n) => isIn(n, 1, 12), "months from 1 to 12"),
  BYMONTHDAY: listReader(
    "BYMONTHDAY",
    "monthDays",
    (n) => isIn(Math.abs(n), 1, 31),
    "days from 1 to 31, or from -1 for the last day to -31",
  ),
  BYDAY: readWeekdays,
  BYSETPOS: listReader(
    "BYSETPOS",
    "positions",
    (n) => isIn(Math.abs(n), 1, 366),
    "places from 1 to 366, or from -1 to -366 counted from the end",
  ),
  WKST: readWeekStart,
  EXDATE: (value) => readExceptions(value),
};

const clock = "is not supported: the clock time comes from the due date";
const refusedParts: Record<string, string> = {
  BYYEARDAY: "BYYEARDAY is not supported: say the month and day instead (BYMONTH and BYMONTHDAY)",
  BYWEEKNO: "BYWEEKNO is not supported: say the month and weekday instead (BYMONTH and BYDAY)",
  BYHOUR: `BYHOUR ${clock}`,
  BYMINUTE: `BYMINUTE ${clock}`,
  BYSECOND: `BYSECOND ${clock}`,
  RSCALE: "RSCALE is not supported: dates are of the Gregorian calendar",
  SKIP: 'SKIP is not supported here: say overflow "clamp" or "skip" beside the rule',
};
