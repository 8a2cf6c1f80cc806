// One message and its answer, with the way back. Called by entries.tsx.
import { memo, useState } from "react";
import type { Turn } from "../../../domain/conversation.ts";
import type { Remedy } from "../../store/conversation.ts";
import { useWorkspace } from "../context.ts";
import { type OnHistory, Reply } from "./reply.tsx";
import { chatWords } from "../../words/chat.ts";
import { useLanguage } from "../use-language.ts";

type Props = {
  turn: Turn;
  /** What can be done about it, as two plain values: a turn that did not change is not drawn again. */
  remedy: Remedy["is"] | null;
  remedyId: string | null;
  /** Its changes were taken back and not brought back since. */
  isUndone: boolean;
  onTask: (taskId: string) => void;
  onHistory: OnHistory;
};

export const TurnView = memo(({ turn, remedy, remedyId, isUndone, onTask, onHistory }: Props) => {
  useLanguage();
  const { rewind } = useWorkspace();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const apply = async (is: Remedy["is"], correlationId: string): Promise<void> => {
    setBusy(true);
    setProblem(await rewind.remedy({ is, correlationId }));
    setBusy(false);
  };
  return (
    <li className={`exchange ${isUndone ? "is-undone" : ""}`}>
      {turn.message !== "" && (
        <p className="bubble bubble--me">
          <span className="unseen">{chatWords.youSaid}</span>
          {turn.message}
        </p>
      )}
      <Reply
        turn={turn}
        remedy={remedy}
        isUndone={isUndone}
        busy={busy}
        onRemedy={() => {
          if (remedy !== null && remedyId !== null) void apply(remedy, remedyId);
        }}
        onTask={onTask}
        onHistory={onHistory}
      />
      {problem !== null && (
        <p className="error" role="alert">
          {problem}
        </p>
      )}
    </li>
  );
});
TurnView.displayName = "TurnView";
