// Says that there is a new version of the page, which a click loads; the open page goes on until then. Called by background.tsx.
import { useEffect } from "react";
import { renew, startWorker, watchForNew } from "../pwa/worker.ts";
import { useAppState, useWorkspace } from "./context.ts";
import { shellWords } from "../words/shell.ts";

/** A page that is open for days asks this often whether there is a newer one. */
const everyMs = 60 * 60 * 1_000;

/** Keeps the service worker up to date and tells of a new version, once. */
export const useNewVersion = (): void => {
  const { store } = useWorkspace();
  const { connection } = useAppState();
  const isOutdated = connection === "outdated";
  useEffect(() => {
    let stop = (): void => undefined;
    let left = false;
    const tell = (): void => {
      const text = shellWords.newVersion;
      const action = { label: shellWords.reload, run: () => void renew() };
      const notice = { id: "new-version", tone: "lasting" as const, text, action };
      if (store.read().notices.some(({ id }) => id === notice.id)) return;
      store.dispatch({ type: "noticed", notice });
    };
    if (isOutdated) {
      tell();
      return undefined;
    }
    void startWorker().then((registration) => {
      if (left || registration === null) return;
      const stopWatching = watchForNew(registration, tell);
      const timer = setInterval(() => void registration.update().catch(() => undefined), everyMs);
      stop = () => {
        stopWatching();
        clearInterval(timer);
      };
    });
    return () => {
      left = true;
      stop();
    };
  }, [store, isOutdated]);
};
