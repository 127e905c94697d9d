/** A syntax tree before anything is known of its nodes. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export interface Location {
  readonly start: Place;
  readonly end: Place;
}

export interface TreeNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  /** As ESLint wants them; set when the tree is completed. */
  range?: readonly [number, number];
  parent?: TreeNode | undefined;
  loc?: Location;
  readonly [key: string]: unknown;
}

export interface Comment {
  readonly type: 'Line' | 'Block';
  readonly value: string;
  readonly range: readonly [number, number];
  readonly loc: Location;
}

export type TokenType =
  | 'Boolean'
  | 'Identifier'
  | 'JSXIdentifier'
  | 'JSXText'
  | 'Keyword'
  | 'Null'
  | 'Numeric'
  | 'PrivateIdentifier'
  | 'Punctuator'
  | 'RegularExpression'
  | 'String'
  | 'Template';

export interface Token {
  readonly type: TokenType;
  readonly value: string;
  readonly range: readonly [number, number];
  readonly loc: Location;
  readonly regex?: { readonly pattern: string; readonly flags: string };
}
