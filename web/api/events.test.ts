// Server-sent events, however the network cuts them. Needs nothing.
import { expect, test } from "vitest";
import { readEvents, type StreamedEvent } from "./events.ts";

const read = async (...pieces: Uint8Array[]): Promise<StreamedEvent[]> => {
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      for (const piece of pieces) controller.enqueue(piece);
      controller.close();
    },
  });
  const events: StreamedEvent[] = [];
  for await (const event of readEvents(body)) events.push(event);
  return events;
};
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test("events have a name and data, comments and half an event at the end are none", async () => {
  const text = ': hello\n\nevent: text\ndata: "a"\n\ndata: one\ndata: two\n\nevent: reply\ndata: {';
  expect(await read(bytes(text))).toEqual([
    { name: "text", data: '"a"' },
    { name: "message", data: "one\ntwo" },
  ]);
});

test("cut anywhere, also inside a letter and a line end, they are the same", async () => {
  const whole = bytes("event: text\r\ndata: “grün” ✓\r\n\r\nevent: reply\r\ndata: {}\r\n\r\n");
  const expected = await read(whole);
  expect(expected).toHaveLength(2);
  for (let at = 1; at < whole.length; at += 1)
    expect(await read(whole.slice(0, at), whole.slice(at))).toEqual(expected);
});
