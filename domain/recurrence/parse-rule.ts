// The text of a rule into Rule, or a refusal with the reason. Called wherever a rule comes in (REST, chat, import).
import { refuse, ok, type Refused, type Result } from "../result.ts";
import { checkedZone } from "../time.ts";
import { contradiction } from "./contradiction.ts";
import { readExceptions, readPart, sortPoints } from "./rule-parts.ts";
import type { Rule } from "./rule.ts";

const maxLength = 10_000;
const maxExceptions = 500;

const blank: Omit<Rule, "freq"> = {
  interval: 1,
  count: null,
  until: null,
  months: [],
  monthDays: [],
  weekdays: [],
  positions: [],
  weekStart: 1,
  exceptions: [],
};

/**
 * Reads `FREQ=WEEKLY;BYDAY=MO`, with or without `RRULE:` before it and `EXDATE:…` lines after it. Refuses with code
 * `invalid` and a reason a person can read, under the field `rrule`: what is not in the subset, what contradicts itself.
 */
export const parseRule = (text: string): Result<Rule> => {
  if (text.length > maxLength) return refuseRule(`a rule has at most ${maxLength} characters`);
  const lines = text
    .replaceAll(/\r?\n[ \t]/g, "")
    .split(/\r?\n/)
    .map((line) => line.trim().toUpperCase())
    .filter((line) => line !== "");
  let read: Partial<Rule> = {};
  for (const line of lines) {
    const said = readLine(line, read);
    if (typeof said === "string") return refuseRule(said);
    const exceptions = [...(read.exceptions ?? []), ...(said.exceptions ?? [])];
    read = { ...read, ...said, exceptions: sortPoints(exceptions) };
  }
  const { freq } = read;
  if (freq === undefined) return refuseRule("a rule needs FREQ, such as FREQ=WEEKLY");
  const rule: Rule = { ...blank, ...read, freq };
  if (rule.exceptions.length > maxExceptions)
    return refuseRule(`a rule has at most ${maxExceptions} EXDATEs`);
  const reason = contradiction(rule);
  return reason === null ? ok(rule) : refuseRule(reason);
};

/** A refusal of a rule: code `invalid`, the reason also under the field `rrule`. */
export const refuseRule = (reason: string): Refused =>
  refuse("invalid", reason, { fields: [{ path: "rrule", message: reason }] });

const readLine = (line: string, before: Partial<Rule>): Partial<Rule> | string => {
  const [, name = "RRULE", parameters = "", value = line] =
    /^(RRULE|EXDATE|RDATE|EXRULE|DTSTART|DTEND)((?:;[^:;]*)*):(.*)$/.exec(line) ?? [];
  if (name === "EXDATE") return readExceptionLine(parameters, value);
  if (name === "DTSTART") return "DTSTART does not belong in a rule: the start is the due date";
  if (name !== "RRULE") return `${name} is not supported: a task has one rule and EXDATEs`;
  if (before.freq !== undefined) return "a task has one rule, not two";
  return readRuleLine(value);
};

const readRuleLine = (value: string): Partial<Rule> | string => {
  let rule: Partial<Rule> = {};
  const seen = new Set<string>();
  for (const part of value.split(";").filter((text) => text !== "")) {
    const [, name = "", content] = /^([^=]*)=(.*)$/.exec(part) ?? [];
    if (content === undefined)
      return `"${part.slice(0, 40)}" is not a part of a rule such as FREQ=WEEKLY`;
    if (seen.has(name)) return `${name.slice(0, 40)} stands twice in the rule; it may stand once`;
    seen.add(name);
    const said = readPart(name, content);
    if (typeof said === "string") return said;
    rule = { ...rule, ...said };
  }
  return rule;
};

const readExceptionLine = (parameters: string, value: string): Partial<Rule> | string => {
  const name = /;TZID="?([^;"]*)"?/.exec(parameters)?.[1];
  try {
    return readExceptions(value, name === undefined ? undefined : checkedZone(name));
  } catch (error) {
    if (error instanceof RangeError) return `EXDATE: ${error.message}`;
    throw error;
  }
};
