// Which test files a run was asked for. Called by the global setups.
import type { TestProject } from "vitest/node";

/** Which files were asked for on the command line; vitest keeps it to itself. Unknown means all. */
type Asked = { filenamePattern?: string[] };

/** Whether any file of a project was asked for: a setup without is in vain. */
export const hasTests = async (project: TestProject): Promise<boolean> => {
  const { filenamePattern = [] } = project.vitest as unknown as Asked;
  const { testFiles } = await project.globTestFiles(filenamePattern);
  return testFiles.length > 0;
};
