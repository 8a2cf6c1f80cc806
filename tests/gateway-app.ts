// The gateway's app for its tests: real database, accounts, sessions, ring and rules; actors and feed in memory.
import { pino } from "pino";
import { openDatabase, type Database } from "../database/pool.ts";
import { type Id, newId } from "../domain/ids.ts";
import { createOutages } from "../domain/outages.ts";
import { createApp } from "../gateway/app.ts";
import { createAuth } from "../gateway/auth/auth.ts";
import { createGuesses } from "../gateway/auth/guesses.ts";
import { createSessions } from "../gateway/auth/sessions.ts";
import type { AppDeps } from "../gateway/deps.ts";
import { createAllowance } from "../gateway/http/allowance.ts";
import { allowedOrigins } from "../gateway/http/origins.ts";
import { createHistory } from "../gateway/chat/chat.ts";
import { tellNext } from "../gateway/retime/retimer.ts";
import { createHub } from "../gateway/sockets/hub.ts";
import { createInMemoryActors } from "./in-memory-actors.ts";

export const publicUrl = "http://127.0.0.1:8420";
export const secret = "a-secret-of-the-tests-that-is-long-enough-0123456789";

export type TestApp = Awaited<ReturnType<typeof createTestApp>>;

/** The app on `db`; `over` replaces parts of it. */
export const createTestApp = async (
  db: Database,
  over: Partial<AppDeps> & { signUpsPerMinute?: number } = {},
) => {
  const log = pino({ level: "silent" });
  const origins = allowedOrigins(publicUrl);
  const signUpsPerMinute = over.signUpsPerMinute ?? 1_000;
  const auth = createAuth({ db, secret, publicUrl, origins, log, signUpsPerMinute });
  const cookieName = (await auth.$context).authCookies.sessionToken.name;
  const actors = createInMemoryActors();
  const deps: AppDeps = {
    db,
    actors,
    auth,
    sessions: createSessions({ db, secret, cookieName }),
    guesses: createGuesses(),
    signUp: "open",
    letters: null,
    secret,
    chat: async () => ({
      ok: false,
      error: { code: "unavailable", message: "no chat in this test" },
    }),
    history: createHistory({ db, actors: over.actors ?? actors, wakeRetimer: () => undefined }),
    wakeRetimer: () => undefined,
    wakeEraser: () => undefined,
    feedState: () => "up",
    hub: createHub(),
    allowance: createAllowance({ burst: 10_000, perSecond: 1_000 }),
    freeBytes: null,
    isEnding: () => false,
    log,
    outages: createOutages(log),
    now: () => new Date(),
    origins,
    trustedProxyHops: 0,
    cookieName,
    webRoot: "/nowhere",
    ...over,
  };
  const app = createApp(deps);

  /** A request with a JSON body where one is given, and the token of a person where one is given. */
  const call = async (
    method: string,
    path: string,
    more: { token?: string; body?: unknown; headers?: Record<string, string> } = {},
  ): Promise<Response> =>
    app.request(path, {
      method,
      headers: {
        ...(more.token === undefined ? {} : { authorization: `Bearer ${more.token}` }),
        ...(more.body === undefined ? {} : { "content-type": "application/json" }),
        ...more.headers,
      },
      ...(more.body === undefined
        ? {}
        : { body: typeof more.body === "string" ? more.body : JSON.stringify(more.body) }),
    });

  /** What a change of settings means for tasks, as the retimer does it behind the answer. */
  const retime = async (): Promise<void> => {
    while (await tellNext(deps));
  };

  /** Makes an account and signs in. */
  const signUp = async (name = "Ada") => {
    const email = `${name.toLowerCase()}-${newId()}@example.com`;
    const answer = await call("POST", "/api/auth/sign-up/email", {
      body: { name, email, password: "correct horse battery" },
    });
    if (answer.status !== 200) throw new Error(`sign-up answered ${await answer.text()}`);
    const { token, user } = (await answer.json()) as { token: string; user: { id: string } };
    const cookie = answer.headers.getSetCookie()[0]?.split(";")[0] ?? "";
    const signedToken = answer.headers.get("set-auth-token") ?? "";
    return { email, token, signedToken, cookie, userId: user.id };
  };

  return { app, deps, actors, auth, call, signUp, retime };
};

/** A database that is not there: for what is answered before one is asked, and for what happens then. */
export const noDatabase = openDatabase("postgres://nobody@127.0.0.1:1/nothing");

/** Sessions that know everyone as one person, whatever the token. */
export const signedIn = (userId: Id = newId()): Pick<AppDeps, "sessions"> => {
  const session = {
    userId,
    token: "t".repeat(32),
    by: "bearer" as const,
    access: "write" as const,
    mayRenew: false,
  };
  const forget = () => undefined;
  return { sessions: { ofBearer: async () => session, ofCookie: async () => null, forget } };
};
