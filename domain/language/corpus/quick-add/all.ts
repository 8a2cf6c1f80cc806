// The quick-add corpus: every case there is. Used by quick-add.test.ts and `npm run score:language`.
import { casesOf, plainCases, type QuickAddCase } from "./case.ts";
import { days, marks, notDates, times } from "./first.ts";
import { dated, notRepeats } from "./not-repeating.ts";
import { people, reminders } from "./reminders.ts";
import { repeats } from "./repeating.ts";

export const quickAddCorpus: QuickAddCase[] = [
  ...casesOf("day", days),
  ...casesOf("time", times),
  ...casesOf("labels", [...marks, ...people]),
  ...casesOf("recurrence", repeats),
  ...casesOf("reminder", reminders),
  ...casesOf("negative", dated),
  ...plainCases("negative", [...notDates, ...notRepeats]),
];
