/**
 * Tokens that only the tree can tell: literals, templates, JSX text, `>>` that is an operator and not the end of two
 * type arguments. All others can be read off the text between them.
 */
import type { TokenType, TreeNode } from './tree.js';

export interface Island {
  readonly type: TokenType;
  readonly start: number;
  readonly end: number;
}

/** An operator somewhere between its operands. */
export interface Operator {
  readonly text: string;
  readonly after: number;
}

export class Islands {
  readonly known: Island[] = [];
  readonly operators: Operator[] = [];
  /** Where identifiers begin: a word there is none of the language's, whatever it says. */
  readonly identifiers = new Set<number>();

  add(node: TreeNode, parent: TreeNode | undefined): void {
    const { start, end } = node;
    switch (node.type) {
      case 'Identifier':
        // The `import` of `import.meta` is a word of the language.
        if (parent?.type !== 'MetaProperty' || parent['property'] === node) this.identifiers.add(start);
        return;
      case 'Literal':
        this.known.push({ type: typeOfLiteral(node, parent), start, end });
        return;
      case 'TemplateElement':
        this.known.push({ type: 'Template', start, end });
        return;
      case 'JSXText':
      case 'JSXIdentifier':
        this.known.push({ type: node.type, start, end });
        return;
      case 'BinaryExpression':
      case 'AssignmentExpression':
        this.addOperator(node);
    }
  }

  private addOperator({ operator, left }: TreeNode): void {
    if (typeof operator !== 'string' || operator.length === 1 || !operator.startsWith('>')) return;
    if (isPlaced(left)) this.operators.push({ text: operator, after: left.end });
  }
}

function isPlaced(value: unknown): value is Pick<TreeNode, 'end'> {
  return typeof value === 'object' && value !== null && 'end' in value;
}

function typeOfLiteral({ value, regex, raw }: TreeNode, parent: TreeNode | undefined): TokenType {
  if (regex) return 'RegularExpression';
  if (typeof value === 'string') return parent?.type === 'JSXAttribute' ? 'JSXText' : 'String';
  if (typeof value === 'boolean') return 'Boolean';
  return raw === 'null' ? 'Null' : 'Numeric';
}
