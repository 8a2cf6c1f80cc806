// The connections of one session with Kafka, so that they can all be ended at once. Made by kafka.ts.
// kafkajs cannot give up a connection that is being made: it waits for its deadlines, tries again, and then goes on with what was over long ago.
import { connect, type Socket } from "node:net";

const keepAliveMs = 60_000;

export type SessionSockets = {
  /** What kafkajs makes its connections with; throws once they are cut. */
  open: (to: { host: string; port: number; onConnect: () => void }) => Socket;
  cut: () => void;
};

export const createSessionSockets = (): SessionSockets => {
  const sockets = new Set<Socket>();
  let isOver = false;
  return {
    open: ({ host, port, onConnect }) => {
      if (isOver) throw new Error("the session with Kafka is over");
      const socket = connect({ host, port }, onConnect);
      socket.setKeepAlive(true, keepAliveMs);
      sockets.add(socket);
      socket.once("close", () => sockets.delete(socket));
      return socket;
    },
    cut: () => {
      isOver = true;
      for (const socket of sockets) socket.destroy(new Error("the session with Kafka is over"));
    },
  };
};
