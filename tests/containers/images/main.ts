// `npm run images:stand-ins`: where a public image can be had from no registry, one is made under its name, of Debian's, npm's,
// Go's and Maven's packages. They are for building and testing on such a machine, not for running Punctual.
import { cpSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { canHave, docker } from "../../../containers/docker.ts";
import { complain, partLine, say, seconds, stopwatch } from "../../../platform/print.ts";
import { lay } from "./contexts.ts";
import { debian, makeDebian } from "./debian.ts";
import { inFolder } from "./folder.ts";
import { type ImageVariable, imageOf, imageVariables } from "../../../containers/public-images.ts";

const here = fileURLToPath(new URL(".", import.meta.url));

const folderOf = (variable: ImageVariable): string => variable.replace("_IMAGE", "").toLowerCase();

const make = async (variable: ImageVariable): Promise<void> => {
  const took = stopwatch();
  await inFolder(async (folder) => {
    cpSync(join(here, folderOf(variable)), folder, { recursive: true });
    await lay[variable](folder);
    const args = ["build", "--quiet", "--build-arg", `DEBIAN=${debian}`];
    await docker([...args, "--tag", imageOf(variable), folder], { timeoutMs: 600_000 });
  });
  say(partLine(folderOf(variable), `${imageOf(variable)} made in ${seconds(took())}`));
};

try {
  const missing: ImageVariable[] = [];
  for (const variable of imageVariables)
    if (!(await canHave(imageOf(variable)))) missing.push(variable);
  if (missing.length > 0) await makeDebian();
  for (const variable of missing) await make(variable);
  if (missing.length === 0) say("every public image is here");
} catch (error) {
  complain((error as Error).message);
  process.exitCode = 1;
}
