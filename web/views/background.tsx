// What the page does beside what it shows. Called by home.tsx.
import { useEffect } from "react";
import type { Settings } from "../../domain/settings.ts";
import { useWorkspace } from "./context.ts";
import { useBadge } from "./use-badge.ts";
import { useClocks } from "./use-clocks.ts";
import { useFreshSettings } from "./use-fresh-settings.ts";
import { useNewVersion } from "./use-new-version.ts";
import { usePushOffer } from "./use-push-offer.ts";

export const Background = ({ onSettings }: { onSettings: (settings: Settings) => void }) => {
  const { drafts } = useWorkspace();
  useClocks();
  useFreshSettings(onSettings);
  useNewVersion();
  useBadge();
  usePushOffer(onSettings);
  useEffect(() => {
    addEventListener("storage", drafts.heard);
    return () => removeEventListener("storage", drafts.heard);
  }, [drafts]);
  return null;
};
