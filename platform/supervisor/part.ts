// Supervision: one long-running process of the stack. It is started, watched, started again when it dies, and stopped in
// order. Called by supervisor.ts.
import { type ChildProcess, spawn } from "node:child_process";
import { setPriority } from "node:os";
import { setTimeout as pause } from "node:timers/promises";
import { seconds, stopwatch } from "../print.ts";
import { failuresAfter, restartDelayMs } from "./backoff.ts";
import type { Guarding } from "./guarding.ts";
import type { PartLog } from "./part-log.ts";
import { type Probe, waitUntil } from "./probes.ts";
import { type Group, signalGroup } from "./processes.ts";

/**
 * What a part is. `stage`: parts of a higher stage are stopped first. `before`: work before each start. `after`: work after
 * each start, when it answers and before it counts as ready.
 * `niceness`: from 1 to 19, for what may wait when the processor is short (nice(1)).
 * `writesJson`: it writes JSON lines, so its output goes straight to the log file. Then no broken pipe kills it in the
 * middle of its work when we crash: Dapr's scheduler, ended so, would keep the next one waiting 20 s for its lease.
 */
export type PartSpec = {
  name: string;
  stage: number;
  file: string;
  args: readonly string[];
  env?: Record<string, string | undefined>;
  cwd?: string;
  ports: Record<string, number>;
  ready: Probe;
  readyWithinMs: number;
  stopSignal: NodeJS.Signals;
  stopWithinMs: number;
  before?: () => Promise<void>;
  after?: () => Promise<void>;
  niceness?: number;
  writesJson?: boolean;
  onLine?: (line: string) => void;
};

/** What a part needs around it. `onChange`: its process is another one now, or it is ready. */
export type Around = {
  guarding: Guarding;
  say: (line: string) => void;
  log: PartLog;
  onChange: () => void;
};

/** Deaths in a row before the first readiness after which a start is given up. */
const patience = 4;

const howItEnded = (code: number | null, signal: string | null): string =>
  signal === null ? `exit code ${code}` : signal;

/** Why the work failed, as the end of a sentence about its part; null when it did not. */
const failureOf = async (work: PartSpec["after"]): Promise<string | null> => {
  try {
    await work?.();
    return null;
  } catch (error) {
    return `runs, but cannot be prepared (${(error as Error).message})`;
  }
};

/** At once, before it has threads: each takes over what its maker has. A process that is gone already is no failure. */
const letWait = (pid: number | undefined, niceness: number | undefined): void => {
  if (pid === undefined || niceness === undefined) return;
  try {
    setPriority(pid, niceness);
  } catch {
    // its end is told as any other
  }
};

export class Part {
  readonly spec: PartSpec;
  readonly #around: Around;
  #wanted = false;
  #child: ChildProcess | null = null;
  #group: Group | null = null;
  #restarts = 0;
  #failures = 0;
  #wasReady = false;
  #isReady = false;
  /** How long it has been ready, ms; 0 when it is not or was not. */
  #readyMs = (): number => 0;
  #life: Promise<void> = Promise.resolve();
  #quit = new AbortController();

  constructor(spec: PartSpec, around: Around) {
    this.spec = spec;
    this.#around = around;
  }

  /** The process as the run file tells it; null while there is none. */
  get group(): Group | null {
    return this.#group;
  }
  get restarts(): number {
    return this.#restarts;
  }
  get isReady(): boolean {
    return this.#isReady;
  }

  /** Starts it and keeps it running. Resolves when it is ready; rejects with a sentence when it cannot be started. */
  start(): Promise<void> {
    this.#wanted = true;
    this.#quit = new AbortController();
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.#life = this.#life.then(() => this.#live(resolve, reject));
    return promise;
  }

  /** Stops it in order, kills it after `stopWithinMs`, and keeps it stopped. Resolves when its process is gone. */
  async stop(): Promise<void> {
    this.#wanted = false;
    this.#quit.abort();
    const child = this.#child;
    if (child?.pid !== undefined) {
      child.kill(this.spec.stopSignal);
      const late = setTimeout(() => this.kill("SIGKILL"), this.spec.stopWithinMs);
      await this.#life;
      clearTimeout(late);
    }
    await this.#life;
  }

