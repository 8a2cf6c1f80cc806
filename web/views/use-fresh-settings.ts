// Reads the settings anew when the line is there: the page may have opened with those of its last visit, and another device may have changed them.
// Called by home.tsx.
import { useEffect, useEffectEvent } from "react";
import type { Settings } from "../../domain/settings.ts";
import { equal } from "../drafts/three-way.ts";
import { useAppState, useWorkspace } from "./context.ts";

/** Calls `onSettings` with settings that differ from those the page has. */
export const useFreshSettings = (onSettings: (settings: Settings) => void): void => {
  const { punctual, settings } = useWorkspace();
  const isLive = useAppState().connection === "live";
  const learn = useEffectEvent((fresh: Settings): void => {
    if (!equal(fresh, settings)) onSettings(fresh);
  });
  useEffect(() => {
    if (!isLive) return undefined;
    let left = false;
    void punctual.readSettings().then((answer) => {
      if (answer.ok && !left) learn(answer.value);
    });
    return () => {
      left = true;
    };
  }, [punctual, isLive]);
};
