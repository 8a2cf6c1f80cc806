// Property tests try the same values in every run, so that a red one is the change's own; `SEED=7 npm test` tries others.
import fc from "fast-check";

fc.configureGlobal({ seed: Number(process.env["SEED"] ?? 20_261_130) });
