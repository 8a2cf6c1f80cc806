// A real SMTP server on loopback for the tests of e-mail, with the ways a server can misbehave.
import { once } from "node:events";
import { createServer, type AddressInfo, type Server, type Socket } from "node:net";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";

/** One letter that the server took: its envelope's recipients and its text as it came. */
export type Letter = { to: string[]; text: string };

export type MailServer = {
  url: string;
  letters: Letter[];
  /** How many have connected. */
  connections: () => number;
  close: () => Promise<void>;
};

export type Behaviour = Pick<SMTPServerOptions, "onConnect" | "onRcptTo"> & {
  /** Called when a letter is kept; may throw what the server then answers, or cut the line. */
  afterData?: (cut: () => void) => void;
};

/** A server that takes every letter, unless `behaviour` says otherwise; on any port, unless one is named. */
export const startMailServer = async (behaviour: Behaviour = {}, port = 0): Promise<MailServer> => {
  const letters: Letter[] = [];
  const sockets = new Set<Socket>();
  const { afterData, ...hooks } = behaviour;
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    ...hooks,
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.once("end", () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        try {
          letters.push({ to, text: Buffer.concat(chunks).toString() });
          let isCut = false;
          afterData?.(() => {
            isCut = true;
            for (const socket of sockets) socket.destroy();
          });
          if (!isCut) done();
        } catch (error) {
          done(error as Error);
        }
      });
    },
  });
  server.on("error", () => undefined); // a client that is cut off
  let connections = 0;
  server.server.on("connection", (socket: Socket) => {
    connections += 1;
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  const listening = server.listen(port, "127.0.0.1");
  await once(listening, "listening");
  return {
    url: `smtp://127.0.0.1:${(listening.address() as AddressInfo).port}`,
    letters,
    connections: () => connections,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        for (const socket of sockets) socket.destroy();
      }),
  };
};

/** A server that accepts connections and never says a word. */
export const startSilentServer = async (): Promise<{ port: number; close: () => void }> => {
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  return {
    port: (server.address() as AddressInfo).port,
    close: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
};
