// The page's service worker: shows what the channel push brings while no page is open, and opens the task on a click.
// Built to /sw.js, so that its scope is the whole site. It keeps nothing and answers no requests.
import { linkOf, readPush } from "./push/notification.ts";

/** The part of a service worker's world that is used; the page's own types are those of a window. */
type Worker = {
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
  data?: { text: () => string } | null;
  notification: Notification;
};

const worker = globalThis as unknown as Worker;

worker.addEventListener("install", (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener("activate", (event) => event.waitUntil(worker.clients.claim()));

worker.addEventListener("push", (event) => {
  // A push that shows nothing costs the site its permission: what cannot be read is still told.
  const { title, ...options } = readPush(event.data?.text() ?? "");
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
