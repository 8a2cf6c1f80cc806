// Supervision: all parts together: start, hold, release, and stop in the reverse order. Called by stack.ts.
import type { Guarding } from "./guarding.ts";
import { Part, type PartSpec } from "./part.ts";
import { openPartLog } from "./part-log.ts";

/** A running part as the run file tells it. `pid` is null while it is down. */
export type PartState = {
  pid: number | null;
  identity: string | null;
  ports: Record<string, number>;
  restarts: number;
  ready: boolean;
};

/** What a supervisor needs. `onChange`: some part has another process or state now. */
export type SupervisorOptions = {
  guarding: Guarding;
  logsDir: string;
  say: (line: string) => void;
  onChange: () => void;
};

export class Supervisor {
  readonly #parts = new Map<string, Part>();
  readonly #options: SupervisorOptions;
  #held = new Set<string>();
  #stopping: Promise<void> | null = null;

  constructor(options: SupervisorOptions) {
    this.#options = options;
  }

  /** Adds a part and starts it. Resolves when it is ready; rejects with a sentence when it cannot be started. */
  async start(spec: PartSpec): Promise<void> {
    if (this.#stopping) throw new Error(`${spec.name} was not started: the stack is stopping`);
    const { guarding, logsDir, say, onChange } = this.#options;
    const log = openPartLog(logsDir, spec.name);
    const part = new Part(spec, { guarding, say, log, onChange });
    this.#parts.set(spec.name, part);
    await part.start();
  }

  /** What runs now, by name. */
  states(): Record<string, PartState> {
    const entries = [...this.#parts].map(([name, part]): [string, PartState] => [
      name,
      {
        pid: part.group?.pid ?? null,
        identity: part.group?.identity ?? null,
        ports: part.spec.ports,
        restarts: part.restarts,
        ready: part.isReady,
      },
    ]);
    return Object.fromEntries(entries);
  }

  /** Keeps exactly these parts stopped (in order, as at the end) until they are no longer named. For fault tests. */
  async hold(names: readonly string[]): Promise<void> {
    if (this.#stopping) return;
    const wished = new Set(names.filter((name) => this.#parts.has(name)));
    const before = this.#held;
    this.#held = wished;
    const released = [...before.difference(wished)].map((name) => this.#parts.get(name)?.start());
    await Promise.allSettled([
      ...released,
      ...[...wished.difference(before)].map((name) => this.#parts.get(name)?.stop()),
    ]);
    this.#options.onChange();
  }

  /** Stops everything, the last stage first. Each part has its own deadline, then it is killed. Never rejects. */
  stop(): Promise<void> {
    this.#stopping ??= this.#stopAll();
    return this.#stopping;
  }

  /** Kills everything at once: for the person who does not want to wait. */
  killAll(): void {
    for (const part of this.#parts.values()) part.kill("SIGKILL");
  }

  async #stopAll(): Promise<void> {
    const parts = [...this.#parts.values()];
    const stages = [...new Set(parts.map(({ spec }) => spec.stage))].toSorted((a, b) => b - a);
    for (const stage of stages) {
      const now = parts.filter(({ spec }) => spec.stage === stage);
      await Promise.allSettled(now.map((part) => part.stop()));
    }
  }
}
