/** Where in a function an instruction stands: in which arms, loops and `try` parts, outermost first. */
import type {
  Block,
  BranchInstruction,
  FunctionForm,
  Instruction,
  LoopInstruction,
  RegionInstruction,
  TryInstruction,
} from '../../lower/program.js';

export type Step =
  | { readonly in: TryInstruction; readonly part: 'body' | 'handler' | 'finalizer' }
  | { readonly in: LoopInstruction; readonly part: 'round' }
  | { readonly in: BranchInstruction; readonly part: 'arm'; readonly arm: number }
  | { readonly in: RegionInstruction; readonly part: 'region' };

export type Path = readonly Step[];

export class Paths {
  private readonly lists = new WeakMap<FunctionForm, readonly Instruction[]>();
  private readonly known = new WeakMap<FunctionForm, Map<Instruction, Path>>();

  /** The instructions of a function, those of its nested functions excluded, in evaluation order. */
  instructionsOf(form: FunctionForm): readonly Instruction[] {
    let list = this.lists.get(form);
    if (!list) this.lists.set(form, (list = [...this.pathsOf(form).keys()]));
    return list;
  }

  pathOf(form: FunctionForm, instruction: Instruction): Path | undefined {
    return this.pathsOf(form).get(instruction);
  }

  /** The instruction of `outer` that holds a place in it or in a function nested in it. */
  siteIn(outer: FunctionForm, form: FunctionForm, instruction: Instruction): Instruction | undefined {
    let inner = form;
    let site: Instruction | undefined = instruction;
    while (inner !== outer) {
      const { parent } = inner;
      if (!parent) return undefined;
      const made: FunctionForm = inner;
      site = this.instructionsOf(parent).find((each) => each.op === 'closure' && each.form === made);
      inner = parent;
    }
    return site;
  }

  private pathsOf(form: FunctionForm): Map<Instruction, Path> {
    let paths = this.known.get(form);
    if (!paths) {
      paths = new Map();
      enter(form.body, [], paths);
      this.known.set(form, paths);
    }
    return paths;
  }
}

function enter(block: Block, path: Path, paths: Map<Instruction, Path>): void {
  for (const instruction of block) {
    paths.set(instruction, path);
    switch (instruction.op) {
      case 'branch':
        instruction.arms.forEach(({ body }, arm) => {
          enter(body, [...path, { in: instruction, part: 'arm', arm }], paths);
        });
        break;
      case 'loop': {
        const inside: Path = [...path, { in: instruction, part: 'round' }];
        for (const each of [instruction.header, instruction.body, instruction.update])
          enter(each, inside, paths);
        break;
      }
      case 'region':
        enter(instruction.body, [...path, { in: instruction, part: 'region' }], paths);
        break;
      case 'try':
        enter(instruction.body, [...path, { in: instruction, part: 'body' }], paths);
        enter(instruction.handler ?? [], [...path, { in: instruction, part: 'handler' }], paths);
        enter(instruction.finalizer ?? [], [...path, { in: instruction, part: 'finalizer' }], paths);
        break;
      default:
    }
  }
}
