// One thread beside the main one that reads one message at a time, and is replaced when it takes too long. Used by reader.ts.
import { setImmediate } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { piecesOf, type Sent } from "./pieces.ts";
import type { Heard, Read } from "./thread.ts";

/** How long it may take to load the rules on a busy machine. */
const startDeadlineMs = 30_000;

export type Beside = {
  /** Starts the thread where there is none, so that it is there when it is needed. Where it cannot be, `read` says so. */
  warm: () => void;
  /** Reads; "late" after `deadlineMs`. One at a time: the next is asked when this one is answered. Rejects where no thread can be started. */
  read: (sent: Sent, deadlineMs: number) => Promise<Read | "late">;
  stop: () => void;
};

export const createBeside = (): Beside => {
  let thread: { worker: Worker; ready: boolean } | null = null;
  let hear: ((heard: Heard) => void) | null = null;

  const stop = (): void => {
    thread?.worker.removeAllListeners();
    void thread?.worker.terminate();
    thread = null;
  };

  const gone = (error: string): void => {
    stop();
    hear?.({ error });
  };

  const started = () => {
    if (thread) return thread;
    const worker = new Worker(new URL("./thread.ts", import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: 256 },
    });
    const made = { worker, ready: false };
    worker.on("message", (heard: Heard) => {
      if (heard === "ready") made.ready = true;
      hear?.(heard);
    });
    worker.on("error", (error) => gone(String(error)));
    worker.on("exit", (code) => gone(`the reading thread ended with ${code}`));
    worker.unref(); // never keeps the process alive
    return (thread = made);
  };

  const warm = (): void => {
    try {
      started();
    } catch {
      // Short messages need no thread.
    }
  };

  const read = async (sent: Sent, deadlineMs: number): Promise<Read | "late"> => {
    const { worker, ready } = started();
    return new Promise((resolve) => {
      let timer: NodeJS.Timeout | undefined;
      let isOver = false;
      const within = (ms: number, answer: Read | "late") => {
        clearTimeout(timer);
        timer = setTimeout(() => {
          stop();
          finish(answer);
        }, ms);
      };
      const finish = (answer: Read | "late"): void => {
        isOver = true;
        clearTimeout(timer);
        hear = null;
        resolve(answer);
      };
      const give = async (): Promise<void> => {
        within(deadlineMs, "late");
        for (const piece of piecesOf(sent)) {
          // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
          worker.postMessage(piece);
          await setImmediate(); // everyone else's turn
          if (isOver) return;
        }
      };
      const handOver = () => void give().catch((error) => finish({ error: String(error) }));
      hear = (heard) => (heard === "ready" ? handOver() : finish(heard));
      if (ready) handOver();
      else within(startDeadlineMs, { error: "the reading thread did not start" });
    });
  };

  return { warm, read, stop };
};
