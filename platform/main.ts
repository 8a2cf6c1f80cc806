// Step 0 of a person's day: `npm start`. Reads the flags, starts the stack, prints its address, and stops it in order on
// Ctrl-C. Run by bootstrap.mjs under the Node of node_modules.
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { type Flags, help, parseFlags } from "./flags.ts";
import { complain, say } from "./print.ts";
import { createStack } from "./stack.ts";

/** Signals closer together than this are one: a Ctrl-C may reach us directly and once more through bootstrap and npm. */
const sameSignalMs = 1_500;

const readFlags = (): Flags | "help" => {
  try {
    return parseFlags(process.argv.slice(2), process.env);
  } catch (error) {
    complain(`${(error as Error).message} (npm start -- --help explains the flags)`);
    return process.exit(2);
  }
};

const flags = readFlags();
if (flags === "help") {
  say(help);
  process.exit(0);
}

const stack = createStack(resolve(fileURLToPath(new URL("..", import.meta.url))), flags);
let stoppingSince: number | null = null;

const end = async (exitCode: number): Promise<never> => {
  stoppingSince ??= Date.now();
  await stack.stop();
  if (exitCode === 0) say("Punctual has stopped; the next start finds the data again");
  return process.exit(exitCode);
};

const onSignal = (): void => {
  if (stoppingSince === null) {
    say("\nPunctual stops (once more Ctrl-C: at once)");
    void end(0);
    return;
  }
  if (Date.now() - stoppingSince > sameSignalMs) stack.kill();
};

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT"] as const)
  process.on(signal, onSignal);
process.on("SIGUSR2", () => void stack.readHeld());
// The pipe to bootstrap.mjs: when it was killed, nobody waits for us any more.
process.once("disconnect", onSignal);
process.channel?.unref();
process.once("uncaughtException", (error) => {
  complain(`Punctual ended by its own fault: ${error.stack ?? error.message}`);
  void end(1);
});

try {
  const url = await stack.start();
  if (stoppingSince === null) say(`Punctual is ready at ${url}`);
} catch (error) {
  if (stoppingSince === null) {
    complain((error as Error).message);
    await end(1);
  }
}
