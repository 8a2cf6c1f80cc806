// Before step 1: the apps of the stack and the ports that are given out. Read by stack.ts and parts/.

/** Our three apps; each has a folder with a main.ts and a sidecar of its own. */
export const appNames = ["actors", "gateway", "consumers"] as const;
export type AppName = (typeof appNames)[number];

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
  ...appNames.flatMap((app) => [app, `${app}-http`, `${app}-grpc`, `${app}-internal`]),
] as const;
