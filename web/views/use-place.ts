// Where one is by the address, and the ways to go. Called by home.tsx and everything that leads somewhere.
import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useSyncExternalStore,
} from "react";
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
import type { Store } from "../store/store.ts";

/** What stands over a list remembers which list, so that closing it leads back there, also after a reload. */
type Behind = { behind?: string } | null;

export type Where = {
  place: Place;
  over: Over | null;
  go: (place: Place) => void;
  open: (over: Over) => void;
  close: () => void;
};

/** The list of an address; a project may be named by its id there, which outlives a new name. */
const useList = (store: Store, address: string): Place => {
  const projects = useSyncExternalStore(store.subscribe, () => store.read().directory.projects);
  return useMemo(() => {
    const place = placeAt(address);
    const named = "name" in place ? projects.find(({ id }) => id === place.name) : undefined;
    return place.is === "project" && named ? { ...place, name: named.name } : place;
  }, [address, projects]);
};

/** `onGo` hears of each list one goes to, also of the one that is there. */
export const usePlace = (store: Store, onGo: () => void): Where => {
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
  const go = useCallback(
    (to: Place) => {
      navigate(pathOf(to));
      onGo();
    },
    [navigate, onGo],
  );
  const open = useCallback(
    (what: Over) => {
      const now = latest.current;
      if (pathOver(what) !== now.overPath)
        navigate(pathOver(what), { state: { behind: now.here } });
    },
    [navigate],
  );
  const close = useCallback(() => navigate(latest.current.here), [navigate]);
  const place = useList(store, here);
  return { place, over, go, open, close };
};
