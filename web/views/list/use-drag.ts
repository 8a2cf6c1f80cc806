// Brings the dragging to the rows of a list, a moment after they are shown. Called by rows.tsx.
import { type RefObject, useEffect, useEffectEvent, useRef } from "react";
import { whenIdle } from "../when-idle.ts";
import type { DragPorts } from "./drag-aim.ts";

type Drag = ReturnType<typeof import("./drag.ts").createDrag>;

export const useDrag = (
  space: RefObject<HTMLElement | null>,
  scroller: HTMLElement | null,
  ports: Omit<DragPorts, "space" | "scroller">,
): void => {
  const drag = useRef<Drag | null>(null);
  const now = useEffectEvent(() => ports);
  useEffect(() => {
    let isOver = false;
    const begin = async (): Promise<void> => {
      // Without it the keys still move tasks.
      const it = await import("./drag.ts").catch(() => null);
      if (isOver || it === null || space.current === null || scroller === null) return;
      drag.current = it.createDrag({
        space: space.current,
        scroller,
        items: () => now().items(),
        isFlat: () => now().isFlat(),
        idsWith: (taskId) => now().idsWith(taskId),
        can: (ids, to) => now().can(ids, to),
        put: (ids, to) => now().put(ids, to),
      });
      drag.current.attach();
    };
    const cancel = whenIdle(() => void begin());
    return () => {
      isOver = true;
      cancel();
      drag.current?.stop();
      drag.current = null;
    };
  }, [space, scroller]);
  // Rows come and go as one scrolls.
  useEffect(() => drag.current?.attach());
};
