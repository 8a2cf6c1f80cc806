// Holds a page against axe's rules for people who do not see it, or not well. Called by the browser tests.
import axe from "axe-core";
import type { Page } from "playwright-core";

/** What the rules of WCAG 2.2 A and AA and axe's best practices find, each with the places; empty when all is well. */
export const faultsOf = async (page: Page): Promise<string[]> => {
  // Not as a script of the page: its security policy allows no such thing.
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { axe: rules } = globalThis as unknown as { axe: typeof import("axe-core") };
    const { violations } = await rules.run(document, { resultTypes: ["violations"] });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")} ${failureSummary}`),
    );
  });
};
