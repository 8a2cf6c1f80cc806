// The import walls of docs/design.md, proven: for each one a file that crosses it is linted and must be refused.
import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";

const root = resolve(fileURLToPath(new URL("..", import.meta.url)));

const refused: [file: string, imports: string][] = [
  ["domain/x.ts", "../gateway/app.ts"],
  ["domain/deep/x.ts", "../../database/pool.ts"],
  ["domain/x.ts", "node:fs"],
  ["domain/x.ts", "kafkajs"],
  ["domain/x.ts", "../sidecar/client.ts"],
  ["domain/x.ts", "../process/loop.ts"],
  ["process/x.ts", "../database/pool.ts"],
  ["process/x.ts", "../sidecar/client.ts"],
  ["web/x.ts", "../process/loop.ts"],
  ["kafka/x.ts", "../database/pool.ts"],
  ["kafka/x.ts", "kafkajs"],
  ["sidecar/x.ts", "../actors/client.ts"],
  ["actors/x.ts", "../database/pool.ts"],
  ["actors/x.ts", "../kafka/topic-id.ts"],
  ["actors/task/x.ts", "../../gateway/app.ts"],
  ["actors/x.ts", "pg"],
  ["gateway/x.ts", "../consumers/app.ts"],
  ["gateway/x.ts", "../actors/host.ts"],
  ["gateway/x.ts", "../sidecar/client.ts"],
  ["gateway/routes/x.ts", "../../actors/task/decide.ts"],
  ["gateway/feed/x.ts", "../../kafka/kafkajs.ts"],
  ["gateway/x.ts", "pg"],
  ["gateway/x.ts", "openai"],
  ["consumers/x.ts", "../gateway/app.ts"],
  ["consumers/x.ts", "../actors/host.ts"],
  ["consumers/audit/x.ts", "../../kafka/kafkajs.ts"],
  ["database/x.ts", "../gateway/app.ts"],
  ["web/x.ts", "../gateway/app.ts"],
  ["web/views/x.ts", "../../actors/client.ts"],
  ["web/x.ts", "node:fs"],
  ["platform/x.ts", "../gateway/app.ts"],
  ["platform/x.ts", "../kafka/kafkajs.ts"],
  ["platform/x.ts", "pg"],
  ["containers/x.ts", "../gateway/app.ts"],
  ["containers/x.ts", "../tests/client.ts"],
  ["gateway/x.ts", "prom-client"],
  ["domain/x.ts", "prom-client"],
  ["process/x.ts", "prom-client"],
  ["actors/x.ts", "@opentelemetry/api"],
  ["process/tracing/x.ts", "@opentelemetry/sdk-trace"],
  ["consumers/x.ts", "@dapr/dapr"],
  ["platform/x.ts", "@dapr/dapr"],
  ["gateway/x.ts", "nodemailer"],
  ["consumers/notify/x.ts", "nodemailer"],
  ["process/x.ts", "nodemailer"],
  ["platform/doctor/x.ts", "nodemailer"],
];

const allowed: [file: string, imports: string][] = [
  ["domain/y.ts", "./task.ts"],
  ["actors/y.ts", "../domain/task.ts"],
  ["actors/y.ts", "../sidecar/client.ts"],
  ["actors/task/y.ts", "../../sidecar/client.ts"],
  ["gateway/y.ts", "../actors/client.ts"],
  ["gateway/routes/y.ts", "../../actors/client.ts"],
  ["gateway/y.ts", "../database/pool.ts"],
  ["gateway/command/y.ts", "../../process/loop.ts"],
  ["consumers/y.ts", "../process/loop.ts"],
  ["actors/y.ts", "../process/config.ts"],
  ["database/y.ts", "../process/config.ts"],
  ["gateway/feed/kafka.ts", "../../kafka/kafkajs.ts"],
  ["gateway/chat/y.ts", "openai"],
  ["consumers/y.ts", "../actors/client.ts"],
  ["consumers/y.ts", "../sidecar/client.ts"],
  ["consumers/renewed/y.ts", "../../kafka/topic-id.ts"],
  ["consumers/kafka.ts", "../kafka/kafkajs.ts"],
  ["database/y.ts", "pg"],
  ["web/y.ts", "../domain/task.ts"],
  ["platform/kafka/topics.ts", "../../kafka/kafkajs.ts"],
  ["kafka/kafkajs.ts", "kafkajs"],
  ["tests/y.ts", "kafkajs"],
  ["process/metrics/instruments.ts", "prom-client"],
  ["process/tracing/otlp.ts", "@opentelemetry/sdk-trace"],
  ["sidecar/sdk.ts", "@dapr/dapr"],
  ["process/mail/transport.ts", "nodemailer"],
  ["gateway/y.ts", "../process/metrics/instruments.ts"],
];

