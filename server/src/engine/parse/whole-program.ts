/** A parsed file of which only the program as a whole is told to rules. */
import { SourceCode } from 'eslint';

/**
 * ESLint goes through every node, and works out the code paths of each function, for rules that wait for nodes. The
 * plugin's rules wait for the program alone: `test/server/whole-program.test.ts` holds them to it. What ESLint sets
 * on its way, the parents, the parser has to have set.
 */
export class WholeProgram extends SourceCode {
  override traverse(): ReturnType<SourceCode['traverse']> {
    return [this.visit(1), this.visit(2)];
  }

  private visit(phase: 1 | 2) {
    return { kind: 1 as const, type: 'visit' as const, target: this.ast, phase, args: [this.ast] };
  }
}
