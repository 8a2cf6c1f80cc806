// Which tests there are and what they need; the suffix of a file says it. Used by `npm test`, `npm run check` and `npx vitest`.
import { defineConfig } from "vitest/config";

/** What a test file needs beyond Node: a suffix before `.test.ts`, in the order they run. */
const suffixes = ["oracle", "pg", "dapr", "flow", "browser", "containers", "operations", "chart"];
const ignored = ["**/node_modules/**", "**/dist/**"];
const withStack = { globalSetup: ["./tests/shared-stack.ts"], fileParallelism: false };

const project = (name: string, order: number, timeoutMs: number, more: object = {}) => ({
  extends: true as const,
  test: {
    name,
    include: [`**/*.${name}.test.{ts,tsx}`],
    exclude: ignored,
    sequence: { groupOrder: order },
    testTimeout: timeoutMs,
    hookTimeout: timeoutMs,
    ...more,
  },
});

export default defineConfig({
  test: {
    environment: "node",
    pool: "forks",
    teardownTimeout: 60_000,
    // What is awaited comes in its own time: the usual second is too short on a busy machine.
    expect: { poll: { timeout: 15_000 } },
    execArgv: ["--disable-warning=ExperimentalWarning"],
    projects: [
      // Files share modules: each loading the domain anew was two thirds of the time.
      project("unit", 0, 10_000, {
        isolate: false,
        setupFiles: ["./tests/seed.ts"],
        include: ["**/*.test.{ts,tsx}"],
        exclude: [...ignored, ...suffixes.map((suffix) => `**/*.${suffix}.test.{ts,tsx}`)],
      }),
      project("oracle", 1, 180_000, { setupFiles: ["./tests/seed.ts"] }),
      project("pg", 1, 60_000, { globalSetup: ["./tests/shared-postgres.ts"] }),
      project("dapr", 2, 120_000, { fileParallelism: false }),
      project("flow", 3, 120_000, withStack),
      project("browser", 4, 120_000, withStack),
      // Not of `npm test`: npm run test:containers and test:chart bring what they need.
      project("containers", 5, 120_000, {
        globalSetup: ["./tests/containers/setup.ts"],
        fileParallelism: false,
      }),
      project("operations", 5, 300_000, { fileParallelism: false }),
      project("chart", 6, 60_000, { globalSetup: ["./tests/kubernetes/bring-tools.ts"] }),
    ],
  },
});