const environment: [file: string, refused: boolean][] = [
  ["gateway/z.ts", true],
  ["actors/z.ts", true],
  ["domain/z.ts", true],
  ["gateway/config.ts", false],
  ["platform/z.ts", false],
  ["tests/z.ts", false],
];

let folder: string;
/** What the linter said: "file: message". */
let said: string[];
const slot = (file: string, index: number): string => file.replace(/(x|y)\.ts$/, `$1${index}.ts`);

const write = (file: string, text: string): void => {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "punctual-walls-"));
  copyFileSync(join(root, ".oxlintrc.json"), join(folder, ".oxlintrc.json"));
  for (const [index, [file, from]] of [...refused, ...allowed].entries()) {
    write(slot(file, index), `import { thing } from "${from}";\nexport const it = thing;\n`);
  }
  for (const [file] of environment) write(file, 'export const it = process.env["X"];\n');
  write("web/any.ts", "export const it = (x: any): unknown => x;\nconsole.log(it);\n");
  const tool = join(root, "node_modules", "oxlint", "bin", "oxlint");
  const { stdout } = spawnSync(process.execPath, [tool, "--format=json", "."], {
    cwd: folder,
    encoding: "utf8",
  });
  const { diagnostics } = JSON.parse(stdout) as {
    diagnostics: { filename: string; code: string }[];
  };
  said = diagnostics.map(({ filename, code }) => `${filename}: ${code}`);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(refused.map((one, index) => [...one, index] as const))(
  "%s may not import %s",
  (file, _from, index) => {
    expect(said).toContain(`${slot(file, index)}: eslint(no-restricted-imports)`);
  },
);

test.each(allowed.map((one, index) => [...one, refused.length + index] as const))(
  "%s may import %s",
  (file, _from, index) => {
    expect(said).not.toContain(`${slot(file, index)}: eslint(no-restricted-imports)`);
  },
);

test.each(environment)("reading the environment in %s: refused = %s", (file, isRefused) => {
  expect(said.includes(`${file}: node(no-process-env)`)).toBe(isRefused);
});

test("`any` and the console are refused", () => {
  expect(said).toContain("web/any.ts: typescript(no-explicit-any)");
  expect(said).toContain("web/any.ts: eslint(no-console)");
});

type Named = { message: string };
type Walls = {
  paths: (Named & { name: string })[];
  patterns: (Named & { regex?: string })[];
};
/** The settings of the linter, as far as they name files and packages. */
type Settings = {
  overrides: {
    files: string[];
    rules: { "no-restricted-imports"?: "off" | [string, Walls] };
  }[];
};
const readJson = (file: string): unknown => JSON.parse(readFileSync(join(root, file), "utf8"));

const { overrides } = readJson(".oxlintrc.json") as Settings;
const walls = overrides.flatMap(({ rules: { "no-restricted-imports": rule } }) =>
  Array.isArray(rule) ? [rule[1]] : [],
);
const missing = (places: string[]): string[] =>
  [...new Set(places)].filter((place) => !existsSync(join(root, place)));

test("no wall stands around a package, a file or a folder that is not there, or names one", () => {
  const { dependencies } = readJson("package.json") as { dependencies: object };
  const packages = walls.flatMap(({ paths }) => paths.map(({ name }) => name));
  expect([...new Set(packages)].filter((name) => !(name in dependencies))).toEqual([]);
  const places = overrides
    .flatMap(({ files }) => files)
    .map((file) => file.replace(/\/\*\*$/u, ""))
    .filter((file) => !file.includes("*"));
  expect(missing(places)).toEqual([]);
  const refusedFolders = walls.flatMap(({ patterns }) =>
    patterns.flatMap(({ regex = "" }) => {
      const [, folders = ""] = /\)\*\(\?:(.*)\)$/u.exec(regex) ?? [];
      return folders.split("|").filter(Boolean);
    }),
  );
  expect(refusedFolders).toContain("gateway/");
  expect(missing(refusedFolders)).toEqual([]);
  const named = walls.flatMap(({ paths, patterns }) =>
    [...paths, ...patterns].flatMap(
      ({ message }) => message.match(/[a-z]+\/[a-z/.-]*[a-z/]/gu) ?? [],
    ),
  );
  expect(named).toContain("gateway/feed/kafka.ts");
  expect(missing(named)).toEqual([]);
});

test("every folder of the product has its wall", () => {
  const { include } = readJson("tsconfig.json") as { include: string[] };
  const folders = include.filter((one) => !one.includes("*") && one !== "tests");
  const walled = overrides.flatMap(({ files, rules }) =>
    Array.isArray(rules["no-restricted-imports"]) ? files : [],
  );
  expect(folders.filter((one) => !walled.includes(`${one}/**`))).toEqual([]);
});
