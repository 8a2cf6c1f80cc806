// The turns and the open messages in their order, with a heading where a new day begins. Called by panel.tsx.
import { Fragment, useMemo } from "react";
import type { Exchange } from "../../store/chat.ts";
import { type Entry, newDays, remedyOf, type Standing } from "../../store/conversation.ts";
import { sayDay } from "../../time/say.ts";
import { wallClock } from "../../time/zone.ts";
import { useNow, useWorkspace } from "../context.ts";
import { ExchangeView } from "./exchange.tsx";
import type { OnHistory } from "./reply.tsx";
import { TurnView } from "./turn.tsx";
import { chatWords } from "../../words/chat.ts";

type Props = {
  entries: readonly Entry[];
  standing: Standing;
  /** Old turns come in: nobody needs to hear them read out. */
  isQuiet: boolean;
  onTask: (taskId: string) => void;
  onHistory: OnHistory;
  onRepeat: (exchange: Exchange) => void;
};

export const Entries = ({ entries, standing, isQuiet, onTask, onHistory, onRepeat }: Props) => {
  const { settings } = useWorkspace();
  const now = useNow();
  const { zone } = now;
  const today = now.wall.slice(0, 10);
  const days = useMemo(() => {
    const turns = entries.flatMap((entry) => (entry.is === "turn" ? [entry.turn] : []));
    const dayOf = (at: string): string => wallClock(new Date(at), zone).slice(0, 10);
    return newDays(turns, dayOf, today);
  }, [entries, zone, today]);
  return (
    <div role="log" aria-live={isQuiet ? "off" : "polite"} aria-label={chatWords.log}>
      <ol className="exchanges">
        {entries.map((entry) => {
          if (entry.is === "exchange")
            return (
              <ExchangeView
                key={entry.exchange.ticket.key}
                exchange={entry.exchange}
                onRepeat={onRepeat}
              />
            );
          const day = days.get(entry.turn.id);
          const remedy = remedyOf(entry.turn, standing);
          return (
            <Fragment key={entry.turn.id}>
              {day !== undefined && (
                <li className="exchanges__day">{sayDay(day, now, settings.locale)}</li>
              )}
              <TurnView
                turn={entry.turn}
                remedy={remedy?.is ?? null}
                remedyId={remedy?.correlationId ?? null}
                isUndone={standing.back.has(entry.turn.correlationId)}
                onTask={onTask}
                onHistory={onHistory}
              />
            </Fragment>
          );
        })}
      </ol>
    </div>
  );
};
