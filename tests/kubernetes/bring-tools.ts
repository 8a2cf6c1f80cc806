// Before the chart's tests: their tools and the sources of their schemas are there, so that no test's own deadline has to bear a build or a download.
// Called by vitest.
import { bringSources } from "./schemas.ts";
import { findTool, helm, kubeconform } from "./tools.ts";

/** Vitest calls it once, before the first test. */
export const setup = async (): Promise<void> => {
  for (const tool of [helm, kubeconform]) await findTool(tool);
  await bringSources();
};
