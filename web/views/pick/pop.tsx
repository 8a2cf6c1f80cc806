// A small dialog beside what opened it: over everything, closed by Esc, by a click beside it or by what is in it; on a phone at the lower edge.
// Called by the pickers.
import {
  createContext,
  type ReactNode,
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
} from "react";

/** `how`: `escape` where the person turned away from what they had begun. */
type Props = {
  label: string;
  at: RefObject<HTMLElement | null>;
  onClose: (how: "escape" | "done") => void;
  children: ReactNode;
};

/** Closes the dialog one stands in. */
export const ClosePop = createContext<() => void>(() => undefined);

const edge = 8;

/** Puts the dialog below its anchor, or where there is room. Where it is a sheet its style says where it stands. */
const place = (pop: HTMLElement, anchor: HTMLElement | null): void => {
  const { offsetWidth: width, offsetHeight: height } = pop;
  const beside = anchor?.getBoundingClientRect();
  const left = Math.min(beside?.left ?? innerWidth / 2, innerWidth - width - edge);
  const below = (beside?.bottom ?? innerHeight / 4) + 4;
  const top = Math.min(below, innerHeight - height - edge);
  pop.style.setProperty("--left", `${Math.max(edge, left)}px`);
  pop.style.setProperty("--top", `${Math.max(edge, top)}px`);
};

export const Pop = ({ label, at, onClose, children }: Props) => {
  const dialog = useRef<HTMLDialogElement>(null);
  const escaped = useRef(false);
  const close = useCallback(() => dialog.current?.close(), []);
  useLayoutEffect(() => {
    const pop = dialog.current;
    if (pop === null) return undefined;
    pop.showModal();
    const put = (): void => place(pop, at.current);
    put();
    // What comes late makes it larger.
    const watch = new ResizeObserver(put);
    watch.observe(pop);
    addEventListener("resize", put);
    return () => {
      watch.disconnect();
      removeEventListener("resize", put);
    };
  }, [at]);
  useEffect(() => {
    const pop = dialog.current;
    const onClick = (event: MouseEvent): void => {
      if (event.target === pop) pop?.close();
    };
    pop?.addEventListener("click", onClick);
    return () => pop?.removeEventListener("click", onClick);
  }, []);
  return (
    <dialog
      ref={dialog}
      className="pop"
      aria-label={label}
      onCancel={(event) => {
        event.stopPropagation();
        escaped.current = true;
      }}
      onClose={(event) => {
        event.stopPropagation();
        onClose(escaped.current ? "escape" : "done");
      }}
    >
      <div className="pop__body">
        <ClosePop value={close}>{children}</ClosePop>
      </div>
    </dialog>
  );
};
