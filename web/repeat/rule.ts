// A recurrence as the editor's form holds it, and back. Pure; the rules themselves are the server's (docs/recurrence.md).
import type { Recurrence } from "../../domain/recurrence.ts";

export const freqs = ["HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY"] as const;
export type Freq = (typeof freqs)[number];

/** When a series ends. `on` is the last day it may have a date on. */
export type Ends =
  | { kind: "never" }
  | { kind: "on"; day: string }
  | { kind: "after"; count: number };

/**
 * The parts a form can set, beside those it only keeps: `by` are the days as the rule says them (`BYDAY=MO,WE`; empty:
 * those of the due), `rest` whatever else stands there (WKST, EXDATE lines).
 */
export type Repeat = Pick<Recurrence, "anchor" | "overflow"> & {
  freq: Freq;
  every: number;
  by: string;
  ends: Ends;
  rest: { parts: string; lines: string };
};

export const weekdayCodes = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;

const plain: Omit<Repeat, "freq"> = {
  every: 1,
  by: "",
  ends: { kind: "never" },
  rest: { parts: "", lines: "" },
  anchor: "schedule",
  overflow: "clamp",
};

/** A rule with nothing but its unit and its days. */
export const repeatOf = (freq: Freq, by = ""): Repeat => ({ ...plain, freq, by });

const isFreq = (text: string | undefined): text is Freq => freqs.some((freq) => freq === text);

/** A stored recurrence in parts. */
export const readRepeat = ({ rrule, anchor, overflow }: Recurrence): Repeat => {
  const [line = "", ...lines] = rrule.split("\n");
  const parts = line.split(";").map((part) => part.split("=") as [string, string]);
  const given = Object.fromEntries(parts) as Record<string, string | undefined>;
  const only = (keep: (name: string) => boolean): string =>
    parts.flatMap(([name, value]) => (keep(name) ? [`${name}=${value}`] : [])).join(";");
  const freq = given["FREQ"];
  return {
    freq: isFreq(freq) ? freq : "DAILY",
    every: Number(given["INTERVAL"] ?? 1),
    by: only((name) => name.startsWith("BY")),
    ends: endsOf(given),
    rest: { parts: only((name) => name === "WKST"), lines: lines.join("\n") },
    anchor,
    overflow,
  };
};

const endsOf = ({ COUNT: count, UNTIL: until }: Record<string, string | undefined>): Ends => {
  if (count !== undefined) return { kind: "after", count: Number(count) };
  if (until === undefined) return { kind: "never" };
  return { kind: "on", day: `${until.slice(0, 4)}-${until.slice(4, 6)}-${until.slice(6, 8)}` };
};

/** The recurrence as it is sent. */
export const writeRepeat = ({
  freq,
  every,
  by,
  ends,
  rest,
  anchor,
  overflow,
}: Repeat): Recurrence => {
  const parts = [
    `FREQ=${freq}`,
    every === 1 ? "" : `INTERVAL=${every}`,
    by,
    rest.parts,
    ends.kind === "after" ? `COUNT=${ends.count}` : "",
    ends.kind === "on" ? `UNTIL=${ends.day.replaceAll("-", "")}` : "",
  ];
  const line = parts.filter((part) => part !== "").join(";");
  return { rrule: rest.lines === "" ? line : `${line}\n${rest.lines}`, anchor, overflow };
};

/** True for two that say the same. */
export const sameRepeat = (a: Repeat | null, b: Repeat | null): boolean =>
  JSON.stringify(a && writeRepeat(a)) === JSON.stringify(b && writeRepeat(b));

/** The ISO weekdays a weekly rule names, 1 = Monday. */
export const weekdaysOf = ({ by }: Pick<Repeat, "by">): number[] => {
  const days = /^BYDAY=((?:MO|TU|WE|TH|FR|SA|SU)(?:,(?:MO|TU|WE|TH|FR|SA|SU))*)$/.exec(by)?.[1];
  return (days?.split(",") ?? []).map((code) => weekdayCodes.indexOf(code as "MO") + 1);
};

/** A weekly rule with a weekday more or less; in the order of the week. */
export const toggleWeekday = (repeat: Repeat, weekday: number): Repeat => {
  const had = weekdaysOf(repeat);
  const days = had.includes(weekday) ? had.filter((day) => day !== weekday) : [...had, weekday];
  const codes = days.toSorted((a, b) => a - b).map((day) => weekdayCodes[day - 1]);
  return { ...repeat, by: codes.length === 0 ? "" : `BYDAY=${codes.join(",")}` };
};
