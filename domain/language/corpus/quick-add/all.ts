// The quick-add corpus: every case there is. Used by quick-add.test.ts and `npm run score:language`.
import { casesOf, plainCases, type QuickAddCase } from "./case.ts";
import { days } from "./days.ts";
import { days as firstDays, marks, notDates, times as firstTimes } from "./first.ts";
import { labelled } from "./labelled.ts";
import { lasting } from "./lasting.ts";
import { literals } from "./literals.ts";
import { messy } from "./messy.ts";
import { mixed } from "./mixed.ts";
import { negatives } from "./negatives.ts";
import { dated, notRepeats } from "./not-repeating.ts";
import { recurring } from "./recurring.ts";
import { people, reminders } from "./reminders.ts";
import { reminding } from "./reminding.ts";
import { repeats } from "./repeating.ts";
import { times } from "./times.ts";

export const quickAddCorpus: QuickAddCase[] = [
  ...casesOf("day", firstDays),
  ...days,
  ...casesOf("time", firstTimes),
  ...times,
  ...casesOf("labels", [...marks, ...people]),
  ...labelled,
  ...lasting,
  ...casesOf("recurrence", repeats),
  ...recurring,
  ...casesOf("reminder", reminders),
  ...reminding,
  ...literals,
  ...casesOf("negative", dated),
  ...plainCases("negative", [...notDates, ...notRepeats]),
  ...negatives,
  ...mixed,
  ...messy,
];
