// Remembers which digests and summaries this device has shown: the feed repeats them after a reload. Called by workspace.ts.
import type { ServerFrame } from "../../domain/frame.ts";

const key = "punctual.notices";
const limit = 20;

const readHeard = (storage: Storage): string[] => {
  try {
    const kept: unknown = JSON.parse(storage.getItem(key) ?? "[]");
    return Array.isArray(kept) ? kept.map(String) : [];
  } catch {
    return [];
  }
};

/** True for a frame that is worth showing: every one but a notice that was shown on this device before. */
export const isNews = (frame: ServerFrame, storage: Storage = localStorage): boolean => {
  if (frame.type !== "notice") return true;
  const heard = readHeard(storage);
  if (heard.includes(frame.notice.id)) return false;
  try {
    storage.setItem(key, JSON.stringify([...heard, frame.notice.id].slice(-limit)));
  } catch {
    // Storage is full or forbidden: the notice may then show again after a reload.
  }
  return true;
};
