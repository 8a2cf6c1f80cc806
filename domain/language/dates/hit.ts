// What the date rules find in a text before it is decided which of the finds is meant. Used by the files of this folder.
import type { Temporal } from "temporal-polyfill";
import type { DayPart, PlainDate, PlainDateTime } from "../clock.ts";
import type { Span } from "../token.ts";

/**
 * A day. `lead` is the small word before it ("on", "by", "due"), which counts as part of the date. `loose` grows with how
 * little it says beside another day: a date 0, a weekday 1, "end of day" 2.
 */
export type DayHit = Span & { kind: "day"; day: PlainDate; lead: string; loose?: 1 | 2 };

/** A clock time. `bare` is an hour without am or pm ("at 5"); a range carries its length in minutes. */
export type TimeHit = Span & {
  kind: "time";
  time: Temporal.PlainTime;
  bare: boolean;
  zone?: string;
  minutes?: number;
};

/** A part of a day. `isToday` for "tonight" and "this evening". */
export type PartHit = Span & { kind: "part"; part: DayPart; isToday: boolean };

/**
 * What is found as a whole: an instant ("in 20 minutes", a program's date with an offset), or a wall clock, on the clock of
 * `zone` where one was named.
 */
export type MomentHit = Span & { kind: "moment" } & (
    | { instant: Temporal.Instant }
    | { at: PlainDateTime; zone?: string }
  );

export type Hit = DayHit | TimeHit | PartHit | MomentHit;
