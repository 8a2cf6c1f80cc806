// The lists over the page, where there is no room beside it. Closes itself when one goes somewhere. Called by home.tsx.
import { useEffect, useRef } from "react";
import { Icon } from "../icon.tsx";
import { Sidebar } from "./sidebar.tsx";
import { shellWords } from "../../words/shell.ts";
import { sharedWords } from "../../words/shared.ts";

/** Beside the menu, or on something that leads away from it. */
const isLeaving = ({ target, currentTarget }: MouseEvent): boolean =>
  target === currentTarget || (target instanceof Element && target.closest("a") !== null);

export const Menu = ({ onClose }: { onClose: () => void }) => {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const shown = dialog.current;
    const onClick = (event: MouseEvent): void => {
      if (isLeaving(event)) shown?.close();
    };
    shown?.showModal();
    shown?.addEventListener("click", onClick);
    return () => shown?.removeEventListener("click", onClick);
  }, []);
  return (
    <dialog
      ref={dialog}
      className="drawer drawer--start"
      aria-label={shellWords.lists}
      onClose={(event) => {
        if (event.target === event.currentTarget) onClose(); // not of a project's form over it
      }}
    >
      <div className="drawer__body">
        <button
          className="icon-button drawer__close"
          type="button"
          aria-label={sharedWords.close}
          onClick={() => dialog.current?.close()}
        >
          <Icon name="close" />
        </button>
        <Sidebar />
      </div>
    </dialog>
  );
};