  /** Signals its whole process group at once. */
  kill(signal: NodeJS.Signals): void {
    if (this.#child?.pid !== undefined) signalGroup(this.#child.pid, signal);
  }

  async #live(onReady: () => void, onFailure: (error: Error) => void): Promise<void> {
    while (this.#wanted) {
      this.#readyMs = () => 0;
      const end = await this.#runOnce(onReady).catch((error: Error) => error.message);
      this.#failures = failuresAfter(this.#failures, this.#readyMs());
      if (!this.#wanted) break;
      if (!this.#wasReady && this.#failures >= patience) {
        onFailure(new Error(this.#complaint(end)));
        return;
      }
      const delay = restartDelayMs(this.#failures);
      this.#around.say(`${this.spec.name} ended (${end}); starting it again in ${seconds(delay)}`);
      await pause(delay, undefined, { signal: this.#quit.signal }).catch(() => {});
      this.#restarts += 1;
    }
    onFailure(new Error(`${this.spec.name} was stopped`)); // nobody listens any more when it has been ready before
  }

  #complaint(end: string): string {
    const { log } = this.#around;
    return `${this.spec.name} does not start (${end}): ${log.lastWords()} (its log: ${log.file})`;
  }

  /** One life of the process, from spawn to exit. Resolves with how it ended. */
  async #runOnce(onReady: () => void): Promise<string> {
    await this.spec.before?.();
    if (!this.#wanted) return "stopped";
    const over = new AbortController();
    const { child, ended } = this.#spawn();
    void this.#watchReadiness(over.signal, onReady);
    const end = await ended;
    over.abort();
    this.#buried(child);
    return end;
  }

  /** Its end is awaited from the first moment on: whatever fails after the spawn, no process is left unwatched. */
  #spawn(): { child: ChildProcess; ended: Promise<string> } {
    const { file, args, cwd, env, stopSignal, niceness, onLine, writesJson } = this.spec;
    const { log } = this.#around;
    const output = writesJson ? log.descriptor() : "pipe";
    const child = spawn(file, [...args], {
      ...(cwd === undefined ? {} : { cwd }),
      env: env ?? process.env,
      detached: true, // its own group: the terminal's Ctrl-C reaches only us, and we stop all parts in order
      stdio: ["ignore", output, output],
    });
    const ended = new Promise<string>((resolve) => {
      child.once("error", (error) => resolve(error.message));
      child.once("exit", (code, signal) => resolve(howItEnded(code, signal)));
    });
    this.#child = child;
    letWait(child.pid, niceness);
    if (child.pid !== undefined) this.#group = this.#around.guarding.add(child.pid, stopSignal);
    for (const stream of [child.stdout, child.stderr]) if (stream) log.follow(stream, onLine);
    this.#changed();
    return { child, ended };
  }

  #buried(child: ChildProcess): void {
    if (child.pid !== undefined) {
      signalGroup(child.pid, "SIGKILL"); // what its death left behind in its group
      this.#around.guarding.remove(child.pid);
    }
    this.#child = null;
    this.#group = null;
    this.#isReady = false;
    this.#changed();
  }

  /** Who is told may fail (a full disk): that is no reason to end a process, nor the reason why one has ended. */
  #changed(): void {
    try {
      this.#around.onChange();
    } catch (error) {
      this.#around.say(`${this.spec.name}: its state was not noted: ${(error as Error).message}`);
    }
  }

  async #watchReadiness(signal: AbortSignal, onReady: () => void): Promise<void> {
    const took = stopwatch();
    const { name, ready, readyWithinMs, after } = this.spec;
    const answers = await waitUntil(ready, { withinMs: readyWithinMs, signal });
    const late = answers ? null : `is not ready after ${seconds(readyWithinMs)}`;
    const wrong = late ?? (signal.aborted ? null : await failureOf(after));
    if (signal.aborted || !this.#wanted) return;
    if (wrong !== null) {
      this.#around.say(`${name} ${wrong}; ending it`);
      this.kill("SIGKILL");
      return;
    }
    if (this.#wasReady) this.#around.say(`${name} is back after ${seconds(took())}`);
    this.#wasReady = true;
    this.#isReady = true;
    this.#readyMs = stopwatch();
    this.#changed();
    onReady();
  }
}
