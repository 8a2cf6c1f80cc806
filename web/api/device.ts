// Which device this is, for the log and for telling own changes from others'. Called once by workspace.ts.
import { v4 } from "uuid";

const key = "punctual.device";
let chosen: string | null = null;

/** A random name kept in this browser. Where storage is forbidden it lasts as long as the page. */
export const deviceId = (): string => {
  chosen ??= stored() ?? remember(`web-${v4()}`);
  return chosen;
};

const stored = (): string | null => {
  try {
    const found = localStorage.getItem(key);
    return found !== null && /^[\w-]{1,64}$/.test(found) ? found : null;
  } catch {
    return null;
  }
};

const remember = (id: string): string => {
  try {
    localStorage.setItem(key, id);
  } catch {
    // Storage is full or forbidden: the id then lives as long as the page.
  }
  return id;
};
