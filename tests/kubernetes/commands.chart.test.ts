// The commands that people and deploy.yml give to Helm do with this chart what is said of them. Needs helm (tools.ts brings it).
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { imageName, targets } from "../../containers/targets.ts";
import { render, stores, template } from "./helm.ts";
import { one, podsOf, type Piece } from "./resources.ts";

const source = (path: string): string =>
  readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

/** Where a command installs or upgrades. */
const places = [
  "README.md",
  "docs/kubernetes.md",
  "helm/punctual/values-minikube.yaml",
  ".github/scripts/deploy.sh",
];

/** Each command of a text that installs or upgrades Punctual, with the lines it goes on in. */
const commands = (text: string): string[] => {
  const whole = text.replaceAll(/\\\n\s*/g, " ");
  const found = whole.matchAll(/helm (?:upgrade --install|install|upgrade)\b[^`\n]*/g);
  return [...found].map(([command]) => command).filter((each) => !each.includes("dapr/dapr"));
};

const minutes = (command: string): number => Number(/--timeout (\d+)m\b/.exec(command)?.[1] ?? 5);

/** Images in a loop over their names, as `for image in …; do docker push <repository>/$image:<tag>; done`. */
const loops = (text: string): { names: string[]; repository: string; tag: string }[] =>
  [...text.matchAll(/for image in ([a-z ]+); do .* (\S+)\/\$image:([\d.]+); done/g)].map(
    ([, names = "", repository = "", tag = ""]) => ({ names: names.split(" "), repository, tag }),
  );

describe("the images that are to be pushed first", () => {
  it.each(["README.md", "docs/kubernetes.md", "helm/punctual/values-minikube.yaml"])(
    "in %s are those that are built, and those that the chart asks for",
    async (place) => {
      const [loop, ...more] = loops(source(place));
      expect(more).toEqual([]);
      const env = { PUNCTUAL_REPOSITORY: loop?.repository };
      const pushed = loop?.names.map((name) => `${loop.repository}/${name}:${loop.tag}`);
      expect(pushed).toEqual(targets.map((target) => imageName(target, env)));
      const all = await render(stores, { image: { repository: loop?.repository } });
      const asked = podsOf(all).map(({ spec }) => String(spec.containers[0].image));
      expect(new Set(asked)).toEqual(new Set(pushed));
    },
  );
});

it("several brokers after --set are taken as they are written there", async () => {
  const [said = ""] = /kafka\.brokers=\S+,[^'`]+/.exec(source("docs/kubernetes.md")) ?? [];
  const text = await template([stores], ["--set", said]);
  expect(text).toContain('KAFKA_BROKERS: "kafka-0:9092,kafka-1:9092"');
});

describe("a command that installs or upgrades", () => {
  it.each(places)("in %s has Helm wait longer than the migration may take", async (place) => {
    const { spec } = one(await render(stores), "Job", "punctual-migrate");
    const found = commands(source(place)).filter((each) => !each.includes("--wait"));
    expect(found).not.toEqual([]);
    const tooShort = found.filter((each) => minutes(each) * 60 <= spec["activeDeadlineSeconds"]);
    expect(tooShort).toEqual([]);
  });

  it("is given time by deploy.yml for the migration, the pods, a rollback and the test", () => {
    const script = source(".github/scripts/deploy.sh");
    const [upgrade = ""] = commands(script);
    const test = /helm test .*/.exec(script)?.[0] ?? "";
    const { jobs } = parse(source(".github/workflows/deploy.yml")) as Piece;
    const longest = 3 * minutes(upgrade) + minutes(test);
    expect(jobs.deploy["timeout-minutes"]).toBeGreaterThan(longest);
  });
});
