// Marks of list items, as people paste them.
import { expect, test } from "vitest";
import { readListMark } from "./list-mark.ts";

test.each([
  ["- milk", "milk", true, false],
  ["  * eggs tomorrow ", "eggs tomorrow", true, false],
  ["3. bread", "bread", true, false],
  ["12) bread", "bread", true, false],
  ["a) bread", "bread", true, false],
  ["• tea", "tea", true, false],
  ["[ ] butter", "butter", true, false],
  ["- [ ] butter", "butter", true, false],
  ["- [x] rent", "rent", true, true],
  ["[X] rent", "rent", true, true],
  ["1. [✓] rent", "rent", true, true],
  ["☐ jam", "jam", true, false],
  ["☑ jam", "jam", true, true],
  ["✅ jam", "jam", true, true],
  ["✓ jam", "jam", true, true],
  ["24. Dec buy tree", "24. Dec buy tree", false, false],
  ["24. dezember Baum kaufen", "24. dezember Baum kaufen", false, false],
  ["3. März Zahnarzt", "3. März Zahnarzt", false, false],
  ["1. may day flowers", "1. may day flowers", false, false],
  ["3. decorate the tree", "decorate the tree", true, false],
  ["7. Maybe call", "Maybe call", true, false],
  ["2-3pm nap", "2-3pm nap", false, false],
  ["24.12. buy tree", "24.12. buy tree", false, false],
  ["-5 degrees", "-5 degrees", false, false],
  ["[x]ylophone", "[x]ylophone", false, false],
  ["- [x]", "", true, true],
  ["J. Smith", "J. Smith", false, false],
  ["✔\uFE0F jam", "jam", true, true],
  ["☑\uFE0F jam", "jam", true, true],
  ["[✔\uFE0F] rent", "rent", true, true],
  ["▪\uFE0F milk", "milk", true, false],
  ["", "", false, false],
])("%s", (line, text, isItem, isDone) => {
  expect(readListMark(line)).toEqual({ text, isItem, isDone });
});
