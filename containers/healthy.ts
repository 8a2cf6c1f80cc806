// Is the process of this container healthy? Run by the image's HEALTHCHECK, for there is no shell and no curl in it.
import { get } from "node:http";
import { readHealthAddress } from "./config.ts";

const { port, path } = readHealthAddress();
const fail = (): never => process.exit(1);
get({ host: "127.0.0.1", port, path, timeout: 3_000 }, ({ statusCode }) =>
  process.exit(statusCode === 200 ? 0 : 1),
)
  .on("timeout", fail)
  .on("error", fail);
