// What a message is about before any rule reads it: its act with a probability, and which of its words are the thing, the list, the time. Pure. Called by
// the chat.
import { type Act, type ActReading, actReader, type ActWeights } from "./read-act.ts";
import { type Span, spanReader, type SpanWeights } from "./read-spans.ts";
import file from "./weights.json" with { type: "json" };

export type { Act } from "./read-act.ts";

/** `acts` holds all of them, the likeliest first, which is `act`. */
export type Heard = { act: Act; probability: number; acts: ActReading; spans: Span[] };

const weights = file as { acts: ActWeights; spans: SpanWeights };

/** Decoded at the first message, not at the start of a process or a page. */
const once = <T>(make: () => T): (() => T) => {
  let made: T | undefined;
  return () => (made ??= make());
};
const acts = once(() => actReader(weights.acts));
const spans = once(() => spanReader(weights.spans));

/** Longer texts are notes, not orders; a part of them says what they are. */
const longest = 600;

const known = new Map<string, Heard>(); // the rules ask for the same words several times

/** Hears a message. The same words always sound the same. */
export const hear = (said: string): Heard => {
  const text = said.slice(0, longest);
  const before = known.get(text);
  if (before) return before;
  if (known.size > 100) known.clear();
  const heard = listen(text);
  known.set(text, heard);
  return heard;
};

const listen = (text: string): Heard => {
  const heard = acts()(text);
  const { act = "none", probability = 0 } = heard[0] ?? {};
  return { act, probability, acts: heard, spans: spans()(text) };
};

/** How likely an act is. */
export const chanceOf = ({ acts: all }: Heard, act: Act): number =>
  all.find((one) => one.act === act)?.probability ?? 0;
