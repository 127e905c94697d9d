/** Ways out of a function on which a lock that it has taken stays held. */
import type { Block, CallInstruction, Instruction, Program, Temp } from '../../lower/program.js';
import type { SourceRange } from '../../race.js';
import { someIn } from '../../resources/code/blocks.js';
import { calledName, isHarmless, isPause } from './pauses.js';

/** `wait`: an await that may throw; `call`: a call that may; `exit`: a jump that leaves with the lock held. */
export interface Leak {
  readonly way: 'wait' | 'call' | 'exit';
  readonly at: SourceRange;
}

export interface Section {
  readonly acquire: CallInstruction;
  /** Instructions that let go, or hold a function that does. */
  readonly releases: ReadonlySet<Instruction>;
  /** The values that tell what the attempt came to. */
  readonly outcome: ReadonlySet<Temp>;
}

/** Where a lock is held: before it is taken and after it is let go it is `free`; `gone` where nothing gets there. */
type Holding = 'free' | 'held' | 'gone';

/** The first leak of each kind, in the order of the text. */
export function findLeaks(body: Block, section: Section, program: Program): Leak[] {
  const finder = new LeakFinder(section, program);
  finder.block(body, 'free', false);
  return finder.leaks;
}

class LeakFinder {
  readonly leaks: Leak[] = [];

  constructor(
    private readonly section: Section,
    private readonly program: Program,
  ) {}

  /** @param safe True where whatever is thrown passes a release. */
  block(block: Block, before: Holding, safe: boolean): Holding {
    let holding = before;
    for (const instruction of block) {
      holding = this.step(instruction, holding, safe);
      if (holding === 'gone') return holding;
    }
    return holding;
  }

  private step(instruction: Instruction, holding: Holding, safe: boolean): Holding {
    const { acquire, releases } = this.section;
    if (instruction === acquire) return 'held';
    if (releases.has(instruction)) return 'free';
    const isOpen = holding === 'held' && !safe;
    switch (instruction.op) {
      case 'suspend':
        if (isOpen && !this.isOwnWait(instruction.from)) this.leak('wait', instruction.at);
        return holding;
      case 'call':
        if (isOpen && !isHarmless(instruction, this.program) && !this.isExpiry(instruction))
          this.leak('call', instruction.at);
        return holding;
      case 'exit':
        if (isOpen && (instruction.how === 'return' || instruction.how === 'throw')) {
          const hands = instruction.from !== undefined && this.section.outcome.has(instruction.from);
          if (!hands) this.leak('exit', instruction.at);
        }
        return 'gone';
      case 'branch': {
        // What tests the attempt leaves where it came to nothing.
        const decides = this.section.outcome.has(instruction.test);
        const ends = instruction.arms.map(({ body }) =>
          this.block(body, holding, safe || (decides && leaves(body))),
        );
        // The arm that lets go is the one where it was got.
        if (decides && instruction.arms.some(({ body }) => this.releasesIn(body)))
          return ends.every((end) => end === 'gone') ? 'gone' : 'free';
        return merged(ends, holding);
      }
      case 'loop': {
        const { header, body, update } = instruction;
        const inside = this.holdsIn(body) || this.holdsIn(header);
        const repeats = inside && !this.releasesIn(body) && !this.releasesIn(header);
        if (repeats) return 'held';
        let round = this.block(header, holding, safe);
        round = this.block(body, round, safe);
        if (round !== 'gone') this.block(update, round, safe);
        // A loop that releases has released at its end.
        return this.releasesIn(body) || this.releasesIn(header) ? 'free' : holding;
      }
      case 'region': {
        const end = this.block(instruction.body, holding, safe);
        return end === 'gone' ? holding : end;
      }
      case 'try':
        return this.attempt(instruction, holding, safe);
      default:
        return holding;
    }
  }

  private attempt(
    { body, handler, finalizer }: Extract<Instruction, { op: 'try' }>,
    holding: Holding,
    safe: boolean,
  ): Holding {
    const inFinalizer = finalizer !== undefined && this.releasesIn(finalizer);
    const caught = handler !== undefined && (this.releasesIn(handler) || !leaves(handler));
    let end = this.block(body, holding, safe || inFinalizer || caught);
    if (handler) {
      // Taken in the body, it may be held when something is thrown there.
      const thrown = holding === 'held' || this.holdsIn(body) ? 'held' : holding;
      const released = this.releasesIn(body) && !this.releasesIn(handler) ? end : thrown;
      const handled = this.block(handler, released === 'gone' ? thrown : released, true);
      end = end === 'gone' ? handled : end;
    }
    if (finalizer) {
      if (inFinalizer) return end === 'gone' ? 'gone' : 'free';
      if (end !== 'gone') return this.block(finalizer, end, safe);
    }
    return end;
  }

  private holdsIn(block: Block): boolean {
    return someIn(block, (each) => each === this.section.acquire);
  }

  private releasesIn(block: Block): boolean {
    return someIn(block, (each) => this.section.releases.has(each));
  }

  /** The wait for the lock itself, or for nothing but time. */
  private isOwnWait(from: Temp): boolean {
    if (from === this.section.acquire.to) return true;
    const awaited = this.program.definitions[from];
    if (awaited?.op !== 'call') return false;
    // `kv.atomic().check(…).set(…).commit()`: what sends it takes it.
    if (awaited.callee.kind === 'member' && this.isOwnWait(awaited.callee.object)) return true;
    return isPause(awaited, this.program) || this.isExpiry(awaited);
  }

  /** An expiry in a step of its own belongs to the taking. */
  private isExpiry(call: CallInstruction): boolean {
    return /^p?expire$/iu.test(calledName(call, this.program) ?? '');
  }

  private leak(way: Leak['way'], at: SourceRange): void {
    if (!this.leaks.some((each) => each.way === way)) this.leaks.push({ way, at });
  }
}

function merged(ends: readonly Holding[], before: Holding): Holding {
  const staying = ends.filter((end) => end !== 'gone');
  if (staying.length === 0) return ends.length > 0 ? 'gone' : before;
  if (before === 'held') return staying.includes('free') ? 'free' : 'held';
  return staying.includes('held') ? 'held' : 'free';
}

/** True where a block ends in a jump out of the function, whatever it does before. */
export function leaves(block: Block): boolean {
  return someIn(block, (each) => each.op === 'exit' && (each.how === 'return' || each.how === 'throw'));
}
