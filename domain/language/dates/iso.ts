// "2026-12-01T12:00" with or without Z, as programs write it. Called by find-due.ts before the looser rules.
import { Temporal } from "temporal-polyfill";
import type { Clock } from "../clock.ts";
import { scan, wholeWords } from "../token.ts";
import type { Hit } from "./hit.ts";

const rule = wholeWords(
  "(?:(?:due|on|by|at)\\s+)?(\\d{4}-\\d{2}-\\d{2})T(\\d{2}:\\d{2})(?::\\d{2}(?:\\.\\d+)?)?(Z)?",
);

/** Finds ISO 8601 wall clocks; one in UTC becomes the person's own. */
export const findIso = (text: string, clock: Clock): Hit[] =>
  scan(text, rule).flatMap(({ match, start, end }): Hit[] => {
    try {
      const written = Temporal.PlainDateTime.from(`${match[1]}T${match[2]}`, {
        overflow: "reject",
      });
      const at = match[3]
        ? written.toZonedDateTime("UTC").withTimeZone(clock.zone).toPlainDateTime()
        : written;
      return [{ kind: "moment", at, start, end }];
    } catch {
      return [];
    }
  });
