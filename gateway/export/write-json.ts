// The export as one JSON document, in pieces. Called by GET /account/export.
import type { Id } from "../../domain/ids.ts";
import { everythingOf, type ExportDeps } from "./everything.ts";

/** What the document says it is; a change of its shape gets another number. */
export const exportFormat = "punctual.export.v1";

/** The pieces of the document: however much a person has, no more than a page of it is in memory. */
export const writeJson = async function* (
  deps: ExportDeps,
  { userId, at }: { userId: Id; at: Date },
): AsyncGenerator<string> {
  yield `{"format":${JSON.stringify(exportFormat)},"exportedAt":${JSON.stringify(at)}`;
  for await (const part of everythingOf(deps, userId)) {
    yield `,\n${JSON.stringify(part.name)}:`;
    if ("value" in part) {
      yield JSON.stringify(part.value);
      continue;
    }
    let separator = "[";
    for await (const item of part.items) {
      yield `${separator}\n${JSON.stringify(item)}`;
      separator = ",";
    }
    yield separator === "[" ? "[]" : "\n]";
  }
  yield "}\n";
};
