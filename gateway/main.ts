// The gateway process: REST, chat, sockets and the page. Started by the platform, a container or `dapr run`.
import { fileURLToPath } from "node:url";
import { pino } from "pino";
import { createActorClient } from "../actors/client.ts";
import { openDatabase } from "../database/pool.ts";
import { createOutages } from "../domain/outages.ts";
import { startEnding } from "../process/ending.ts";
import { createApp } from "./app.ts";
import { createAuth } from "./auth/auth.ts";
import { createGuesses } from "./auth/guesses.ts";
import { createLetters } from "./auth/letters.ts";
import { createSessions } from "./auth/sessions.ts";
import { createChat, createHistory } from "./chat/chat.ts";
import { connectModel } from "./chat/model/connect-model.ts";
import { createReader } from "./chat/reader/reader.ts";
import { startLogCheck } from "./command/log-check.ts";
import { startRepeater } from "./command/repeater.ts";
import { modelIn, readConfig } from "./config.ts";
import { freeBytesAt } from "./disk.ts";
import { startEraser } from "./erase/eraser.ts";
import { startPurger } from "./trash/by-age.ts";
import { createFeed } from "./feed/feed.ts";
import { openSession } from "./feed/kafka.ts";
import { createRing } from "./feed/ring.ts";
import { subscribe } from "./feed/subscribe.ts";
import { createAllowance } from "./http/allowance.ts";
import { allowedOrigins } from "./http/origins.ts";
import { mailServerIn } from "../process/mail/config.ts";
import { serveMetrics } from "../process/metrics/serve.ts";
import { startTracing } from "../process/tracing/tracing.ts";
import { watchPool } from "../process/metrics/instruments.ts";
import { listen } from "./listen.ts";
import { watchGateway } from "./metrics.ts";
import { startRetimer } from "./retime/retimer.ts";
import { createHub } from "./sockets/hub.ts";
import { attachSockets } from "./sockets/handler.ts";
import { startListener } from "./sockets/listener.ts";
import { startZoneData } from "./zones/start-zone-data.ts";

const config = readConfig();
const log = pino({ name: "gateway", level: config.LOG_LEVEL });
const origins = allowedOrigins(config.PUBLIC_URL, config.ALLOWED_ORIGINS);
const secret = config.AUTH_SECRET;

const outages = createOutages(log);
const db = openDatabase(config.DATABASE_URL, { max: 20 });
const actors = createActorClient({
  daprHttpPort: config.DAPR_HTTP_PORT,
  daprApiToken: config.DAPR_API_TOKEN,
  onAnswer: () => outages.worked("the actors"),
});
const auth = createAuth({ db, secret, publicUrl: config.PUBLIC_URL, origins, log });
const cookieName = (await auth.$context).authCookies.sessionToken.name;
const sessions = createSessions({ db, secret, cookieName });
const mailServer = mailServerIn(config);

const feed = createFeed({
  ring: createRing({ maxCount: 20_000, maxBytes: 32 * 1024 * 1024 }),
  log,
});
const kafkaOptions = {
  brokers: config.KAFKA_BROKERS,
  topics: ["task-events", "reminders"],
  groupPrefix: "punctual-gateway",
  backlog: 500,
  log,
  onStalled: () => {
    log.fatal(
      "the feed has stopped without an error; this process ends so that a fresh one starts",
    );
    process.exit(1);
  },
};
const kafka = subscribe((handler) => openSession(kafkaOptions, handler), feed.handler, outages);

const hub = createHub();
watchGateway({ hub, feed });
watchPool(db);
serveMetrics("gateway", config, log);
await startTracing("gateway", config);
const allowance = createAllowance({
  burst: config.REQUESTS_BURST,
  perSecond: config.REQUESTS_PER_SECOND,
});
const retimer = startRetimer({ db, actors, log, outages, now: () => new Date() });
const eraser = startEraser({ db, actors, log, outages });
const purger = startPurger({ db, actors, log, outages, now: () => new Date() });
const wakeRetimer = (): void => retimer.wake();
const app = createApp({
  db,
  actors,
  auth,
  sessions,
  guesses: createGuesses(),
  signUp: config.SIGNUP,
  letters: mailServer && createLetters(mailServer, { publicUrl: config.PUBLIC_URL, log }),
  secret,
  chat: createChat({
    db,
    actors,
    wakeRetimer,
    interpret: connectModel(modelIn(config), log, createReader().read),
  }),
  history: createHistory({ db, actors, wakeRetimer }),
  wakeRetimer,
  wakeEraser: () => eraser.wake(),
  feedState: feed.state,
  hub,
  allowance,
  freeBytes: config.DATA_DIR === undefined ? null : freeBytesAt(config.DATA_DIR),
  isEnding: () => ending.isEnding(),
  log,
  outages,
  now: () => new Date(),
  origins,
  trustedProxyHops: config.TRUSTED_PROXY_HOPS,
  cookieName,
  webRoot: config.WEB_ROOT ?? fileURLToPath(new URL("../web/dist", import.meta.url)),
});
const server = await listen(app, { host: config.HOST, port: config.PORT }).catch(
  (error: unknown) => {
    log.fatal({ err: error }, `the gateway cannot listen on ${config.HOST}:${config.PORT}`);
    process.exit(1);
  },
);
const sockets = attachSockets(server.http, {
  db,
  sessions,
  feed,
  hub,
  allowance,
  origins,
  trustedProxyHops: config.TRUSTED_PROXY_HOPS,
  log,
  outages,
});
const listener = startListener({ feed, hub, db, outages });
const repeater = startRepeater({ db, actors, log, outages });
const zones = startZoneData({ db, actors, log, now: () => new Date() });
const logCheck = startLogCheck({ db, actors, log, feedState: feed.state });
log.info({ port: config.PORT, url: config.PUBLIC_URL }, "the gateway listens");

/** Where there was time to drain, there is time for an answer that a model is asked for. */
const patienceMs = config.DRAIN_MS > 0 ? 20_000 : 5_000;

/** Sockets are told to come back, requests under way may end, then everything is let go. */
const close = async (): Promise<void> => {
  sockets.close();
  listener.stop();
  await server.stop(patienceMs);
  await Promise.race([
    Promise.all([
      repeater.stop(),
      retimer.stop(),
      eraser.stop(),
      purger.stop(),
      zones.stop(),
      logCheck.stop(),
      kafka.stop(),
    ]),
    server.after(2_000),
  ]);
  await Promise.race([db.end(), server.after(1_000)]);
};
const ending = startEnding({
  drainMs: config.DRAIN_MS,
  withinMs: patienceMs + 4_000,
  onTold: () => server.retire(),
  close,
  log,
});
