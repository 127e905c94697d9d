/**
 * The engine as the protocol thread sees it: a queue of tasks before one worker thread. What an editor waits for
 * goes first and interrupts what runs in the background. A worker that dies is started again, within a budget.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';
import { Job, outcomeOf, type Outcome, type Priority } from './job.js';
import { Queue } from './queue.js';
import { startThread } from './thread.js';
import { CANCELLED, POLLS } from './wire.js';
import type { ModuleChange, Setup, Task, ToWorker, WorkerMessage } from './wire.js';

/** So many deaths in so many milliseconds, and the engine stays stopped until somebody restarts it. */
const BUDGET = { deaths: 5, within: 180_000 };

/** A task that two workers died over is not tried again. */
const MAX_DEATHS_OF_A_TASK = 2;

/**
 * A worker that has neither answered nor asked whether to stop for so many milliseconds hangs, e.g. in a
 * configuration that never ends; and so does one that has asked so many times longer.
 */
const PATIENCE = { silent: 60_000, times: 10 };

/** So many characters of open modules are told to a new worker at a time. */
const PORTION = 500_000;

export interface EngineEvents {
  /** Something that the user should know of, said once. */
  readonly problem: (message: string) => void;
  /** A configuration was read: `files` are what it consists of. */
  readonly config: (config: string, files: readonly string[]) => void;
  readonly died: (message: string) => void;
  /** Too many have died. */
  readonly stopped: () => void;
  readonly busy: (isBusy: boolean) => void;
  /** What a new worker has to know: the modules that are open in an editor. */
  readonly openModules: () => Iterable<ModuleChange>;
}

