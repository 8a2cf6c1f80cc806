// The quick-add corpus: every case there is. Used by domain/language/quick-add.test.ts and `npm run score:language`.
import type { QuickAddCase } from "./case.ts";
import { days } from "./days.ts";
import { deadlines } from "./deadlines.ts";
import { durations } from "./durations.ts";
import { labelled } from "./labelled.ts";
import { literals } from "./literals.ts";
import { messy } from "./messy.ts";
import { mixed } from "./mixed.ts";
import { negatives } from "./negatives.ts";
import { others } from "./others.ts";
import { recurring } from "./recurring.ts";
import { reminding } from "./reminding.ts";
import { times } from "./times.ts";

export const quickAddCorpus: QuickAddCase[] = [
  ...days,
  ...times,
  ...recurring,
  ...reminding,
  ...labelled,
  ...durations,
  ...deadlines,
  ...literals,
  ...negatives,
  ...mixed,
  ...messy,
  ...others,
];
