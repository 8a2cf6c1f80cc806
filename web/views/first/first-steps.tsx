// Whether a person is new here, and the card they are shown then; it comes by itself. Called by list.tsx.
import { lazy, Suspense } from "react";
import type { Place } from "../../places/place.ts";
import { useKept } from "../use-kept.ts";
import { useAppState, useNow, useWorkspace } from "../context.ts";

const Card = lazy(() => import("./card.tsx").catch(() => ({ default: () => null })));

const newForDays = 14;

type Account = { id: string; createdAt?: string };

/** An account of the last fourteen days. */
const isNew = ({ createdAt }: Account, at: Date): boolean =>
  createdAt !== undefined && at.getTime() - Date.parse(createdAt) < newForDays * 86_400_000;

/** Below the list of all tasks, and below the sample project, until it is closed on this device. */
export const FirstSteps = ({ place }: { place: Place }) => {
  const { account } = useWorkspace();
  const { loaded } = useAppState();
  const { at } = useNow();
  const [closed, close] = useKept(`first-steps/${account.id}`);
  const isHere = place.is === "all" || place.is === "project";
  if (!loaded || !isHere || closed === true || !isNew(account, at)) return null;
  return (
    <Suspense>
      <Card place={place} onClose={() => close(true)} />
    </Suspense>
  );
};
