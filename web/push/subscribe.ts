// Has this browser pushed to, or no longer. Called by the settings.
import { newTicket, type Punctual } from "../api/punctual.ts";
import { startWorker } from "../pwa/worker.ts";
import { sentence } from "../words/sentence.ts";
import { shellWords } from "../words/shell.ts";

/** `unsupported`: this browser, or this address (not https), has no push. `blocked`: its person refused notifications. */
export type PushState = "unsupported" | "blocked" | "off" | "on";

export type PushResult = { ok: true; state: PushState } | { ok: false; reason: string };

const isSupported = (): boolean =>
  "serviceWorker" in navigator && "PushManager" in globalThis && "Notification" in globalThis;

/** How push stands in this browser. */
export const readPushState = async (): Promise<PushState> => {
  if (!isSupported()) return "unsupported";
  if (Notification.permission === "denied") return "blocked";
  const known = await navigator.serviceWorker.getRegistration("/");
  const subscription = await known?.pushManager.getSubscription();
  return subscription && Notification.permission === "granted" ? "on" : "off";
};

/** Asks the person, then the browser's push service, then tells the gateway. */
export const startPush = async (punctual: Punctual): Promise<PushResult> => {
  const permission = await Notification.requestPermission();
  if (permission !== "granted") return { ok: true, state: "blocked" };
  const key = await punctual.readPushKey();
  if (!key.ok) return { ok: false, reason: sentence(key.problem.message) };
  try {
    await startWorker();
    const { pushManager } = await navigator.serviceWorker.ready;
    const options = { userVisibleOnly: true, applicationServerKey: key.value.publicKey };
    // A subscription made with another key (a new installation) would be refused for ever.
    await (await pushManager.getSubscription())?.unsubscribe();
    const subscription = await pushManager.subscribe(options);
    const told = await punctual.subscribeToPush(subscription.toJSON(), newTicket());
    return told.ok
      ? { ok: true, state: "on" }
      : { ok: false, reason: sentence(told.problem.message) };
  } catch {
    return { ok: false, reason: shellWords.push.unreachable };
  }
};

/** Ends the pushes to this browser. */
export const stopPush = async (punctual: Punctual): Promise<PushResult> => {
  if (!isSupported()) return { ok: true, state: "unsupported" };
  const known = await navigator.serviceWorker.getRegistration("/");
  const subscription = await known?.pushManager.getSubscription();
  if (!subscription) return { ok: true, state: "off" };
  const told = await punctual.unsubscribeFromPush(subscription.endpoint, newTicket());
  // An account that is no more, or signed out: the gateway pushes to it no longer, and the browser is to forget it too.
  if (!told.ok && told.problem.status !== 401)
    return { ok: false, reason: sentence(told.problem.message) };
  await subscription.unsubscribe();
  return { ok: true, state: "off" };
};
