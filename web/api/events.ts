// Reads an answer that comes in pieces: server-sent events (HTML Living Standard §9.2). Called by request.ts.

export type StreamedEvent = { name: string; data: string };

/** The events of a stream as they come. What is left without its blank line at the end is no event. */
export const readEvents = async function* (
  body: ReadableStream<Uint8Array>,
): AsyncGenerator<StreamedEvent> {
  const decoder = new TextDecoder();
  const reader = body.getReader();
  let text = "";
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      // A pair of CR and LF may be cut in two by the network: the LF alone ends a line too.
      text = (text + decoder.decode(value, { stream: true })).replaceAll("\r\n", "\n");
      const blocks = text.split("\n\n");
      text = blocks.pop() ?? "";
      yield* blocks.map(readBlock).filter((event) => event !== null);
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
};

const readBlock = (block: string): StreamedEvent | null => {
  let name = "message";
  const data: string[] = [];
  for (const line of block.split("\n")) {
    const [, field, value = ""] = /^([^:]*):? ?(.*)$/.exec(line) ?? [];
    if (field === "event") name = value;
    if (field === "data") data.push(value);
  }
  return data.length === 0 ? null : { name, data: data.join("\n") };
};
