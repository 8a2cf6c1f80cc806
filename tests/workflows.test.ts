// What holds for every workflow beyond its form: nothing of others that can be moved, no more rights than needed, no logic that cannot run here.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = `${root}.github/workflows/`;
const workflows = readdirSync(folder).map((name) => [
  name,
  readFileSync(`${folder}${name}`, "utf8"),
]);
const scripts = Object.keys(
  (JSON.parse(readFileSync(`${root}package.json`, "utf8")) as { scripts: object }).scripts,
);
/** Scripts that come with the images and the chart. */
const known = new Set([...scripts, "images", "test:containers", "test:chart"]);

test("every action of others is pinned by its commit and says which version that is", () => {
  const uses = workflows.flatMap(([name, text = ""]) =>
    [...text.matchAll(/uses: (.*)$/gm)].map(([, use = ""]) => ({ name, use })),
  );
  expect(uses.length).toBeGreaterThan(20);
  const loose = uses.filter(
    ({ use }) => !use.startsWith("./") && !/^[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(use),
  );
  expect(loose).toEqual([]);
  // One version of each everywhere.
  const pins = new Map<string, Set<string>>();
  for (const { use } of uses) {
    const [action = "", commit = ""] = use.split("@");
    pins.set(action, (pins.get(action) ?? new Set()).add(commit));
  }
  expect([...pins].filter(([, commits]) => commits.size > 1)).toEqual([]);
});

test("a workflow has no rights, and each of its jobs names those it needs and ends in time", () => {
  for (const [name, text = ""] of workflows) {
    expect([name, /^permissions: \{\}$/m.test(text)]).toEqual([name, true]);
    const jobs = text
      .slice(text.indexOf("\njobs:\n"))
      .split(/\n {2}(?=[\w-]+:\n)/)
      .slice(1);
    expect(jobs.length).toBeGreaterThan(0);
    for (const job of jobs) {
      expect([name, job.split(":")[0], /\n {4}permissions:\n/.test(job)]).toEqual([
        name,
        job.split(":")[0],
        true,
      ]);
      expect(job).toMatch(/timeout-minutes: \d+|uses: \.\/\.github\/workflows/);
    }
    expect(text).not.toMatch(/pull_request_target|write-all/);
  }
});

test("every step runs a script of ours, one that is there and may be run, and no text of others is put into a shell", () => {
  for (const [name, text = ""] of workflows)
    for (const [, line = ""] of text.matchAll(/ run: (.*)$/gm)) {
      expect([name, line, /github\.event|inputs\.|head_ref/.test(line)]).toEqual([
        name,
        line,
        false,
      ]);
      const [, npm = ""] = /^npm (?:run )?([\w:-]+)$/.exec(line) ?? [];
      const [, file] = /^(\.github\/scripts\/[\w-]+\.sh)(?: |$)/.exec(line) ?? [];
      const mode = file === undefined ? 0 : statSync(`${root}${file}`).mode;
      const isOurs = known.has(npm) || (mode & 0o111) !== 0;
      expect([name, line, isOurs]).toEqual([name, line, true]);
    }
});
