// A command that leaves is gone, and all that it said has arrived.
import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const leaving = fileURLToPath(new URL("leave.ts", import.meta.url));

/** More than a pipe holds, from a process that something keeps alive. */
const script = `
import { createServer } from "node:net";
import { leave } from ${JSON.stringify(leaving)};
await new Promise((done) => createServer().listen(0, "127.0.0.1", done));
process.stdout.write("x".repeat(1_000_000));
process.stderr.write("the last words");
await leave(3);
`;

test("what is still open keeps nobody, and nothing that was said is lost", async () => {
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
    stdio: ["ignore", "pipe", "pipe"],
    timeout: 20_000,
    killSignal: "SIGKILL",
  });
  const ended = new Promise((resolve) => void child.once("close", resolve));
  const [code, said, complained] = await Promise.all([
    ended,
    text(child.stdout),
    text(child.stderr),
  ]);
  expect({ code, said: said.length, complained }).toEqual({
    code: 3,
    said: 1_000_000,
    complained: "the last words",
  });
});
