// Rule back into its one canonical text. Called before a rule is stored.
import { writePoint } from "./read-point.ts";
import { type Rule, weekdayCodes, type WeekdayPart } from "./rule.ts";

/**
 * The canonical text: parts in one order, lists sorted, what is the default left out; EXDATEs follow on lines of their
 * own, one for days, one for wall clocks, one for instants. Two texts that say the same become the same.
 */
export const writeRule = (rule: Rule): string => {
  const parts: [string, string | number | null][] = [
    ["FREQ", rule.freq],
    ["INTERVAL", rule.interval === 1 ? null : rule.interval],
    ["BYMONTH", listed(rule.months)],
    ["BYMONTHDAY", listed(rule.monthDays)],
    ["BYDAY", listed(rule.weekdays.map(writeWeekday))],
    ["BYSETPOS", listed(rule.positions)],
    ["WKST", weekStartMatters(rule) ? (weekdayCodes[rule.weekStart - 1] ?? null) : null],
    ["COUNT", rule.count],
    ["UNTIL", rule.until === null ? null : writePoint(rule.until)],
  ];
  const given = parts.filter(([, value]) => value !== null);
  const line = given.map(([name, value]) => `${name}=${value}`).join(";");
  return [line, ...exceptionLines(rule)].join("\n");
};

const listed = (values: readonly (string | number)[]): string | null =>
  values.length === 0 ? null : values.join(",");

const writeWeekday = ({ ordinal, weekday }: WeekdayPart): string =>
  `${ordinal === 0 ? "" : ordinal}${weekdayCodes[weekday - 1]}`;

/** Where a week starts changes the slots only of every nth week, and of a place within a week. */
const weekStartMatters = (rule: Rule): boolean =>
  rule.weekStart !== 1 &&
  rule.freq === "WEEKLY" &&
  (rule.interval > 1 || rule.positions.length > 0);

const exceptionLines = ({ exceptions }: Rule): string[] =>
  (["day", "local", "instant"] as const).flatMap((kind) => {
    const values = exceptions.filter((point) => point.kind === kind).map(writePoint);
    if (values.length === 0) return [];
    return [`EXDATE${kind === "day" ? ";VALUE=DATE" : ""}:${values.join(",")}`];
  });
