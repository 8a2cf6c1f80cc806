// JSON schemas for kubeconform, made of what Kubernetes and the operators publish in their own Go modules: nothing here is typed by hand, and
// nothing is fetched from a site. Called by the chart's tests.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseAllDocuments } from "yaml";
import * as z from "zod";
import { moduleDir } from "./tools.ts";

type Schema = Record<string, unknown>;
type Definitions = Record<string, Schema>;

const Swagger = z.object({ definitions: z.record(z.string(), z.record(z.string(), z.unknown())) });
const Kinds = z.array(z.object({ group: z.string(), version: z.string(), kind: z.string() }));
const Crd = z.object({
  kind: z.literal("CustomResourceDefinition"),
  spec: z.object({
    group: z.string(),
    names: z.object({ kind: z.string() }),
    versions: z.array(
      z.object({
        name: z.string(),
        schema: z.object({ openAPIV3Schema: z.record(z.string(), z.unknown()) }),
      }),
    ),
  }),
});

/** Kubernetes' own API, and where each operator keeps its CRDs. */
const kubernetes = { module: "k8s.io/kubernetes", version: "v1.34.4" };
const operators = [
  { module: "github.com/dapr/dapr", version: "v1.18.3", folder: "charts/dapr/crds" },
  {
    module: "github.com/cloudnative-pg/cloudnative-pg",
    version: "v1.28.0",
    folder: "config/crd/bases",
  },
  {
    module: "github.com/prometheus-operator/prometheus-operator",
    version: "v0.85.0",
    folder: "example/prometheus-operator-crd",
  },
];

/** Downloads what schemas are made of: about 60 MB the first time. */
export const bringSources = async (): Promise<void> => {
  for (const { module, version } of [kubernetes, ...operators]) await moduleDir(module, version);
};

/** As kubeconform looks them up. */
export const schemaLocation = (folder: string): string =>
  join(folder, "{{.Group}}", "{{.ResourceKind}}_{{.ResourceAPIVersion}}.json");

const isObject = (value: unknown): value is Schema =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What is not described is refused; what may be a number or a text is either. */
const strict = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(strict);
  if (!isObject(value)) return value;
  if (value["x-kubernetes-int-or-string"] === true || value["format"] === "int-or-string")
    return { type: ["integer", "string"] };
  const entries = Object.entries(value).map(([name, each]) => [name, strict(each)] as const);
  const made: Schema = Object.fromEntries(entries);
  const isOpen = value["x-kubernetes-preserve-unknown-fields"] === true;
  if (isObject(value["properties"]) && !("additionalProperties" in value) && !isOpen)
    made["additionalProperties"] = false;
  if (value["nullable"] === true && typeof value["type"] === "string")
    made["type"] = [value["type"], "null"];
  return made;
};

const write = (folder: string, group: string, version: string, kind: string, schema: Schema) => {
  const file = join(folder, group || version, `${kind.toLowerCase()}_${version}.json`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(schema));
};

/** The definitions that one leads to, itself included. */
const closure = (all: Definitions, from: string, found: Definitions = {}): Definitions => {
  if (found[from]) return found;
  found[from] = all[from] ?? {};
  const refs = JSON.stringify(found[from]).matchAll(/"\$ref":"#\/definitions\/([^"]+)"/g);
  for (const [, name = ""] of refs) closure(all, name, found);
  return found;
};

const writeKubernetes = async (folder: string, wanted: Set<string>): Promise<void> => {
  const at = join(await moduleDir(kubernetes.module, kubernetes.version), "api", "openapi-spec");
  const text = readFileSync(join(at, "swagger.json"), "utf8");
  const definitions = strict(Swagger.parse(JSON.parse(text)).definitions) as Definitions;
  for (const [name, schema] of Object.entries(definitions)) {
    const kinds = Kinds.safeParse(schema["x-kubernetes-group-version-kind"]).data ?? [];
    for (const { group, version, kind } of kinds.filter((one) => wanted.has(one.kind))) {
      const $ref = `#/definitions/${name}`;
      write(folder, group, version, kind, { $ref, definitions: closure(definitions, name) });
    }
  }
};

const anything = { type: "object" };

const writeCrd = (
  folder: string,
  { group, names, versions }: z.infer<typeof Crd>["spec"],
): void => {
  for (const { name, schema } of versions) {
    const made = strict(schema.openAPIV3Schema) as { properties: Schema };
    made.properties = { ...made.properties, metadata: anything };
    write(folder, group, name, names.kind, made);
  }
};

/** Fills `folder` with the schemas of the kinds in `wanted`, and of all CRDs. Also takes the CRDs of the folders in `more`, for operators that publish them nowhere we can name. */
export const writeSchemas = async (
  folder: string,
  wanted: Set<string>,
  more: string[] = [],
): Promise<void> => {
  await writeKubernetes(folder, wanted);
  const dirs = operators.map(async ({ module, version, folder: within }) =>
    join(await moduleDir(module, version), within),
  );
  for (const dir of [...(await Promise.all(dirs)), ...more])
    for (const file of readdirSync(dir).filter((name) => name.endsWith(".yaml")))
      for (const document of parseAllDocuments(readFileSync(join(dir, file), "utf8"))) {
        const crd = Crd.safeParse(document.toJS());
        if (crd.success) writeCrd(folder, crd.data.spec);
      }
};
