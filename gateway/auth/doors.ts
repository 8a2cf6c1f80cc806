// What the account's doors share: passwords, letters, and the account's own journal. Made by app.ts for the routes.
import type { Context } from "hono";
import type { AccountEventType } from "../../database/account-events/account-event.ts";
import {
  addAccountEvent,
  type NewAccountEvent,
} from "../../database/account-events/add-account-event.ts";
import { readEmail } from "../../database/accounts/read-email.ts";
import type { AppDeps } from "../deps.ts";
import { clientAddress } from "../http/client-address.ts";
import type { GatewayEnv } from "../http/env.ts";
import { createPasswords, type Passwords } from "./passwords.ts";

/** What whoever got into an account does to stay in: told by letter, where letters are sent. */
const alarming: Partial<Record<AccountEventType, string>> = {
  "two-factor-off": "The second step at the sign-in was turned off.",
  "backup-codes-made": "New backup codes for the second step were made; those before are void.",
  "passkey-added": "A passkey was added: it signs in without the password.",
  "recovery-code-made": "A new recovery code was made: it chooses a new password.",
  "token-made": "A token was made: whoever has it gets at your tasks.",
};

/** What happened, without where it came from. */
export type Happened = Pick<NewAccountEvent, "userId" | "type" | "detail">;

export type Doors = {
  passwords: Passwords;
  /** The address a request comes from. */
  addressOf: (c: Context<GatewayEnv>) => string;
  /** Writes down what happened to an account, and tells of it where that may alarm. Failing here must not fail the request. */
  record: (c: Context<GatewayEnv>, happened: Happened) => Promise<void>;
};

type DoorDeps = Pick<AppDeps, "auth" | "db" | "guesses" | "letters" | "trustedProxyHops">;

export const createDoors = (deps: DoorDeps): Doors => {
  const addressOf = (c: Context<GatewayEnv>): string =>
    clientAddress(
      { forwarded: c.req.header("x-forwarded-for"), remote: c.env?.incoming?.socket.remoteAddress },
      deps.trustedProxyHops,
    );
  const tell = async ({ userId, type }: Happened): Promise<void> => {
    const said = alarming[type];
    if (said === undefined || deps.letters === null) return;
    const to = await readEmail(deps.db, userId);
    if (to !== null) deps.letters.tell(to, said);
  };
  return {
    passwords: createPasswords(deps),
    addressOf,
    record: async (c, happened) => {
      const agent = c.req.header("user-agent");
      try {
        await addAccountEvent(deps.db, { ...happened, address: addressOf(c), agent });
        await tell(happened);
      } catch (err) {
        c.var.log.warn({ err, userId: happened.userId }, "an account's event was not written down");
      }
    },
  };
};
