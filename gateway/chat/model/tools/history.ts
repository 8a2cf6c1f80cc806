// The tools that take back and bring back the last change. The built-in grammar knows what the last one is.
import * as z from "zod";
import { interpretByGrammar } from "../../grammar.ts";
import { plan, tool, type Tool } from "./tool.ts";

const asSaid = (name: "undo" | "redo", description: string): Tool =>
  tool(name, description, z.strictObject({}), (_, { context }) => {
    const meant = interpretByGrammar(name, context);
    const { commands } = meant;
    return commands.length > 0
      ? plan(commands.map((command) => ({ command, times: {} })))
      : { is: "meant", meant };
  });

export const undo = asSaid("undo", "Takes back what the last message changed.");
export const redo = asSaid("redo", "Brings back what the last undo took back.");
