// How long the images take to be healthy and what they take at rest, seen on the stack of compose.yaml. Called by images.ts.
import type { Target } from "./targets.ts";

/** `healthyAfterMs`: from the start of the container to the first answer that all is well. `memory` in bytes. */
export type Rest = { target: Target; healthyAfterMs: number; memory: number };
