// Before step 1: is PostgreSQL ready for queries? Its port opens before it is. Called by postgres/part.ts.
import { connect } from "node:net";
import type { Probe } from "../supervisor/probes.ts";

const lookMs = 2_000;

// PostgreSQL's message flow, "Start-up": length, version 3.0, then names and values. It answers R (it asks for the
// password) when it is ready, and E (an error, such as 57P03 "is starting up") when it is not.
const startup = (): Buffer => {
  const body = Buffer.from("user\0punctual\0database\0punctual\0\0");
  const head = Buffer.alloc(8);
  head.writeInt32BE(body.length + 8, 0);
  head.writeInt32BE(196_608, 4);
  return Buffer.concat([head, body]);
};

/** Ready when the server on this loopback port asks for a password. */
export const postgresReady =
  (port: number): Probe =>
  () =>
    new Promise((resolve) => {
      const socket = connect({ port, host: "127.0.0.1", timeout: lookMs });
      const end = (answer: boolean): void => {
        socket.destroy();
        resolve(answer);
      };
      socket.once("connect", () => socket.write(startup()));
      socket.once("data", (data) => end(data[0] === 0x52));
      socket.once("error", () => end(false)).once("timeout", () => end(false));
      socket.once("close", () => resolve(false));
    });
