// Short sentences about what has just happened, with a way back. Called by home.tsx.
import { useEffect } from "react";
import type { Notice as NoticeState } from "../store/state.ts";
import { useAppState, useWorkspace } from "./context.ts";
import { Icon } from "./icon.tsx";
import { shellWords } from "../words/shell.ts";

/** Long enough to find Undo; a problem stays longer: it takes reading. What lasts stays until it is closed. */
const shownMs = { info: 10_000, problem: 12_000, lasting: null };

const Notice = ({ notice }: { notice: NoticeState }) => {
  const { store } = useWorkspace();
  const { id, tone, text, action } = notice;
  const close = (): void => store.dispatch({ type: "notice_closed", id });
  useEffect(() => {
    const forMs = shownMs[tone];
    if (forMs === null) return undefined;
    const timer = setTimeout(() => store.dispatch({ type: "notice_closed", id }), forMs);
    return () => clearTimeout(timer);
  }, [store, id, tone]);
  return (
    <div className={`notice notice--${tone}`} role={tone === "problem" ? "alert" : "status"}>
      <span>{text}</span>
      {action && (
        <button
          className="notice__action"
          type="button"
          onClick={() => {
            close();
            action.run();
          }}
        >
          {action.label}
        </button>
      )}
      <button className="icon-button" type="button" aria-label={shellWords.dismiss} onClick={close}>
        <Icon name="close" />
      </button>
    </div>
  );
};

export const Notices = () => {
  const { notices } = useAppState();
  return (
    <section className="notices" aria-label={shellWords.notices}>
      {notices.map((notice) => (
        <Notice key={notice.id} notice={notice} />
      ))}
    </section>
  );
};
