// The heading of a step of the sign-in. It takes the focus, as what had it has gone with the step before. Called by the steps.
import { type ReactNode, useEffect, useRef } from "react";

export const StepHead = ({ id, children }: { id?: string; children: ReactNode }) => {
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), []);
  return (
    <h2 id={id} ref={head} tabIndex={-1}>
      {children}
    </h2>
  );
};
