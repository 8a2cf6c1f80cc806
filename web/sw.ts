// The page's service worker: keeps the page's own files, so that it opens without a line; shows what the channel push brings while no page is
// open, and opens the task on a click. Built to /sw.js, so that its scope is the whole site. A new one waits until a page says `take-over`.
import { linkOf, readPush } from "./push/notification.ts";
import { answerFrom, forgetOld, keepShell, type Shell, sourceOf } from "./pwa/shell.ts";

declare const builtShell: Shell;

/** The part of a service worker's world that is used; the page's own types are those of a window. */
type Worker = {
  location: { origin: string };
  navigator: { language: string };
  registration: ServiceWorkerRegistration;
  skipWaiting: () => Promise<void>;
  clients: {
    claim: () => Promise<void>;
    matchAll: (of: object) => Promise<
      {
        focus?: () => Promise<unknown>;
        postMessage: (data: object, options: { transfer: [] }) => void;
      }[]
    >;
    openWindow: (url: string) => Promise<unknown>;
  };
  addEventListener: (type: string, listener: (event: WorkerEvent) => void) => void;
};
type WorkerEvent = Event & {
  waitUntil: (work: Promise<unknown>) => void;
  respondWith: (answer: Promise<Response>) => void;
  /** Not in every browser. */
  addRoutes?: (routes: object[]) => Promise<void>;
  request: Request;
  data?: { text: () => string } | null;
  notification: Notification;
};

const worker = globalThis as unknown as Worker;

worker.addEventListener("install", (event) => {
  // Else each request of the page would wake the worker, only to hear that it has no word in it.
  const passed = event.addRoutes?.([
    { condition: { urlPattern: { pathname: "/api/*" } }, source: "network" },
  ]);
  event.waitUntil(Promise.all([keepShell(builtShell), passed?.catch(() => undefined)]));
});

worker.addEventListener("activate", (event) =>
  event.waitUntil(Promise.all([forgetOld(builtShell), worker.clients.claim()])),
);

worker.addEventListener("message", (event) => {
  const said = (event as Event as MessageEvent<{ type?: string } | null>).data;
  if (said?.type === "take-over") event.waitUntil(worker.skipWaiting());
});

worker.addEventListener("fetch", (event) => {
  const source = sourceOf(event.request, worker.location.origin);
  if (source !== null) event.respondWith(answerFrom(source, event.request, builtShell));
});

worker.addEventListener("push", (event) => {
  // A push that shows nothing costs the site its permission: what cannot be read is still told.
  const language = worker.navigator.language.startsWith("de") ? "de" : "en";
  const { title, ...options } = readPush(event.data?.text() ?? "", language);
  event.waitUntil(worker.registration.showNotification(title, options));
});

worker.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(show((event.notification.data as { taskId?: string } | null)?.taskId ?? null));
});

/** Brings an open page to the front and names the task to it, or opens one. */
const show = async (taskId: string | null): Promise<void> => {
  const [page] = await worker.clients.matchAll({ type: "window" });
  if (page?.focus === undefined) {
    await worker.clients.openWindow(linkOf(taskId));
    return;
  }
  await page.focus();
  if (taskId !== null) page.postMessage({ type: "show-task", taskId }, { transfer: [] });
};
