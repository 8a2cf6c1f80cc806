// Asks the server for the clocks this page shows times by: the person's own, and those of fixed dues and reminders. Called by background.tsx.
import { useEffect, useMemo } from "react";
import type { Task } from "../../domain/task.ts";
import { learnClock } from "../time/server-clock.ts";
import { useAppState, useWorkspace } from "./context.ts";

const zonesOf = ({ due, reminders }: Task): string[] => [
  ...(due?.kind === "fixed" ? [due.zone] : []),
  ...reminders.flatMap(({ trigger }) =>
    trigger.kind === "wall" && trigger.when.kind === "fixed" ? [trigger.when.zone] : [],
  ),
];

/** Learns the clock of each zone in use, and again whenever the line comes back: the server may have newer data then. */
export const useClocks = (): void => {
  const { punctual, settings } = useWorkspace();
  const { tasks, connection } = useAppState();
  const isLost = connection === "reconnecting" || connection === "offline";
  const wanted = useMemo(
    () => [...new Set([settings.timeZone, ...[...tasks.values()].flatMap(zonesOf)])].toSorted(),
    [settings.timeZone, tasks],
  ).join(" ");

  useEffect(() => {
    let left = false;
    if (isLost) return undefined;
    const ask = async (zone: string): Promise<void> => {
      const answer = await punctual.readZone(zone);
      if (answer.ok && !left) learnClock(answer.value);
    };
    for (const zone of wanted.split(" ")) void ask(zone);
    return () => {
      left = true;
    };
  }, [punctual, wanted, isLost]);
};
