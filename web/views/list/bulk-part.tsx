// Where the bar of what is selected stands, and the word of it for who does not see. Called by rows.tsx.
import {
  type ComponentProps,
  lazy,
  Suspense,
  useEffect,
  useMemo,
  useSyncExternalStore,
} from "react";
import { chosenOf, type Item } from "../../lists/items.ts";
import { useEscape } from "../use-keys.ts";
import { useIsSelecting, useSelecting } from "../selecting/selecting.ts";

const BulkBar = lazy(() => import("./bulk-bar.tsx"));

type Bar = ComponentProps<typeof BulkBar>;

export const BulkPart = ({ items, ...bar }: { items: readonly Item[] } & Omit<Bar, "tasks">) => {
  const { asked, onAsked, onLeft } = bar;
  const selecting = useSelecting();
  const isSelecting = useIsSelecting();
  const ids = useSyncExternalStore(selecting.subscribe, selecting.ids);
  const said = useSyncExternalStore(selecting.subscribe, selecting.said);
  const tasks = useMemo(() => chosenOf(items, ids), [items, ids]);
  useEscape(isSelecting, () => {
    selecting.clear();
    onLeft();
  });
  useEffect(() => {
    if (isSelecting) return;
    onAsked(null);
    // What had the focus has gone with the bar.
    if (asked !== null && document.activeElement === document.body) onLeft();
  }, [isSelecting, asked, onAsked, onLeft]);
  return (
    <>
      <output className="unseen">{said}</output>
      {isSelecting && (
        <Suspense>
          <BulkBar tasks={tasks} {...bar} />
        </Suspense>
      )}
    </>
  );
};
