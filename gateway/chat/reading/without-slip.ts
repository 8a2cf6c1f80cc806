// "tomorrow, no wait, friday": a date said wrong and then right. Called by grammar.ts.
import type { Scene } from "../scene.ts";

const slip =
  /^(.+?)[\s,.…–—-]+(?:(?:no+|nope|wait|sorry|oops|actually|rather|or\s+rather|i\s+mean(?:t)?|make\s+that|scratch\s+that|correction)[\s,.…–—-]+)+(?:make\s+it\s+)?(.+)$/iu;
/** No date is said in more words than these. */
const maxWords = 6;

/** The sentence with the later date alone. It has to end with one, and another one has to stand before the slip. */
export const withoutSlip = (said: string, scene: Scene): string => {
  const [, before = "", after = ""] = slip.exec(said) ?? [];
  if (after === "" || !scene.when(after)) return said;
  const spaces = [...before.matchAll(/\s+/gu)].slice(-maxWords);
  for (const space of spaces) {
    const date = before.slice(space.index).trim();
    if (scene.when(date)) return `${before.slice(0, space.index)} ${linked(date, after)}`;
  }
  return said;
};

/** "to monday, no, tuesday": the small word before the first date is kept for the second. */
const linked = (date: string, after: string): string => {
  const link = /^(?:to|on|at|by|for|until|till)\s/iu;
  return link.test(after) ? after : `${link.exec(date)?.[0] ?? ""}${after}`;
};
