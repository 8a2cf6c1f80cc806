// Where one is by the address, and the ways to go. Called by home.tsx and everything that leads somewhere.
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef } from "react";
import { useLocation, useSearch } from "wouter";
import { useHistoryState } from "wouter/use-browser-location";
import {
  home,
  type Over,
  pathOf,
  pathOver,
  type Place,
  placeAt,
  readAddress,
  renewed,
} from "../places/place.ts";

/** What stands over a list remembers which list, so that closing it leads back there, also after a reload. */
type Behind = { behind?: string } | null;

export type Where = {
  place: Place;
  over: Over | null;
  go: (place: Place) => void;
  open: (over: Over) => void;
  close: () => void;
};

export const usePlace = (): Where => {
  const [path, navigate] = useLocation();
  const search = useSearch();
  const behind = useHistoryState<Behind>()?.behind ?? null;
  const old = renewed(path, search);
  const read = readAddress(path, search);
  const over = read !== null && "over" in read ? read.over : null;
  const here = read !== null && "place" in read ? pathOf(read.place) : (behind ?? pathOf(home));
  const overPath = over === null ? null : pathOver(over);

  useEffect(() => {
    if (old !== null) navigate(old, { replace: true });
  }, [old, navigate]);

  // The ways stay the same wherever one is, so that a row is not drawn again because one has gone somewhere.
  const latest = useRef({ here, overPath });
  useLayoutEffect(() => {
    latest.current = { here, overPath };
  });
  const go = useCallback((to: Place) => navigate(pathOf(to)), [navigate]);
  const open = useCallback(
    (what: Over) => {
      const now = latest.current;
      if (pathOver(what) !== now.overPath)
        navigate(pathOver(what), { state: { behind: now.here } });
    },
    [navigate],
  );
  const close = useCallback(() => navigate(latest.current.here), [navigate]);
  const place = useMemo(() => placeAt(here), [here]);
  return { place, over, go, open, close };
};
