// Whatever happens to the line, a device ends with what the server has: frames doubled, replayed, out of order, cut off and resumed. Needs nothing: the
// gateway is made of paper.
import fc from "fast-check";
import { expect, test } from "vitest";
import type { ClientFrame, ServerFrame } from "../../domain/frame.ts";
import type { Task } from "../../domain/task.ts";
import { sampleAlert, sampleTask, sampleTurn, sampleUpdate } from "../store/samples.ts";
import { createStore, type Store } from "../store/store.ts";
import { type Listener, openFeed } from "../sync/feed.ts";

const ids = ["a", "b", "c", "d"];
const trashedAt = "2026-11-22T11:00:00.000Z";

/** A log of changes and the tasks it has led to, as the gateway has them. */
const paperLog = () => {
  const log: Task[] = [];
  const tasks = new Map<string, Task>();
  return {
    log,
    alive: () => [...tasks.values()].filter(({ deletedAt }) => deletedAt === null),
    /** Makes the task, changes it, or moves it into the trash or out of it. */
    write: (id: string, trash: boolean): void => {
      const version = (tasks.get(id)?.version ?? 0) + 1;
      const deletedAt = trash ? trashedAt : null;
      const task = sampleTask({ id, version, title: `${id}${version}`, deletedAt });
      log.push(task);
      tasks.set(id, task);
    },
  };
};
type PaperLog = ReturnType<typeof paperLog>;

const updateOf = (task: Task, offset: number): ServerFrame => ({
  type: "update",
  cursor: `0:${offset}`,
  update: sampleUpdate(task),
});

/** How much of the log the gateway remembers: who was away for longer begins anew. */
const ringSize = 4;

/** What a hello is answered: what was missed, or all of it in small pages; then the line is live. */
const greeting = (
  { log, alive }: PaperLog,
  { cursor }: { cursor?: string | undefined },
): ServerFrame[] => {
  const end = log.length;
  const from = cursor === undefined ? -1 : Number(cursor.split(":")[1]);
  const resumed = cursor !== undefined && from >= end - ringSize;
  const welcome = { type: "welcome", v: 1, userId: "u1", resumed } as const;
  const live = { type: "live", cursor: `0:${end}` } as const;
  if (resumed)
    return [welcome, ...log.slice(from).map((one, at) => updateOf(one, from + at + 1)), live];
  const pages = [...alive().map((task) => [task]), []];
  const snapshot = pages.map((tasks, at): ServerFrame => {
    const more = at < pages.length - 1;
    return { type: "snapshot", tasks, first: at === 0, more, alerts: [] };
  });
  // What the ring knows is told again: it may be newer than what was read.
  const ring = log.slice(-ringSize).map((task) => updateOf(task, 0));
  return [welcome, ...snapshot, ...ring, live];
};

/** A device with its line to the paper gateway; frames come when the test says so. */
const paperDevice = (server: PaperLog) => {
  const store = createStore("laptop");
  let listener: Listener | null = null;
  let queue: ServerFrame[] = [];
  let follows = false;
  let timer: (() => void) | null = null;
  openFeed({
    userId: "u1",
    open: (hears) => {
      [listener, queue, follows] = [hears, [], false];
      return {
        send: (text) => {
          const said = JSON.parse(text) as ClientFrame;
          if (said.type !== "hello") return;
          queue = greeting(server, said);
          follows = true;
        },
        close: () => undefined,
      };
    },
    onFrame: (frame) => store.dispatch({ type: "frames", frames: [frame] }),
    onConnection: (connection) => store.dispatch({ type: "connection", connection }),
    onSignedOut: () => undefined,
    random: () => 0,
    isOnline: () => true,
    isVisible: () => true,
    setTimer: (run) => {
      timer = run;
      return () => undefined;
    },
  });
  const open = (): void => {
    if (!follows) listener?.opened();
  };
  return {
    store,
    wrote: (): void => {
      const { log } = server;
      const task = log.at(-1);
      if (follows && task) queue.push(updateOf(task, log.length));
    },
    /** The next frames come, each as often as said. */
    hear: (count: number, times: number): void => {
      open();
      for (const frame of queue.splice(0, count))
        for (let time = 0; time < times; time += 1) listener?.said(JSON.stringify(frame));
    },
    /** The line is lost with all that was on its way, and opened again. */
    cut: (): void => {
      listener?.closed(1006);
      timer?.();
    },
    rest: (): number => {
      open();
      return queue.length;
    },
  };
};

