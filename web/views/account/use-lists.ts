// Where a person is signed in and what happened to the account, as last read. Called by account.tsx.
import { useEffect, useState } from "react";
import {
  type AccountEventDoc,
  readAccountEvents,
  readSessions,
  type SessionDoc,
} from "../../api/own-account.ts";

const pageSize = 20;

export type Lists = ReturnType<typeof useLists>;

export const useLists = () => {
  const [sessions, setSessions] = useState<readonly SessionDoc[]>([]);
  const [events, setEvents] = useState<readonly AccountEventDoc[]>([]);
  const [hasMore, setHasMore] = useState(false);

  const take = (page: readonly AccountEventDoc[], before: readonly AccountEventDoc[]): void => {
    setEvents([...before, ...page]);
    setHasMore(page.length === pageSize);
  };
  const read = (): void => {
    void readSessions().then((answer) => answer.ok && setSessions(answer.value.sessions));
    void readAccountEvents().then((answer) => answer.ok && take(answer.value.events, []));
  };
  useEffect(() => {
    void readSessions().then((answer) => answer.ok && setSessions(answer.value.sessions));
    void readAccountEvents().then((answer) => {
      if (!answer.ok) return;
      setEvents(answer.value.events);
      setHasMore(answer.value.events.length === pageSize);
    });
  }, []);
  return {
    sessions,
    events,
    hasMore,
    /** Something was changed that may show in them. */
    again: read,
    more: (): void =>
      void readAccountEvents(events.at(-1)?.id).then(
        (answer) => answer.ok && take(answer.value.events, events),
      ),
  };
};
