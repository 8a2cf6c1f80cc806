// A part of the page that is fetched when it is asked for, and what stands there where it cannot be. Called by whatever has such parts.
import { Component, type ReactNode, Suspense } from "react";
import { renew } from "../pwa/worker.ts";
import { Drawer } from "./drawer.tsx";
import { shellWords } from "../words/shell.ts";

type Props = {
  onClose: () => void;
  /** Stands in its place while it comes, so that nothing else moves. */
  meanwhile?: ReactNode;
  children: ReactNode;
};

const Missing = ({ onClose }: Pick<Props, "onClose">) => (
  <Drawer kind={shellWords.missing.kind} title={shellWords.missing.title} onClose={onClose}>
    <p role="alert">{shellWords.missing.text}</p>
    <p className="account__links">
      <button className="button button--primary" type="button" onClick={() => void renew()}>
        {shellWords.reload}
      </button>
    </p>
  </Drawer>
);

/** React asks for a class here. What is caught is still told to the console, by React. */
class Guard extends Component<Omit<Props, "meanwhile">, { isBroken: boolean }> {
  override state = { isBroken: false };
  static getDerivedStateFromError(): { isBroken: boolean } {
    return { isBroken: true };
  }
  override render(): ReactNode {
    const { onClose, children } = this.props;
    return this.state.isBroken ? <Missing onClose={onClose} /> : children;
  }
}

/** Keeps the page where this part cannot be fetched. Its `key` says what it is: another part is tried anew. */
export const LatePart = ({ onClose, meanwhile, children }: Props) => (
  <Guard onClose={onClose}>
    <Suspense fallback={meanwhile}>{children}</Suspense>
  </Guard>
);
