// `npm run test:operations`: what an operator's tools see of a running stack. Builds those tools first (minutes the first time), then runs
// the tests that end in .operations.test.ts; arguments go to vitest. Not part of `npm test`: it needs Go and takes minutes.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { complain } from "../../platform/print.ts";
import { goTool } from "../tools/go-tools.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

try {
  await goTool("prometheus");
  await goTool("otelcol");
  const tool = join(root, "node_modules", "vitest", "vitest.mjs");
  const args = [tool, "run", "--project", "operations", ...process.argv.slice(2)];
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: "inherit" });
  process.exitCode = status ?? 1;
} catch (error) {
  complain((error as Error).message);
  process.exitCode = 1;
}
