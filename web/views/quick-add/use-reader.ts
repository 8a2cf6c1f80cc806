// The parser of the quick-add line, fetched when the page has nothing better to do. Called by use-quick-add.ts.
import { useEffect, useState } from "react";
import { whenIdle } from "../when-idle.ts";

export type Reader = typeof import("../../quick-add/reader.ts");

let loading: Promise<Reader> | null = null;
let loaded: Reader | null = null;

/** The parser. A fetch that failed is tried again at the next call. */
export const loadReader = (): Promise<Reader> => {
  loading ??= import("../../quick-add/reader.ts").then(
    (reader) => (loaded = reader),
    (error: unknown) => {
      loading = null;
      throw error;
    },
  );
  return loading;
};

/** The parser once it is there. `wanted` fetches it at once; else the first idle moment does. */
export const useReader = (wanted: boolean): Reader | null => {
  const [reader, setReader] = useState(loaded);
  useEffect(() => {
    if (reader !== null) return undefined;
    const fetchIt = (): void => void loadReader().then(setReader, () => undefined);
    const fetchWarm = (): void =>
      void loadReader().then(
        (it) => whenIdle(() => (it.warmUp(), setReader(it))),
        () => undefined,
      );
    if (!wanted) return whenIdle(fetchWarm);
    fetchIt();
    return undefined;
  }, [reader, wanted]);
  return reader;
};