export class Engine {
  private worker: Worker | undefined;
  private isReady = false;
  private hasModules = false;
  private isStopped = false;
  private isClosed = false;
  private restarting: { again: boolean; readonly done: Promise<void> } | undefined;
  private running: { readonly job: Job; isPreempted: boolean } | undefined;
  private readonly queue = new Queue();
  private readonly shared = new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT));
  private readonly fatalConfigs = new Set<string>();
  private loadingConfig: string | undefined;
  private deaths: number[] = [];
  private watchdog: NodeJS.Timeout | undefined;
  private wasBusy = false;

  constructor(
    private setup: Omit<Setup, 'fatalConfigs'>,
    private readonly program: URL = new URL('worker.js', import.meta.url),
    private readonly events: EngineEvents,
  ) {}

  run(task: Task, priority: Priority): Job {
    const job = new Job(task, priority);
    if (this.isStopped || this.isClosed) {
      job.end({ kind: 'stopped' });
      return job;
    }
    this.queue.add(job);
    this.pump();
    return job;
  }

  cancel(job: Job): void {
    job.isCancelled = true;
    if (this.running?.job === job) Atomics.store(this.shared, CANCELLED, job.id);
    else job.end({ kind: 'cancelled' });
  }

  /** Somebody waits for it now. */
  hasten(job: Job): void {
    if (this.queue.hasten(job)) this.pump();
  }

  /** Says what importing files are to read from now on. */
  changeModules(changes: readonly ModuleChange[]): void {
    this.post({ kind: 'modules', changes });
  }

  /** In portions, so that nothing else waits for long. */
  private async tellModules(worker: Worker): Promise<void> {
    let portion: ModuleChange[] = [];
    let length = 0;
    for (const change of this.events.openModules()) {
      portion.push(change);
      length += change.text?.length ?? 0;
      if (length < PORTION) continue;
      this.changeModules(portion);
      [portion, length] = [[], 0];
      await nextTurn();
      if (worker !== this.worker) return;
    }
    this.changeModules(portion);
    this.hasModules = true;
    this.pump();
  }

  private post(message: ToWorker): void {
    this.worker?.postMessage(message);
  }

  /** Everything that was loaded is loaded anew; tasks stay in the queue. */
  reconfigure(setup: Omit<Setup, 'fatalConfigs'>): Promise<void> {
    this.setup = setup;
    return this.restart();
  }

  /** Forgets which configuration ended a worker: it has changed. */
  forgive(configs: Iterable<string>): void {
    for (const config of configs) this.fatalConfigs.delete(config);
  }

  /** Starts a new worker in place of this one. Asked again meanwhile, it does so once more, however often. */
  restart(): Promise<void> {
    this.isStopped = false;
    this.deaths = [];
    if (this.restarting) {
      this.restarting.again = true;
      return this.restarting.done;
    }
    const restarting = { again: false, done: Promise.resolve() };
    this.restarting = restarting;
    restarting.done = this.replaceWorker().then(() => {
      this.restarting = undefined;
      if (restarting.again) return this.restart();
      this.pump();
      return undefined;
    });
    return restarting.done;
  }

  async close(): Promise<void> {
    this.isClosed = true;
    this.endAll({ kind: 'stopped' });
    await this.endWorker();
  }

  private async replaceWorker(): Promise<void> {
    const interrupted = this.running?.job;
    this.running = undefined;
    if (interrupted) this.putBack(interrupted);
    await this.endWorker();
  }

  private async endWorker(): Promise<void> {
    const { worker } = this;
    this.worker = undefined;
    [this.isReady, this.hasModules] = [false, false];
    clearTimeout(this.watchdog);
    await worker?.terminate();
  }

  private pump(): void {
    if (this.restarting || this.isClosed || this.isStopped) return;
    if (this.running) {
      this.preempt();
      return;
    }
    const job = this.queue.next();
    this.noteBusy(job !== undefined);
    if (!job) return;
    if (!this.worker) {
      this.worker = this.start();
      void this.tellModules(this.worker);
    }
    if (!this.isReady || !this.hasModules) {
      this.queue.putBack(job);
      return;
    }
    this.running = { job, isPreempted: false };
    this.watch();
    this.post({ kind: 'task', id: job.id, task: job.task });
  }

  /** What is less urgent than what waits makes room, and has its turn later. */
  private preempt(): void {
    const { running } = this;
    if (!running || !this.queue.hasBefore(running.job.priority)) return;
    running.isPreempted = true;
    Atomics.store(this.shared, CANCELLED, running.job.id);
  }

  /** It was interrupted, and begins anew when it is its turn. */
  private putBack(job: Job): void {
    // Its number is spent where the flag names it.
    Atomics.compareExchange(this.shared, CANCELLED, job.id, 0);
    this.queue.putBack(job);
  }

  private start(): Worker {
    const setup = { ...this.setup, fatalConfigs: [...this.fatalConfigs] };
    const worker = startThread(
      this.program,
      { setup, shared: this.shared },
      {
        message: (message) => {
          if (worker === this.worker) this.receive(message);
        },
        ended: (cause) => {
          if (worker === this.worker) this.bury(cause);
        },
      },
    );
    this.watch(worker);
    return worker;
  }

  private receive(message: WorkerMessage): void {
    switch (message.kind) {
      case 'ready':
        this.isReady = true;
        clearTimeout(this.watchdog);
        this.pump();
        return;
      case 'loading':
        this.loadingConfig = message.config;
        return;
      case 'loaded':
        this.loadingConfig = undefined;
        this.events.config(message.config, message.files);
        if (message.problem !== undefined) this.events.problem(badConfig(message.config, message.problem));
        return;
      default:
        this.finish(message);
    }
  }

  private finish(message: Extract<WorkerMessage, { readonly id: number }>): void {
    const { running } = this;
    if (running?.job.id !== message.id) return;
    clearTimeout(this.watchdog);
    this.running = undefined;
    const { job, isPreempted } = running;
    if (message.kind === 'cancelled' && isPreempted && !job.isCancelled) {
      this.putBack(job);
    } else {
      job.end(outcomeOf(message));
    }
    this.pump();
  }

  /** The worker has died. */
  private bury(cause: string): void {
    this.worker = undefined;
    [this.isReady, this.hasModules] = [false, false];
    clearTimeout(this.watchdog);
    this.events.died(cause);
    if (this.loadingConfig !== undefined) {
      this.fatalConfigs.add(this.loadingConfig);
      this.events.problem(badConfig(this.loadingConfig, 'it ended the thread that loaded it.'));
      this.loadingConfig = undefined;
    }
    const job = this.running?.job;
    this.running = undefined;
    if (job && ++job.deaths < MAX_DEATHS_OF_A_TASK) this.putBack(job);
    else job?.end({ kind: 'failed', message: `The thread that checked it died. ${cause}` });
    const now = Date.now();
    this.deaths = [...this.deaths.filter((time) => now - time < BUDGET.within), now];
    if (this.deaths.length < BUDGET.deaths) {
      this.pump();
      return;
    }
    this.isStopped = true;
    this.endAll({ kind: 'stopped' });
    this.noteBusy(false);
    this.events.stopped();
  }

  private endAll(outcome: Outcome): void {
    this.queue.endAll(outcome);
    this.running?.job.end(outcome);
    this.running = undefined;
  }

  /** From now on it has some time to answer. */
  private watch(worker = this.worker, times = PATIENCE.times): void {
    clearTimeout(this.watchdog);
    const polls = Atomics.load(this.shared, POLLS);
    this.watchdog = setTimeout(() => {
      if (times > 1 && Atomics.load(this.shared, POLLS) !== polls) this.watch(worker, times - 1);
      else void worker?.terminate();
    }, PATIENCE.silent);
    this.watchdog.unref();
  }

  private noteBusy(isBusy: boolean): void {
    if (isBusy === this.wasBusy) return;
    this.wasBusy = isBusy;
    this.events.busy(isBusy);
  }
}

function badConfig(config: string, problem: string): string {
  return `Interleave could not use ${config}: ${problem} Its own configuration is used instead.`;
}
