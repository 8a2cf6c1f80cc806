// The part of a process's configuration that is about /metrics. Used by the config.ts of each process.
import * as z from "zod";
import { optional, Port } from "../config.ts";

/** Spread into a process's schema. Without METRICS_PORT nothing listens. */
export const metricsFields = {
  METRICS_PORT: optional(Port),
  METRICS_HOST: z.string().min(1).default("127.0.0.1"),
  METRICS_TOKEN: optional(z.string().min(16, "must be at least 16 characters long")),
};

type MetricsConfig = {
  METRICS_PORT?: number | undefined;
  METRICS_HOST: string;
  METRICS_TOKEN?: string | undefined;
};

const isLoopback = (host: string): boolean => /^(localhost|127(\.\d+){3}|::1)$/.test(host);

/** Refines a process's schema: who may reach it from another machine has to know the token. */
export const metricsAreGuarded = (config: MetricsConfig): boolean =>
  config.METRICS_PORT === undefined ||
  config.METRICS_TOKEN !== undefined ||
  isLoopback(config.METRICS_HOST);

/** What to say when `metricsAreGuarded` is false. */
export const metricsUnguarded = {
  path: ["METRICS_TOKEN"],
  error: "must be given when METRICS_HOST is not a loopback address",
};
