// The page's side of the service worker: starts it, hears of a new version, and goes over to it when the person wants to. Called by
// views/use-new-version.ts and push/subscribe.ts.

/** Registers the worker; null where there can be none (no https, nor localhost). */
export const startWorker = async (): Promise<ServiceWorkerRegistration | null> => {
  const container = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  return (await container?.register("/sw.js").catch(() => null)) ?? null;
};

/** Calls `onNew` when another version waits to take over. A first worker has nobody to take over from. */
export const watchForNew = (
  registration: ServiceWorkerRegistration,
  onNew: () => void,
): (() => void) => {
  const { serviceWorker } = navigator;
  const look = (): void => {
    if (registration.waiting && serviceWorker.controller) onNew();
  };
  const onFound = (): void => registration.installing?.addEventListener("statechange", look);
  look();
  registration.addEventListener("updatefound", onFound);
  return () => registration.removeEventListener("updatefound", onFound);
};

const installMs = 10_000;

/** Resolves when the worker waits, or there is none to come. */
const installed = async (registration: ServiceWorkerRegistration): Promise<void> => {
  const { installing } = registration;
  if (!installing) return;
  const late = new Promise<void>((resolve) => setTimeout(resolve, installMs));
  const done = new Promise<void>((resolve) =>
    installing.addEventListener("statechange", () => resolve()),
  );
  await Promise.race([done, late]);
};

/** Loads the page in its newest version, whatever it takes: where none waits and none is found, without the worker. */
export const renew = async (): Promise<void> => {
  const container = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  const registration = await container?.getRegistration("/");
  if (!container || !registration) return location.reload();
  if (!registration.waiting) {
    await registration.update().catch(() => undefined);
    await installed(registration);
  }
  if (!registration.waiting) {
    await registration.unregister();
    return location.reload();
  }
  container.addEventListener("controllerchange", () => location.reload(), { once: true });
  registration.waiting.postMessage({ type: "take-over" }, { transfer: [] });
};
