// `npm run actors`: shows what is stored of an actor, and puts a mended value in its place. Run by an operator.
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { createActorClient } from "../actors/client.ts";
import { Id } from "../domain/ids.ts";
import { readSidecarConfig } from "./config.ts";
import { complain, say } from "./print.ts";

const help = `Shows what is stored of an actor, and mends it.

Usage: npm run actors -- show|mend TaskActor|UserActor <id> [file] [flags]

  show              prints what is stored as JSON, and below it (on standard error) what is wrong with it, if anything is
  mend <file>       puts the JSON of a file in its place, if it is a sound state of that actor; then the actor does what is due
  --data-dir <dir>  the data directory of the running stack (default as for npm start)
  --help            this page

The id of a task is the task's, that of a person the user's. An actor that cannot be read is named in the log of the gateway, the
consumers and the actors, and in npm run dead-letters; what was given up because of it is done by its replay. It talks to the
stack that runs with npm start, or to the sidecar of DAPR_HTTP_PORT and DAPR_API_TOKEN where both are given.`;

const types = ["TaskActor", "UserActor"];

const main = async (): Promise<void> => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { "data-dir": { type: "string" }, help: { type: "boolean", short: "h" } },
  });
  if (values.help === true) return say(help);
  const [order, type = "", id, file] = positionals;
  const known = types.includes(type) && Id.safeParse(id).success;
  const whole =
    (order === "show" && file === undefined) || (order === "mend" && file !== undefined);
  if (!known || !whole || id === undefined) throw new Error(`not understood\n${help}`);
  const { httpPort, apiToken } = readSidecarConfig(values["data-dir"]);
  const actors = createActorClient({ daprHttpPort: httpPort, daprApiToken: apiToken });
  if (file !== undefined) {
    await actors.mendState({ type, id }, JSON.parse(readFileSync(file, "utf8")));
    await (type === "TaskActor" ? actors.catchUpTask(id) : actors.catchUpUser(id));
    return say(`${type} ${id} is mended and has done what was due`);
  }
  const { value, problem } = await actors.showState({ type, id });
  say(JSON.stringify(value, null, 2));
  if (problem !== null) complain(`It cannot be read:\n${problem}`);
};

await main().catch((error: unknown) => {
  complain(`actors: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
});
