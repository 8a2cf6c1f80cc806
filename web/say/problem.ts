// What the server found wrong with one thing a person set, on their own clock. Pure; called by the editor's sections.
import type { Problem } from "../api/problem.ts";
import { sayInstant } from "../time/say.ts";
import type { Reader } from "../words/reader.ts";
import { sentence } from "../words/sentence.ts";

const instants = /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z/g;

/** The word on the first field, without the field's name: `That is in the past: it would have been shown at Today 09:00.` */
export const sayProblem = (
  { message, fields }: Pick<Problem, "message" | "fields">,
  { at, zone, locale }: Reader,
): string =>
  sentence(
    (fields[0]?.message ?? message)
      .replace(/^(?=is |must )/, "that ")
      .replaceAll(instants, (instant) => sayInstant(instant, at, zone, locale)),
  );
