// Which date a repeating task has gone on to, as a sentence. Called by workspace.ts.
import type { Settings } from "../../domain/settings.ts";
import type { Store } from "../store/store.ts";
import { localDue, nowIn } from "../time/due.ts";
import { sayDue } from "../time/say.ts";
import { wishesWords } from "../words/wishes.ts";

/** ` Next: Monday 09:00.`, to stand behind another sentence; empty when the task has no date to come. */
export const sayNext =
  ({ timeZone, locale }: Pick<Settings, "timeZone" | "locale">) =>
  (store: Store, taskId: string): string => {
    const task = store.read().tasks.get(taskId);
    if (!task?.due || task.status === "done") return "";
    const now = nowIn(timeZone, new Date());
    return wishesWords.next(sayDue(localDue(task.due, timeZone), now, locale));
  };
