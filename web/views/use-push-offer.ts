// Asks whether this browser may notify while no page is open: when the first reminder is set, once, and never before. Called by background.tsx.
import { useEffect, useEffectEvent } from "react";
import type { Settings } from "../../domain/settings.ts";
import { newTicket } from "../api/punctual.ts";
import { readPushState, startPush } from "../push/subscribe.ts";
import { sentence } from "../words/sentence.ts";
import { useAppState, useWorkspace } from "./context.ts";
import { shellWords } from "../words/shell.ts";

const key = "punctual.push-offered";

/** True the first time in this browser. Where nothing can be remembered it is not asked at all. */
const isFirst = (): boolean => {
  try {
    if (localStorage.getItem(key) !== null) return false;
    localStorage.setItem(key, "yes");
    return true;
  } catch {
    return false;
  }
};

/** Offers pushes with a notice; who takes the offer gets the channel too. */
export const usePushOffer = (onSettings: (settings: Settings) => void): void => {
  const { punctual, settings, store } = useWorkspace();
  const { tasks } = useAppState();
  const isReminded = [...tasks.values()].some(({ reminders }) => reminders.length > 0);

  const say = (id: string, tone: "info" | "problem", text: string): void =>
    store.dispatch({ type: "noticed", notice: { id, tone, text } });

  const take = useEffectEvent(async (): Promise<void> => {
    const started = await startPush(punctual);
    if (!started.ok) return say("push", "problem", started.reason);
    if (started.state !== "on") return;
    const { channels } = settings;
    if (!channels.includes("push")) {
      const set = await punctual.patchSettings({ channels: [...channels, "push"] }, newTicket());
      if (!set.ok) return say("push", "problem", sentence(set.problem.message));
      const { remindersMoved: _, ...saved } = set.value;
      onSettings(saved);
    }
    say("push", "info", shellWords.push.on);
  });

  useEffect(() => {
    if (!isReminded) return;
    void readPushState().then((state) => {
      if (state !== "off" || !isFirst()) return;
      const text = shellWords.push.ask;
      const action = { label: shellWords.push.take, run: () => void take() };
      store.dispatch({
        type: "noticed",
        notice: { id: "push-offer", tone: "lasting", text, action },
      });
    });
  }, [isReminded, store]);
};
