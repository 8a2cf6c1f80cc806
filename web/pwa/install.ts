// Whether the page can be put on the home screen or the desktop, and doing so. Watched from main.ts on; called by the settings.

/** The event Chromium's browsers keep for later (Web App Manifest, incubations: BeforeInstallPromptEvent). */
type InstallEvent = Event & {
  prompt: () => Promise<{ outcome: "accepted" | "dismissed" }>;
};

/** `offered`: a click installs it. `by-hand`: the browser's own menu does (Safari on iPhones and iPads). `no`: it is installed, or cannot be. */
export type Installing = "offered" | "by-hand" | "no";

let offer: InstallEvent | null = null;
const listeners = new Set<() => void>();

const tell = (): void => {
  for (const listener of listeners) listener();
};

/** Keeps the browser's offer: it comes once, soon after the page is opened. */
export const watchInstall = (): void => {
  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    offer = event as InstallEvent;
    tell();
  });
  addEventListener("appinstalled", () => {
    offer = null;
    tell();
  });
};

export const onInstall = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** What can be done now. */
export const readInstall = (): Installing => {
  if (offer !== null) return "offered";
  const isBrowserOfIos = (navigator as { standalone?: boolean }).standalone === false;
  return isBrowserOfIos ? "by-hand" : "no";
};

/** Asks the person, by the browser's own question. */
export const install = async (): Promise<void> => {
  const asked = offer;
  offer = null;
  await asked?.prompt();
  tell();
};
