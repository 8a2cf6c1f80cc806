// The device's end of the socket: hello, resume, liveness, coming back. Needs nothing: socket and timers are made of paper.
import { beforeEach, describe, expect, test } from "vitest";
import type { ServerFrame } from "../../domain/frame.ts";
import { sampleTask } from "../store/samples.ts";
import type { Connection } from "../store/state.ts";
import { answerMs, type Feed, type Listener, openFeed, silenceMs } from "./feed.ts";

type Paper = Listener & { sent: unknown[]; isClosed: boolean };

let sockets: Paper[];
let timer: { run: () => void; ms: number } | null;
let seen: ServerFrame[];
let connections: Connection[];
let signedOut: number;
let online: boolean;
let visible: boolean;

const open = (): Feed =>
  openFeed({
    userId: "u1",
    open: (listener) => {
      const paper: Paper = { ...listener, sent: [], isClosed: false };
      sockets.push(paper);
      return {
        send: (data) => paper.sent.push(JSON.parse(data)),
        close: () => {
          paper.isClosed = true;
        },
      };
    },
    onFrame: (frame) => seen.push(frame),
    onConnection: (connection) => connections.push(connection),
    onSignedOut: () => {
      signedOut += 1;
    },
    random: () => 0.5,
    isOnline: () => online,
    isVisible: () => visible,
    setTimer: (run, ms) => {
      const set = { run, ms };
      timer = set;
      return () => {
        if (timer === set) timer = null;
      };
    },
  });

beforeEach(() => {
  sockets = [];
  timer = null;
  seen = [];
  connections = [];
  signedOut = 0;
  online = true;
  visible = true;
});

const last = (): Paper => sockets.at(-1) as Paper;
const say = (frame: ServerFrame): void => last().said(JSON.stringify(frame));
const goLive = (cursor: string): void => {
  last().opened();
  say({ type: "welcome", v: 1, userId: "u1", resumed: false });
  say({ type: "live", cursor });
};
const elapse = (): number => {
  const due = timer as NonNullable<typeof timer>;
  timer = null;
  due.run();
  return due.ms;
};

describe("hello", () => {
  test("the first hello asks for everything", () => {
    open();
    last().opened();
    expect(last().sent).toEqual([{ type: "hello" }]);
  });

  test("after a loss it asks for what was missed since the last cursor", () => {
    open();
    goLive("0:5");
    say({ type: "beat", cursor: "0:7" });
    last().closed(1006);
    expect(connections).toEqual(["reconnecting"]);
    elapse();
    last().opened();
    expect(last().sent).toEqual([{ type: "hello", cursor: "0:7" }]);
  });

  test("a cursor seen before `live` does not count: the page may lack what came before it", () => {
    open();
    last().opened();
    say({ type: "beat", cursor: "0:9" });
    last().closed(1006);
    elapse();
    last().opened();
    expect(last().sent).toEqual([{ type: "hello" }]);
  });
});

describe("liveness", () => {
  test("a socket that never says welcome is given up", () => {
    open();
    expect(elapse()).toBe(answerMs);
    expect(last().isClosed).toBe(true);
    expect(connections).toEqual(["reconnecting"]);
  });

  test("a socket that has gone silent is given up after two beats and some", () => {
    open();
    goLive("0:1");
    expect(elapse()).toBe(silenceMs);
    expect(last().isClosed).toBe(true);
  });

  test("a nudge asks for a sign of life and gives up without one", () => {
    const feed = open();
    goLive("0:1");
    feed.nudge();
    expect(last().sent.at(-1)).toEqual({ type: "ping" });
    expect(elapse()).toBe(answerMs);
    expect(last().isClosed).toBe(true);
  });

  test("a network that is gone is said at once, and tried again all the same", () => {
    const feed = open();
    goLive("0:1");
    online = false;
    feed.lost();
    expect(connections).toEqual(["offline"]);
    expect(last().isClosed).toBe(true);
    elapse();
    expect(sockets).toHaveLength(2);
  });

  test("a nudge while waiting to come back comes back at once", () => {
    const feed = open();
    last().closed(1006);
    feed.nudge();
    expect(sockets).toHaveLength(2);
  });

  test("garbage on the socket means a fresh one", () => {
    open();
    last().opened();
    last().said("{not json");
    expect(last().isClosed).toBe(true);
    elapse();
    expect(sockets).toHaveLength(2);
  });

  test("what a dropped socket still says is not heard", () => {
    open();
    const old = last();
    old.closed(1006);
    elapse();
    old.said(JSON.stringify({ type: "live", cursor: "0:1" }));
    old.closed(4401);
    expect(seen).toEqual([]);
    expect(signedOut).toBe(0);
  });
});

describe("coming back", () => {
  test("pauses grow with each failure and start over once live", () => {
    open();
    const pauses = Array.from({ length: 3 }, () => {
      last().closed(1006);
      return elapse();
    });
    expect(pauses).toEqual([225, 450, 900]);
    goLive("0:1");
    last().closed(1006);
    expect(elapse()).toBe(225);
  });

  test("a device that knows it is offline says so", () => {
    online = false;
    open();
    last().closed(1006);
    expect(connections).toEqual(["offline"]);
  });
});

describe("too many pages of one person", () => {
  test("one nobody looks at rests until someone does, and then goes on where it was", () => {
    const feed = open();
    goLive("0:7");
    visible = false;
    last().closed(4409);
    expect([timer, connections]).toEqual([null, ["reconnecting"]]);
    visible = true;
    feed.nudge();
    last().opened();
    expect(last().sent).toEqual([{ type: "hello", cursor: "0:7" }]);
  });

  test("one that is looked at comes back", () => {
    open();
    goLive("0:7");
    last().closed(4409);
    elapse();
    expect(sockets).toHaveLength(2);
  });
});

describe("the end", () => {
  test("a session that is over ends the feed", () => {
    open();
    last().closed(4401);
    expect(signedOut).toBe(1);
    expect(timer).toBeNull();
  });

  test("a line that comes back as another person's ends the feed before anything of theirs is seen", () => {
    open();
    goLive("0:1");
    last().closed(1006);
    elapse();
    last().opened();
    seen = [];
    say({ type: "welcome", v: 1, userId: "u2", resumed: false });
    say({ type: "snapshot", tasks: [sampleTask()], first: true, more: false });
    expect([seen, signedOut, timer]).toEqual([[], 1, null]);
    expect(last().isClosed).toBe(true);
  });

  test("a gateway of a later protocol asks for a reload and is not tried again", () => {
    open();
    last().opened();
    last().said(JSON.stringify({ type: "welcome", v: 2, userId: "u1", resumed: false }));
    expect(connections).toEqual(["outdated"]);
    expect(timer).toBeNull();
  });

  test("a stopped feed closes its socket and leaves no timer", () => {
    const feed = open();
    goLive("0:1");
    feed.stop();
    expect(last().isClosed).toBe(true);
    expect(timer).toBeNull();
    feed.nudge();
    expect(sockets).toHaveLength(1);
  });
});
