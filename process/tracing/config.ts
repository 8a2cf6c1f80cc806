// The part of a process's configuration that is about traces; the names are OpenTelemetry's own. Used by the config.ts of each process.
import * as z from "zod";
import { optional } from "../config.ts";

/** Spread into a process's schema. Without an endpoint nothing is traced. */
export const tracingFields = {
  OTEL_EXPORTER_OTLP_ENDPOINT: optional(
    z.url({
      protocol: /^https?$/,
      error: "must be the URL of an OTLP collector, such as http://127.0.0.1:4318",
    }),
  ),
  /** Which part of the requests that begin here is traced, 0 to 1. */
  OTEL_TRACES_SAMPLER_ARG: z.coerce
    .number("must be a number from 0 to 1")
    .min(0)
    .max(1)
    .default(0.01),
};
