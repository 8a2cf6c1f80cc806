// Ticks a box of a list in a text. Pure; called by views/panel/markdown.tsx.

/** The text with the first box from `offset` on ticked, or opened again where it was; as it was where there is none. */
export const tickBox = (text: string, offset: number): string => {
  const rest = text.slice(offset);
  const [box] = /\[[ xX]\]/.exec(rest) ?? [];
  if (box === undefined) return text;
  return text.slice(0, offset) + rest.replace(box, box === "[ ]" ? "[x]" : "[ ]");
};
