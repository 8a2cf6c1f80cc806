// What the account's doors share: passwords, letters, and the account's own journal. Made by app.ts for the routes.
import type { Context } from "hono";
import {
  addAccountEvent,
  type NewAccountEvent,
} from "../../database/account-events/add-account-event.ts";
import type { AppDeps } from "../deps.ts";
import { clientAddress } from "../http/client-address.ts";
import type { GatewayEnv } from "../http/env.ts";
import { createPasswords, type Passwords } from "./passwords.ts";

/** What happened, without where it came from. */
export type Happened = Pick<NewAccountEvent, "userId" | "type" | "detail">;

export type Doors = {
  passwords: Passwords;
  /** The address a request comes from. */
  addressOf: (c: Context<GatewayEnv>) => string;
  /** Writes down what happened to an account. Failing here must not fail the request. */
  record: (c: Context<GatewayEnv>, happened: Happened) => Promise<void>;
};

type DoorDeps = Pick<AppDeps, "auth" | "db" | "guesses" | "trustedProxyHops">;

export const createDoors = (deps: DoorDeps): Doors => {
  const addressOf = (c: Context<GatewayEnv>): string =>
    clientAddress(
      { forwarded: c.req.header("x-forwarded-for"), remote: c.env?.incoming?.socket.remoteAddress },
      deps.trustedProxyHops,
    );
  return {
    passwords: createPasswords(deps),
    addressOf,
    record: async (c, happened) => {
      const agent = c.req.header("user-agent");
      try {
        await addAccountEvent(deps.db, { ...happened, address: addressOf(c), agent });
      } catch (err) {
        c.var.log.warn({ err, userId: happened.userId }, "an account's event was not written down");
      }
    },
  };
};
