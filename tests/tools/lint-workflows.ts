// `npm run lint:workflows`: the workflows for GitHub Actions, read by actionlint, which is built on first use. Run by ci.yml, too.
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { complain, say } from "../../platform/print.ts";
import { goTool } from "./go-tools.ts";

const folder = fileURLToPath(new URL("../../.github/workflows", import.meta.url));

try {
  const program = join(await goTool("actionlint"), "actionlint");
  const files = readdirSync(folder).map((name) => join(folder, name));
  const { status, error } = spawnSync(program, files, { stdio: "inherit", timeout: 60_000 });
  if (error) throw error;
  if (status === 0) say(`ok: ${files.length} workflows`);
  process.exitCode = status ?? 1;
} catch (error) {
  complain((error as Error).message);
  process.exitCode = 1;
}
