// An assistant: the MCP SDK's own client, over HTTP or straight into an app. Used by the tests of /mcp.
import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";

type Result = { text: string; data: Record<string, unknown>; isError: boolean };

export type Assistant = {
  client: Client;
  /** Calls a tool; what it answered. */
  call: (name: string, input?: Record<string, unknown>) => Promise<Result>;
  close: () => Promise<void>;
};

/** Connects an assistant with a bearer token. `fetch` is another way to the server than the network. */
export const connectAssistant = async (
  url: string,
  token: string,
  fetch?: (url: string | URL, init?: RequestInit) => Promise<Response>,
): Promise<Assistant> => {
  const client = new Client({ name: "test assistant", version: "1.0.0" });
  const transport = new StreamableHTTPClientTransport(new URL("/mcp", url), {
    requestInit: { headers: { authorization: `Bearer ${token}` } },
    ...(fetch && { fetch }),
  });
  await client.connect(transport);
  return {
    client,
    call: async (name, input = {}) => {
      const result = await client.callTool({ name, arguments: input });
      const [content] = result.content;
      return {
        text: content?.type === "text" ? content.text : "",
        data: (result.structuredContent ?? {}) as Record<string, unknown>,
        isError: result.isError === true,
      };
    },
    close: () => client.close(),
  };
};
