// A digest or a summary in one sentence for the page. Pure; called by frames.ts.
import type { Notice as FeedNotice } from "../../domain/update.ts";
import type { Notice } from "./state.ts";
import { alertsWords } from "../words/alerts.ts";

/** The notice to show. The digest's tasks are on the page already, so it only points there. */
export const sayNotice = ({ id, kind, title, text }: FeedNotice, taskCount: number): Notice => ({
  id,
  tone: "lasting",
  text:
    kind === "digest"
      ? taskCount === 0
        ? alertsWords.digestEmpty
        : alertsWords.digest
      : `${title}: ${text}`,
});
