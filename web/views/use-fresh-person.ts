// Reads the settings and the account anew when the line is there: the page may have opened with those of its last visit, and another device may have
// changed them. Called by background.tsx.
import { useEffect, useEffectEvent } from "react";
import type { Settings } from "../../domain/settings.ts";
import { type Account, readAccount } from "../api/account.ts";
import { equal } from "../drafts/three-way.ts";
import { useAppState, useWorkspace } from "./context.ts";

/** The account as it is now, where it is not as the page knows it: the same person under another name or address. */
export const renamed = (known: Account, found: Account | null): Account | null => {
  if (found === null || found.id !== known.id) return null;
  const { id, name, email, createdAt } = found;
  if (name === known.name && email === known.email && createdAt === known.createdAt) return null;
  return { id, name, email, ...(createdAt !== undefined && { createdAt }) };
};

/** Calls back with what differs from what the page has. */
export const useFreshPerson = (
  onSettings: (settings: Settings) => void,
  onAccount: (account: Account) => void,
): void => {
  const { punctual, settings, account } = useWorkspace();
  const isLive = useAppState().connection === "live";
  const learn = useEffectEvent((fresh: Settings): void => {
    if (!equal(fresh, settings)) onSettings(fresh);
  });
  const meet = useEffectEvent((found: Account | null): void => {
    const fresh = renamed(account, found);
    if (fresh !== null) onAccount(fresh);
  });
  useEffect(() => {
    if (!isLive) return undefined;
    let left = false;
    void punctual.readSettings().then((answer) => {
      if (answer.ok && !left) learn(answer.value);
    });
    void readAccount().then((answer) => {
      if (answer.ok && !left) meet(answer.value);
    });
    return () => {
      left = true;
    };
  }, [punctual, isLive]);
};
