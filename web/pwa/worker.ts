// The page's side of the service worker: starts it, hears of a new version, and goes over to it when the person wants to. Called by
// views/use-new-version.ts and push/subscribe.ts.

/** Another version has come to this page since it was loaded, by a click in another tab. */
let tookOver = false;
const onTakeOver = (): void => {
  tookOver = true;
};

/** Registers the worker; null where there can be none (no https, nor localhost). */
export const startWorker = async (): Promise<ServiceWorkerRegistration | null> => {
  const container = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  if (container?.controller) container.addEventListener("controllerchange", onTakeOver);
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

type Found = { waits: boolean; came: boolean; installs: boolean; tookOver: boolean };

/**
 * How the page gets to its newest version. `came`: a newer worker was found just now; it may wait (`waits`), still be coming (`installs`), or
 * have been brought in by another tab (`tookOver`). Only where it came and could not be installed the worker stands in the way.
 */
export const wayToRenew = ({
  waits,
  came,
  installs,
  tookOver: isOver,
}: Found): "take over" | "reload" | "without worker" => {
  if (waits) return "take over";
  return came && !installs && !isOver ? "without worker" : "reload";
};

/** Loads the page in its newest version, whatever it takes: where one is found that cannot be installed, without the worker. */
export const renew = async (): Promise<void> => {
  const container = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  const registration = await container?.getRegistration("/");
  if (!container || !registration) return location.reload();
  let came = false;
  if (!registration.waiting) {
    came = await registration.update().then(
      () => registration.installing !== null,
      () => false,
    );
    await installed(registration);
  }
  const { waiting, installing } = registration;
  const way = wayToRenew({
    waits: waiting !== null,
    came,
    installs: installing !== null,
    tookOver,
  });
  if (way === "take over") {
    container.addEventListener("controllerchange", () => location.reload(), { once: true });
    return waiting?.postMessage({ type: "take-over" }, { transfer: [] });
  }
  if (way === "without worker") await registration.unregister();
  location.reload();
};
