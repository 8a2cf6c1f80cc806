// The names of Jobs: one a notification, and read back as it was made.
import fc from "fast-check";
import { expect, test } from "vitest";
import { jobName, readJobName } from "./jobs.ts";

const id = fc.uuid({ version: [4, 7] });
const told = fc.record({
  taskId: id,
  reminderId: id,
  generation: fc.integer({ min: 0, max: 999_999_999 }),
});

test("a Job's name says which task, reminder and generation it is for, so no two share one", () => {
  fc.assert(
    fc.property(told, (one) => {
      expect(readJobName(jobName(one))).toEqual(one);
    }),
  );
});
