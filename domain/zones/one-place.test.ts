// Only this folder asks a zone for its clock: the rest of the tree, and PostgreSQL with its own data, never does.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";

const root = resolve(import.meta.dirname, "../..");
const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
  cwd: root,
  encoding: "utf8",
})
  .split("\n")
  .filter((file) => /\.(?:ts|tsx|sql)$/.test(file) && !/\.test\.tsx?$/.test(file))
  .filter((file) => !file.startsWith("domain/zones/"));

/** What turns a wall clock into an instant or back. A wall clock as if it were UTC is no zone. */
const byRuntime =
  /\.(?:toZonedDateTime(?:ISO)?|withTimeZone|getTimeZoneTransition)\((?!"UTC"\))|ZonedDateTime\.from|getTimezoneOffset/;
const byPostgres =
  /at time zone (?!'UTC')|timezone\s*\(|\btimestamp without|::timestamp\b|::date\b|make_timestamptz|set time zone/i;

const linesOf = (where: string[], pattern: RegExp): string[] =>
  where.flatMap((file) =>
    readFileSync(join(root, file), "utf8")
      .split("\n")
      .flatMap((line, n) => (pattern.test(line) ? [`${file}:${n + 1} ${line.trim()}`] : [])),
  );

test("wall clocks and instants are turned into each other in domain/zones only", () => {
  expect(files.length).toBeGreaterThan(500);
  expect(linesOf(files, byRuntime)).toEqual([]);
  // It would be found.
  expect(byRuntime.test("at.toZonedDateTime(zone)")).toBe(true);
});

test("PostgreSQL is never asked what a wall clock means", () => {
  const statements = files.filter((file) => file.startsWith("database/"));
  expect(statements.length).toBeGreaterThan(60);
  expect(linesOf(statements, byPostgres)).toEqual([]);
  expect(byPostgres.test("select now() at time zone 'Europe/Berlin'")).toBe(true);
});
