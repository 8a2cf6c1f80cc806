// Every place where a caller may give an id or a key, found in what the system says of itself: the API's description, the tools
// of assistants, and the frames of the socket. So that a new one cannot be forgotten by the test that tries them all.
import * as z from "zod";
import { ClientFrame } from "../domain/frame.ts";
import { Id } from "../domain/ids.ts";

type Schema = {
  $ref?: string;
  pattern?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
};
type Operation = {
  parameters?: { name: string; in: string; schema: Schema }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
};
export type ApiDocument = {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
};

const idPattern = z.toJSONSchema(Id).pattern;
/** What names a thing without being a UUID. */
const named = /(?:id|ids|key|token|cursor|endpoint|p256dh|auth)$/i;

/** The places within a schema, such as `reminders[].id`. */
const within = (
  schema: Schema,
  at: string,
  all: ApiDocument["components"]["schemas"],
): string[] => {
  const name = schema.$ref?.split("/").at(-1);
  if (name !== undefined) return within(all[name] ?? {}, at, all);
  const { properties = {}, items, anyOf = [], oneOf = [], allOf = [] } = schema;
  const below = [
    ...Object.entries(properties).flatMap(([key, one]) =>
      within(one, at === "" ? key : `${at}.${key}`, all),
    ),
    ...(items ? within(items, `${at}[]`, all) : []),
    ...[...anyOf, ...oneOf, ...allOf].flatMap((one) => within(one, at, all)),
  ];
  const isLeaf = below.length === 0 && Object.keys(properties).length === 0;
  return isLeaf && (schema.pattern === idPattern || named.test(at)) ? [at] : below;
};

const unique = (found: string[]): string[] => [...new Set(found)].toSorted();

/** Of the API: `POST /tasks body reminders[].id`, `GET /tasks/{id} path id`. */
export const idFieldsOfApi = ({ paths, components: { schemas } }: ApiDocument): string[] =>
  unique(
    Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).flatMap(([method, { parameters = [], requestBody }]) => {
        const door = `${method.toUpperCase()} ${path}`;
        const given = parameters.flatMap(({ name, in: place, schema }) =>
          within(schema, name, schemas).map((field) => `${door} ${place} ${field}`),
        );
        const body = requestBody?.content["application/json"]?.schema ?? {};
        return [...given, ...within(body, "", schemas).map((field) => `${door} body ${field}`)];
      }),
    ),
  );

/** Of the tools of assistants: `get_task taskId`. */
export const idFieldsOfTools = (tools: { name: string; inputSchema: unknown }[]): string[] =>
  unique(
    tools.flatMap(({ name, inputSchema }) =>
      within(inputSchema as Schema, "", {}).map((field) => `${name} ${field}`),
    ),
  );

/** Of the frames a device sends: `frame token`. */
export const idFieldsOfFrames = (): string[] =>
  unique(within(z.toJSONSchema(ClientFrame) as Schema, "", {}).map((field) => `frame ${field}`));
