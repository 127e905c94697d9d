// safe: WeakMap in one process, synchronous
interface Meta {
  renders: number;
  labels: string[];
}

const metas = new WeakMap<object, Meta>();

export function noteRender(node: object, label: string): Meta {
  const meta = metas.get(node) ?? { renders: 0, labels: [] };
  const next = { renders: meta.renders + 1, labels: [...meta.labels, label] };
  metas.set(node, next);
  return next;
}

export const rendersOf = (node: object): number => metas.get(node)?.renders ?? 0;
