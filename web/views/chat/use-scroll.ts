// Keeps the eye where it is in a conversation that grows at both ends. Called by panel.tsx.
import { type UIEvent, useLayoutEffect, useRef } from "react";

/** So near to an end, px, counts as being there. */
const near = 120;

type Ends = {
  /** Names the first and the last entry: a change says at which end it grew. */
  first: string | null;
  last: string | null;
  /** The last one was said here: it is looked at wherever the eye was. */
  isMine: boolean;
  onTop: () => void;
};

/**
 * What is added at the top leaves the lines in view where they are. What is added at the bottom is followed by who was
 * there, or has said it. `onTop` is called when one comes near the top.
 */
export const useScroll = ({ first, last, isMine, onTop }: Ends) => {
  const box = useRef<HTMLDivElement>(null);
  const seen = useRef({ first: null as string | null, last: null as string | null });
  const atEnd = useRef(true);
  const height = useRef(0);

  useLayoutEffect(() => {
    const shown = box.current;
    if (shown === null) return;
    const grewUp = seen.current.first !== null && seen.current.first !== first;
    const grewDown = seen.current.last !== last;
    if (grewUp && !grewDown) shown.scrollTop += shown.scrollHeight - height.current;
    else if (atEnd.current || (grewDown && isMine)) shown.scrollTop = shown.scrollHeight;
    seen.current = { first, last };
    height.current = shown.scrollHeight;
  });

  const onScroll = ({ currentTarget: shown }: UIEvent<HTMLDivElement>): void => {
    atEnd.current = shown.scrollHeight - shown.scrollTop - shown.clientHeight < near;
    height.current = shown.scrollHeight;
    if (shown.scrollTop < near) onTop();
  };
  return { box, onScroll };
};
