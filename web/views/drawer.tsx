// A panel at the side of the page, above everything else: Esc or a click beside it closes it. Called by the history and the settings.
import { type ReactNode, useEffect, useId, useRef } from "react";
import { Icon } from "./icon.tsx";
import { sharedWords } from "../words/shared.ts";

type Props = { kind: string; title: string; onClose: () => void; children: ReactNode };

export const Drawer = ({ kind, title, onClose, children }: Props) => {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const shown = dialog.current;
    const onClick = (event: MouseEvent): void => {
      if (event.target === shown) shown?.close();
    };
    shown?.showModal();
    shown?.addEventListener("click", onClick);
    return () => shown?.removeEventListener("click", onClick);
  }, []);
  return (
    <dialog
      ref={dialog}
      className="drawer"
      aria-labelledby={titleId}
      onClose={(event) => {
        if (event.target === event.currentTarget) onClose(); // React lets the close of a dialog inside bubble
      }}
    >
      <div className="drawer__body">
        <div className="drawer__head">
          <div>
            <p className="drawer__kind">{kind}</p>
            <h2 id={titleId}>{title}</h2>
          </div>
          <button
            className="icon-button"
            type="button"
            aria-label={sharedWords.close}
            onClick={() => dialog.current?.close()}
          >
            <Icon name="close" />
          </button>
        </div>
        {children}
      </div>
    </dialog>
  );
};
