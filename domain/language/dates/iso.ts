// "2026-12-01T12:00", with Z, an offset or a zone's name, as programs write it. Called by find-due.ts before the looser rules.
import { Temporal } from "temporal-polyfill";
import type { PlainDateTime } from "../clock.ts";
import { scan, type Span, wholeWords } from "../token.ts";
import type { Hit } from "./hit.ts";
import { inZone, zone } from "./time-words.ts";

const rule = wholeWords(
  `(?:(?:due|on|by|at)\\s+)?(\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(?::\\d{2})?)(?:\\.\\d+)?(Z|[+-]\\d{2}:?\\d{2})?${zone}`,
);

/** Finds ISO 8601 wall clocks; one with an offset becomes the person's own, one with a zone's name stays fixed to it. */
export const findIso = (text: string): Hit[] =>
  scan(text, rule).flatMap(({ match, start, end }): Hit[] => {
    const [, local = "", offset, name] = match;
    const { zone: named, ...span }: Span & { zone?: string } = inZone({ start, end }, name);
    if (offset !== undefined) {
      const instant = readInstant(`${local}${offset}`);
      return instant ? [{ kind: "moment", instant, ...span }] : [];
    }
    const at = readLocal(local);
    return at ? [{ kind: "moment", at, ...span, ...(named !== undefined && { zone: named }) }] : [];
  });

const readInstant = (text: string): Temporal.Instant | null => {
  try {
    return Temporal.Instant.from(text);
  } catch {
    return null;
  }
};

const readLocal = (local: string): PlainDateTime | null => {
  try {
    return Temporal.PlainDateTime.from(local, { overflow: "reject" });
  } catch {
    return null;
  }
};
