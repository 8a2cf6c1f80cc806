// One device's socket: sending within bounds, waiting where much is sent, and an end with a reason. Made by handler.ts.
import type { WebSocket } from "ws";
import type { Session } from "../http/env.ts";
import { closeCodes, type CloseReason, frame } from "./messages.ts";

/** What may wait for a slow device before it is told to come back later, in bytes. */
export const maxBufferedBytes = 1024 * 1024;
const flushDeadlineMs = 30_000;
const closeDeadlineMs = 5_000;

export type Connection = ReturnType<typeof createConnection>;

export const createConnection = (socket: WebSocket) => {
  let session: Session | null = null;
  let answered = true;
  socket.on("pong", () => (answered = true));

  const isOpen = (): boolean => socket.readyState === socket.OPEN;

  /** Says why, closes, and cuts the line when the other side does not take part. */
  const close = (reason: CloseReason, message: string): void => {
    if (!isOpen()) return;
    socket.send(frame({ type: "error", code: reason, message }));
    socket.close(closeCodes[reason], message);
    setTimeout(() => socket.terminate(), closeDeadlineMs).unref();
  };

  const closeTooSlow = (): void => close("too_slow", "too slow: come back with your last cursor");

  return {
    isOpen,
    close,
    session: () => session,
    signIn: (found: Session) => {
      session = found;
    },

    /** Sends a frame as it happens; a device that has let 1 MiB pile up is closed instead. Whether it was sent. */
    send: (text: string): boolean => {
      if (!isOpen()) return false;
      if (socket.bufferedAmount > maxBufferedBytes) {
        closeTooSlow();
        return false;
      }
      socket.send(text);
      return true;
    },

    /** Sends a frame and waits until it has left, at most 30 s: for snapshots, which may be larger than the buffer. */
    flush: async (text: string): Promise<void> => {
      if (!isOpen()) return;
      const deadline = setTimeout(closeTooSlow, flushDeadlineMs);
      await new Promise<void>((resolve) => {
        socket.once("close", resolve);
        socket.send(text, () => {
          socket.off("close", resolve);
          resolve();
        });
      });
      clearTimeout(deadline);
    },

    /** Asks for a sign of life; cuts the line when the last one was not answered. */
    probe: (): void => {
      if (!answered) return socket.terminate();
      answered = false;
      if (isOpen()) socket.ping();
    },
  };
};
