// Why an order by hand was not carried out, as a sentence. Called by offline/outbox/settle.ts.
import type { Problem } from "../api/problem.ts";
import { fieldWords } from "../words/field.ts";
import { sentence } from "../words/sentence.ts";

/** The reason; where others have changed the same, which fields those are. */
export const sayRefusal = ({ code, message, fields }: Problem): string => {
  if (code !== "collided") return sentence(message);
  const names = fields
    .filter(({ path }) => path !== "parentId")
    .map(({ path }) => fieldWords[path as keyof typeof fieldWords] ?? path)
    .join(", ");
  return sentence(names === "" ? message : `${message} (${names})`);
};
