// safe: WeakMap memo called kv
const kv = new WeakMap<object, number>();

export function depth(node: { parent?: object }): number {
  const known = kv.get(node);
  if (known !== undefined) return known;
  const d = node.parent ? depth(node.parent as { parent?: object }) + 1 : 0;
  kv.set(node, d);
  return d;
}

export function bumpAccess(node: object) {
  kv.set(node, (kv.get(node) ?? 0) + 1);
}
