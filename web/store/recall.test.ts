// A page that opens with what was seen last. Needs nothing.
import { expect, test } from "vitest";
import { emptyDirectory } from "../../domain/directory/empty-directory.ts";
import { openAlerts } from "./alerts.ts";
import { recalledState } from "./recall.ts";
import { type Action, reduce } from "./reduce.ts";
import { sampleAlert, sampleTask, sampleTurn } from "./samples.ts";
import type { State } from "./state.ts";
import { visibleTasks } from "./visible.ts";

const seen = {
  tasks: [sampleTask({ version: 3 }), sampleTask({ id: "t2", title: "water plants" })],
  alerts: [sampleAlert()],
  directory: emptyDirectory,
  turns: [sampleTurn()],
  before: null,
  older: null,
};
const after = (actions: Action[]): State => actions.reduce(reduce, recalledState("laptop", seen));
const titles = (state: State): string[] => visibleTasks(state).map(({ title }) => title);

test("what was seen last is there before the line is", () => {
  const state = after([]);
  expect(titles(state)).toEqual(["buy groceries", "water plants"]);
  expect(openAlerts(state)).toHaveLength(1);
  expect(state.chat.turns).toHaveLength(1);
  expect(state.connection).toBe("connecting");
});

test("the snapshot takes its place: what has gone meanwhile goes, what was seen newer stays", () => {
  const state = after([
    {
      type: "frames",
      frames: [
        {
          type: "snapshot",
          tasks: [sampleTask({ version: 2, title: "old" })],
          first: true,
          more: false,
          alerts: [],
        },
      ],
    },
  ]);
  expect(titles(state)).toEqual(["buy groceries"]);
  expect(openAlerts(state)).toEqual([]);
});

test("a part of a snapshot takes nothing away yet", () => {
  const state = after([
    { type: "frames", frames: [{ type: "snapshot", tasks: [], first: true, more: true }] },
  ]);
  expect(titles(state)).toHaveLength(2);
});
