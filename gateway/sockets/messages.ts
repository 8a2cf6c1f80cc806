// The frames of /ws as text, by domain/frame.ts. Used by the other socket files.
import type { RawData } from "ws";
import { ClientFrame, type ServerFrame } from "../../domain/frame.ts";
import type { Entry } from "../feed/ring.ts";
import { scanJson } from "../http/scan-json.ts";

/** Why the server ends a socket, and the close code that says so (RFC 6455 §7.4; ours from 4400). */
export const closeCodes = {
  restarting: 1012,
  too_slow: 1013,
  unavailable: 1013,
  garbage: 4400,
  unauthenticated: 4401,
  too_many: 4409,
  rate_limited: 4429,
  no_hello: 4408,
} as const;
export type CloseReason = keyof typeof closeCodes;

/** What a device said, or null when it is not a frame of ours. */
export const readFrame = (data: RawData, isBinary: boolean): ClientFrame | null => {
  if (isBinary) return null;
  try {
    const bytes = data as Buffer; // ws gives one Buffer a message unless told otherwise, and text only as UTF-8
    if (scanJson(bytes)) return null;
    const parsed = ClientFrame.safeParse(JSON.parse(bytes.toString("utf8")));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
};

export const frame = (content: ServerFrame): string => JSON.stringify(content);

/** The frame of a message around the text the feed has made already: the cursor holds nothing that JSON would escape. */
export const updateFrame = (entry: Entry, cursor: string): string =>
  `{"type":"${entry.kind}","cursor":"${cursor}","${entry.kind}":${entry.json}}`;
