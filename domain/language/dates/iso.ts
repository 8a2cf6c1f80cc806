// "2026-12-01T12:00", with Z, an offset or a zone's name, as programs write it. Called by find-due.ts before the looser rules.
import { Temporal } from "temporal-polyfill";
import { localAt } from "../../zones/zoned.ts";
import type { Clock, PlainDateTime } from "../clock.ts";
import { scan, type Span, wholeWords } from "../token.ts";
import type { Hit } from "./hit.ts";
import { inZone, zone } from "./time-words.ts";

const rule = wholeWords(
  `(?:(?:due|on|by|at)\\s+)?(\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2})(?::\\d{2}(?:\\.\\d+)?)?(Z|[+-]\\d{2}:?\\d{2})?${zone}`,
);

/** Finds ISO 8601 wall clocks; one with an offset becomes the person's own, one with a zone's name stays fixed to it. */
export const findIso = (text: string, clock: Clock): Hit[] =>
  scan(text, rule).flatMap(({ match, start, end }): Hit[] => {
    const [, local = "", offset, name] = match;
    const at = readLocal(local, offset, clock);
    if (at === null) return [];
    const { zone: named, ...span }: Span & { zone?: string } = inZone({ start, end }, name);
    const isFixed = named !== undefined && offset === undefined;
    return [{ kind: "moment", at, ...span, ...(isFixed && { zone: named }) }];
  });

const readLocal = (
  local: string,
  offset: string | undefined,
  clock: Clock,
): PlainDateTime | null => {
  try {
    if (offset === undefined) return Temporal.PlainDateTime.from(local, { overflow: "reject" });
    return localAt(Temporal.Instant.from(`${local}${offset}`), clock.zone);
  } catch {
    return null;
  }
};
