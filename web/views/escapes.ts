// What Esc closes: of all that is open, the last thing that was opened. Made by use-keys.ts.

type Press = Pick<KeyboardEvent, "key" | "isComposing" | "defaultPrevented" | "preventDefault">;

/** `listen` is asked for the keys while something is open; `isElsewhere` says that they belong to a dialog. */
export const createEscapes = (
  listen: (press: (event: Press) => void) => () => void,
  isElsewhere: () => boolean,
) => {
  const open: (() => void)[] = [];
  let deafen = (): void => undefined;
  const press = (event: Press): void => {
    // Taken by an input, or by what has just been closed: one press closes one thing.
    if (event.key !== "Escape" || event.isComposing || event.defaultPrevented) return;
    if (isElsewhere()) return;
    event.preventDefault();
    open.at(-1)?.();
  };
  return {
    /** It is open; the result says that it is no longer. */
    enter: (close: () => void): (() => void) => {
      if (open.length === 0) deafen = listen(press);
      open.push(close);
      return () => {
        const at = open.indexOf(close);
        if (at >= 0) open.splice(at, 1);
        if (open.length === 0) deafen();
      };
    },
  };
};
