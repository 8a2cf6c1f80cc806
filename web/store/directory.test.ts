// Projects, tags and filters reach the page by snapshot, frame and answer, in any order.
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Directory } from "../../domain/directory/directory.ts";
import { emptyDirectory } from "../../domain/directory/empty-directory.ts";
import type { ServerFrame } from "../../domain/frame.ts";
import { reduce } from "./reduce.ts";
import { emptyState } from "./state.ts";

const directoryAt = (version: number): Directory => ({
  ...emptyDirectory,
  version,
  projects: [
    {
      id: "p1",
      name: `Work ${version}`,
      colour: null,
      position: 1,
      archived: false,
      sections: [],
      version,
      createdAt: "2026-11-22T10:00:00.000Z",
      updatedAt: "2026-11-22T10:00:00.000Z",
    },
  ],
});

const frameOf = (version: number): ServerFrame => ({
  type: "directory",
  cursor: "0:0",
  directory: directoryAt(version),
});
const snapshotOf = (version: number): ServerFrame => ({
  type: "snapshot",
  tasks: [],
  directory: directoryAt(version),
  first: true,
  more: false,
});

test("whatever the order of frames and answers, however often they come, the newest directory stays", () => {
  const versions = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 });
  fc.assert(
    fc.property(versions, fc.infiniteStream(fc.boolean()), (all, byFrame) => {
      let state = emptyState("laptop");
      for (const version of all)
        state = byFrame.next().value
          ? reduce(state, { type: "frames", frames: [frameOf(version)] })
          : reduce(state, { type: "directory_learned", directory: directoryAt(version) });
      expect(state.directory).toEqual(directoryAt(Math.max(...all)));
    }),
  );
});

test("a snapshot brings the directory with its first page, also one of a store that was set back", () => {
  const snapshot = (version: number) => ({
    type: "frames" as const,
    frames: [snapshotOf(version)],
  });
  const first = reduce(emptyState("laptop"), snapshot(7));
  expect(first.directory).toEqual(directoryAt(7));
  expect(reduce(first, snapshot(3)).directory).toEqual(directoryAt(3));
  const bare = { type: "snapshot" as const, tasks: [], first: true, more: false };
  expect(reduce(first, { type: "frames", frames: [bare] }).directory).toEqual(directoryAt(7));
});
