// The table of `npm run images`. Pure.
import type { ImageFacts } from "./facts.ts";
import type { Rest } from "./rest.ts";

const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;

const inMb = (bytes: number): string => (bytes / 1_000_000).toFixed(bytes < 10_000_000 ? 1 : 0);

const heads = [
  ["image", "---"],
  ["MB", "---:"],
  ["packages MB", "---:"],
  ["own files MB", "---:"],
  ["Node", "---"],
  ["time zone data", "---"],
  ["user", "---:"],
  ["healthy after s", "---:"],
  ["at rest MB", "---:"],
] as const;

/** One row an image. What was not seen running (`migrate` ends at once) has a dash. */
export const imageTable = (images: readonly ImageFacts[], rests: readonly Rest[]): string => {
  const rows = images.map((one) => {
    const rest = rests.find(({ target }) => target === one.target);
    return line([
      one.image,
      inMb(one.size),
      inMb(one.packages),
      inMb(one.own),
      one.node,
      `${one.zones} (Node's own)`,
      one.user,
      rest ? (rest.healthyAfterMs / 1_000).toFixed(1) : "–",
      rest ? inMb(rest.memory) : "–",
    ]);
  });
  return [line(heads.map(([name]) => name)), line(heads.map(([, rule]) => rule)), ...rows].join(
    "\n",
  );
};
