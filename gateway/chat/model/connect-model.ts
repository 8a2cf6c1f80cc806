// From the configuration to the interpreter with a model. Called by main.ts.
import type { Logger } from "pino";
import { createInterpret } from "../interpret.ts";
import type { ReadByRules } from "../reader/reader.ts";
import type { Interpret } from "../interpretation.ts";
import { createBreaker } from "./breaker.ts";
import { type BudgetOptions, createBudget } from "./budget.ts";
import { createByModel } from "./by-model.ts";
import { createEndpoint, type EndpointOptions } from "./endpoint.ts";

export type ModelOptions = EndpointOptions & BudgetOptions & { timeoutMs: number };

/** The interpreter of this process: the grammar alone where no model is configured. */
export const connectModel = (
  options: ModelOptions | null,
  log: Logger,
  readByRules: ReadByRules,
): Interpret => {
  if (options === null) return createInterpret(null, log, readByRules);
  const now = () => new Date();
  const byModel = createByModel({
    endpoint: createEndpoint(options),
    budget: createBudget(options, now),
    breaker: createBreaker(now),
    timeoutMs: options.timeoutMs,
  });
  return createInterpret(byModel, log, readByRules);
};
