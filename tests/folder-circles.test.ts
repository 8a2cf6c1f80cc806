// The folders of the product stand on each other in one order: no two of them, and no more, import each other in a circle.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { folderCircles } from "./folder-circles.ts";

test("a circle is found, whatever stands between its folders", () => {
  const sources = [
    { file: "a/one/x.ts", text: 'import { y } from "../two/deep/y.ts";' },
    { file: "a/two/deep/y.ts", text: 'import type { Z } from "../../three/z.ts";' },
    { file: "a/three/z.ts", text: 'export { it } from "../one/it.ts";' },
    { file: "b/x.ts", text: 'await import("../a/one/x.ts");' },
  ];
  expect(folderCircles(sources)).toEqual(["a: one → two → three → one"]);
  const back = { file: "a/two/w.ts", text: 'const b = () => import("../../b/x.ts");' };
  expect(folderCircles([...sources, back])).toEqual(["a: one → two → three → one", ".: a → b → a"]);
});

test("folders that only lean one way, and a folder with the files beside it, are no circle", () => {
  const sources = [
    { file: "a/one/x.ts", text: 'import { y } from "../two/y.ts"; import { s } from "../s.ts";' },
    { file: "a/two/y.ts", text: 'import { z } from "./z.ts";' },
    { file: "a/s.ts", text: 'import { x } from "./one/x.ts";' },
  ];
  expect(folderCircles(sources)).toEqual([]);
});

test("no folders of ours import each other in a circle", () => {
  const tracked = ["ls-files", "--cached", "--others", "--exclude-standard", "*.ts", "*.tsx"];
  const sources = execFileSync("git", tracked, {
    cwd: new URL("..", import.meta.url),
    encoding: "utf8",
  })
    .split("\n")
    .filter((file) => file !== "" && !/\.test\.tsx?$/u.test(file))
    .flatMap((file) => {
      try {
        return [{ file, text: readFileSync(new URL(`../${file}`, import.meta.url), "utf8") }];
      } catch {
        return []; // taken away, and not yet in git
      }
    });
  expect(folderCircles(sources)).toEqual([]);
});
