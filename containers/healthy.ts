// Is the process of this container healthy? Run by the image's HEALTHCHECK, for there is no shell and no curl in it. It runs every few
// seconds, so it loads nothing; what is wrong in the two variables shows as an address that does not answer.
import { get } from "node:http";

const { PORT, HEALTH_PATH } = process.env;
const fail = (): never => process.exit(1);
get(`http://127.0.0.1:${PORT}${HEALTH_PATH}`, { timeout: 3_000 }, ({ statusCode }) =>
  process.exit(statusCode === 200 ? 0 : 1),
)
  .on("timeout", fail)
  .on("error", fail);
