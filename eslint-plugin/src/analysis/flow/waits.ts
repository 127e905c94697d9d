/** What runs while the code at hand goes on, and what is behind it once it is waited for. */
import type { Temp } from '../lower/program.js';
import { longer } from './state.js';
import type { Suspensions, Value } from './value.js';
import type { Walk } from './walk.js';

export class Waits {
  /** What has run in the call at hand, without the caller waiting for it. */
  private ran: Suspensions | undefined;
  /** The suspensions passed when the promise that a call gave has settled. */
  private readonly settled = new Map<Temp, Suspensions>();

  constructor(private readonly walk: Walk) {}

  /** Runs what happens later, while the code at hand goes on without waiting for it. */
  behindSuspension<T>(at: Parameters<Walk['suspend']>[0], run: () => T): T {
    const { suspensions } = this.walk.state;
    if (at.op === 'call' && at.callee.kind === 'member') this.resumeBehind(at.callee.object);
    this.walk.suspend(at);
    const result = run();
    this.goOnFrom(suspensions);
    return result;
  }

  /** The caller goes on as it was before; only who waits for the call is behind all that ran in it. */
  goOnFrom(before: Suspensions | undefined): void {
    this.noteRan(this.walk.state.suspensions);
    this.walk.state.suspensions = before;
  }

  noteRan(suspensions: Suspensions | undefined): void {
    this.ran = longer(this.ran, suspensions);
  }

  /** Evaluates a call, and keeps what has run when the promise that it gives has settled. */
  settling(promise: Temp, evaluate: () => Value): Value {
    const outer = this.takeRan();
    const value = evaluate();
    const ran = this.takeRan();
    if (ran) this.settled.set(promise, ran);
    this.ran = outer;
    return value;
  }

  private takeRan(): Suspensions | undefined {
    const { ran } = this;
    this.ran = undefined;
    return ran;
  }

  /** Who waits for a promise goes on behind all that ran before it settled. */
  resumeBehind(promise: Temp): void {
    const settled = this.settled.get(promise);
    if (settled && settled.count > (this.walk.state.suspensions?.count ?? 0))
      this.walk.state.suspensions = settled;
  }
}
