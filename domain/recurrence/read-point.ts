// Dates inside a rule: the values of UNTIL and EXDATE. Called by rule-parts.ts and write-rule.ts.
import { toInstant } from "../time.ts";
import { readWall, writeWall } from "./calendar.ts";
import type { Point } from "./rule.ts";

const shape = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z?))?$/i;

/**
 * Reads `20260302`, `20260302T090000` or `20260302T080000Z`. With `zone` (a TZID) a wall clock becomes the instant it
 * means there. Seconds of a wall clock must be 00. Null when it is none of these or does not exist.
 */
export const readPoint = (text: string, zone?: string): Point | null => {
  const [, year, month, day, hour, minute, second, utc] = shape.exec(text.trim()) ?? [];
  const time = hour === undefined ? "" : `T${hour}:${minute}`;
  const wall = readWall(`${year}-${month}-${day}${time}`);
  if (wall === null) return null;
  if (hour === undefined) return { kind: "day", minutes: wall.minutes };
  const seconds = Number(second);
  if (utc) return seconds > 59 ? null : instant(wall.minutes * 60_000 + seconds * 1000);
  if (seconds !== 0) return null;
  if (zone !== undefined) return instant(Date.parse(toInstant(writeWall(wall), zone)));
  return { kind: "local", minutes: wall.minutes };
};

/** The opposite of readPoint. */
export const writePoint = (point: Point): string => {
  if (point.kind === "instant")
    return new Date(point.ms).toISOString().replace(/\.\d+/, "").replaceAll(/[-:]/g, "");
  const local = writeWall({ minutes: point.minutes, timed: point.kind === "local" });
  return `${local.replaceAll(/[-:]/g, "")}${point.kind === "local" ? "00" : ""}`;
};

/** A number to sort and compare points by, in minutes; exact only among points of one kind. */
export const orderOf = (point: Point): number =>
  point.kind === "instant" ? point.ms / 60_000 : point.minutes;

const instant = (ms: number): Point => ({ kind: "instant", ms });
