// How tasks repeat: the door to domain/recurrence/ for everyone outside it. The rules are in docs/recurrence.md.
export { describe } from "./recurrence/describe.ts";
export { expand, maxLimit, type Occurrence } from "./recurrence/expand.ts";
export { next, type Next, type NextOptions } from "./recurrence/next.ts";
export { preview, type Preview } from "./recurrence/preview.ts";
export { Anchor, parseRecurrence, Recurrence } from "./recurrence/recurrence.ts";
export { Overflow } from "./recurrence/rule.ts";
export { moveRule } from "./recurrence/move-rule.ts";
