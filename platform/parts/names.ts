// Before step 1: the apps of the stack and the ports that are given out. Read by stack.ts and parts/.

/** Our three apps; each has a folder with a main.ts. */
export const appNames = ["actors", "gateway", "consumers"] as const;
export type AppName = (typeof appNames)[number];

/**
 * Those with a sidecar of their own: it calls them. The gateway only calls actors, and does that through their sidecar, which on one machine
 * saves each write a process on its way. In a cluster each pod has its own.
 */
export const sidecarOf = { actors: "actors", gateway: "actors", consumers: "consumers" } as const;

export const hasSidecar = (app: AppName): boolean => sidecarOf[app] === app;

/** Every port but the web page's, by the name under which it is remembered. */
export const portNames = [
  "postgres",
  "kafka",
  "kafka-controller",
  "placement",
  "placement-health",
  "placement-raft",
  "scheduler",
  "scheduler-health",
  "scheduler-client",
  "scheduler-peer",
  ...appNames.flatMap((app) =>
    hasSidecar(app)
      ? [app, `${app}-http`, `${app}-grpc`, `${app}-internal`, `${app}-metrics`]
      : [app, `${app}-metrics`],
  ),
] as const;