const shown = (store: Store): Record<string, string> =>
  Object.fromEntries([...store.read().tasks].map(([id, { title }]) => [id, title]));

const step = fc.oneof(
  fc.record({
    is: fc.constant("write" as const),
    id: fc.constantFrom(...ids),
    trash: fc.boolean(),
  }),
  fc.record({
    is: fc.constant("hear" as const),
    count: fc.integer({ min: 1, max: 5 }),
    times: fc.integer({ min: 1, max: 2 }),
  }),
  fc.record({ is: fc.constant("cut" as const) }),
);

test("a line that is cut at any moment and resumed misses nothing and brings nothing back", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const server = paperLog();
      const device = paperDevice(server);
      for (const one of steps) {
        if (one.is === "hear") device.hear(one.count, one.times);
        if (one.is === "cut") device.cut();
        if (one.is !== "write") continue;
        server.write(one.id, one.trash);
        device.wrote();
      }
      device.hear(device.rest(), 1);
      const expected = server.alive().map(({ id, title }) => [id, title]);
      expect(shown(device.store)).toEqual(Object.fromEntries(expected));
      expect(device.store.read().connection).toBe("live");
    }),
    { numRuns: 300 },
  );
});

const frames: fc.Arbitrary<ServerFrame> = fc.oneof(
  fc
    .record({ id: fc.constantFrom(...ids), version: fc.integer({ min: 1, max: 5 }) })
    .map(({ id, version }) => {
      // Of one version there is one content, however often it is told.
      const deletedAt = version % 2 === 0 ? trashedAt : null;
      return updateOf(sampleTask({ id, version, title: `${id}${version}`, deletedAt }), version);
    }),
  fc
    .record({ id: fc.constantFrom("r1", "r2"), sequence: fc.integer({ min: 1, max: 4 }) })
    .map(({ id, sequence }): ServerFrame => ({
      type: "alert",
      cursor: "0:1",
      alert: sampleAlert({ id, sequence, state: sequence % 2 === 0 ? "fired" : "acknowledged" }),
    })),
  fc.integer({ min: 1, max: 6 }).map((at): ServerFrame => ({
    type: "turn",
    cursor: "0:1",
    turn: sampleTurn({
      id: `turn${at}`,
      at: `2026-11-22T10:0${at}:00.000Z`,
      correlationId: `c${at}`,
    }),
  })),
);

test("the same frames lead to the same state, in whatever order, doubled and replayed", () => {
  const heard = fc.array(frames, { maxLength: 30 }).chain((all) =>
    fc.record({
      once: fc.constant(all),
      shuffled: fc.shuffledSubarray([...all, ...all], { minLength: 2 * all.length }),
      replayed: fc.nat({ max: all.length }),
    }),
  );
  fc.assert(
    fc.property(heard, ({ once, shuffled, replayed }) => {
      const end = (all: readonly ServerFrame[]) => {
        const store = createStore("laptop");
        for (const frame of all) store.dispatch({ type: "frames", frames: [frame] });
        const { tasks, alerts, chat } = store.read();
        const turns = chat.turns.map(({ id }) => id);
        return [
          shown(store),
          new Map([...alerts].toSorted(([a], [b]) => (a < b ? -1 : 1))),
          turns,
          tasks.size,
        ];
      };
      const straight = end(once);
      expect(end(shuffled)).toEqual(straight);
      expect(end([...once, ...once.slice(replayed)])).toEqual(straight);
      // Told in one burst they come to the same.
      const burst = createStore("laptop");
      burst.dispatch({ type: "frames", frames: shuffled });
      expect(shown(burst)).toEqual(straight[0]);
    }),
  );
});
