// How a page gets to its newest version. Needs no browser: what was found is said.
import { expect, test } from "vitest";
import { wayToRenew } from "./worker.ts";

const nothing = { waits: false, came: false, installs: false, tookOver: false };

test("a version that waits takes over", () => {
  expect(wayToRenew({ ...nothing, waits: true })).toBe("take over");
  expect(wayToRenew({ ...nothing, waits: true, came: true })).toBe("take over");
});

test("where none is found, as in a second tab, the page is loaded anew and the worker stays", () => {
  expect(wayToRenew(nothing)).toBe("reload");
});

test("one that another tab has brought in, or that is still coming, is not in the way", () => {
  expect(wayToRenew({ ...nothing, came: true, tookOver: true })).toBe("reload");
  expect(wayToRenew({ ...nothing, came: true, installs: true })).toBe("reload");
});

test("one that was found and could not be installed: the page goes on without the worker", () => {
  expect(wayToRenew({ ...nothing, came: true })).toBe("without worker");
});
