// What the page does beside what it shows. Called by home.tsx.
import { useEffect } from "react";
import type { Settings } from "../../domain/settings.ts";
import type { Account } from "../api/account.ts";
import { useWorkspace } from "./context.ts";
import { useBadge } from "./use-badge.ts";
import { useClocks } from "./use-clocks.ts";
import { useFreshPerson } from "./use-fresh-person.ts";
import { useNewVersion } from "./use-new-version.ts";
import { usePushOffer } from "./use-push-offer.ts";

type Props = { onSettings: (settings: Settings) => void; onAccount: (account: Account) => void };

export const Background = ({ onSettings, onAccount }: Props) => {
  const { drafts } = useWorkspace();
  useClocks();
  useFreshPerson(onSettings, onAccount);
  useNewVersion();
  useBadge();
  usePushOffer(onSettings);
  useEffect(() => {
    addEventListener("storage", drafts.heard);
    return () => removeEventListener("storage", drafts.heard);
  }, [drafts]);
  return null;
};
