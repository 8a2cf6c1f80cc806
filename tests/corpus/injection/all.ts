// The whole corpus of attempts. Read by injection.test.ts.
import type { Attempt } from "./attempt.ts";
import { inDescriptions } from "./in-descriptions.ts";
import { inLabels } from "./in-labels.ts";
import { inPasted } from "./in-pasted.ts";
import { inOrders, inTitles } from "./in-titles.ts";

export const allAttempts: Attempt[] = [
  ...inTitles,
  ...inOrders,
  ...inDescriptions,
  ...inLabels,
  ...inPasted,
];
