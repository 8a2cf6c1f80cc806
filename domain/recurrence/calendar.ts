// The Gregorian calendar as numbers: days since 1970-01-01 and wall-clock minutes since then. Used by everything that counts slots.

/** A day of the calendar; month 1–12, day 1–31. */
export type CivilDay = { year: number; month: number; day: number };

/** A wall-clock position: minutes since 1970-01-01T00:00 on a clock that never changes, and whether it had a clock time. */
export type Wall = { minutes: number; timed: boolean };

export const minutesADay = 1440;

/** Day number of a date, 0 = 1970-01-01. (Howard Hinnant's days_from_civil.) */
export const dayNumber = (year: number, month: number, day: number): number => {
  const shifted = month > 2 ? year : year - 1;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const leaps = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  return era * 146_097 + yearOfEra * 365 + leaps + dayOfYear - 719_468;
};

/** The date of a day number. (Howard Hinnant's civil_from_days.) */
export const civilDay = (number: number): CivilDay => {
  const days = number + 719_468;
  const era = Math.floor(days / 146_097);
  const ofEra = days - era * 146_097;
  const leaps = Math.floor(ofEra / 1460) - Math.floor(ofEra / 36_524) + Math.floor(ofEra / 146_096);
  const yearOfEra = Math.floor((ofEra - leaps) / 365);
  const dayOfYear =
    ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
};

/** ISO weekday of a day number, 1 = Monday. */
export const weekdayOf = (number: number): number => ((((number + 3) % 7) + 7) % 7) + 1;

export const isLeapYear = (year: number): boolean =>
  year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** Days in a month. */
export const monthLength = (year: number, month: number): number => {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
};

/** The last day a slot may fall on: dates have four figures for the year. */
export const lastDay = dayNumber(9999, 12, 31);

const shape = /^(\d{4})-(\d{2})-(\d{2})(?:T([01]\d|2[0-3]):([0-5]\d)(?::00(?:\.0+)?)?)?$/;

/** Reads `2026-03-02` or `2026-03-02T09:00`; null when it is neither or does not exist. Seconds may stand there, as 00. */
export const readWall = (local: string): Wall | null => {
  const [, year, month, day, hour, minute] = shape.exec(local) ?? [];
  if (year === undefined || Number(month) < 1 || Number(month) > 12) return null;
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  if (d < 1 || d > monthLength(y, m)) return null;
  const ofDay = hour === undefined ? 0 : Number(hour) * 60 + Number(minute);
  return { minutes: dayNumber(y, m, d) * minutesADay + ofDay, timed: hour !== undefined };
};

const figures = (value: number, count: number): string => String(value).padStart(count, "0");

/** The opposite of readWall. */
export const writeWall = ({ minutes, timed }: Wall): string => {
  const number = dayOf(minutes);
  const { year, month, day } = civilDay(number);
  const date = `${figures(year, 4)}-${figures(month, 2)}-${figures(day, 2)}`;
  const ofDay = minutes - number * minutesADay;
  return timed ? `${date}T${figures(Math.floor(ofDay / 60), 2)}:${figures(ofDay % 60, 2)}` : date;
};

/** The day number a wall-clock position falls on. */
export const dayOf = (minutes: number): number => Math.floor(minutes / minutesADay);
