/**
 * Maps and sets whose copy costs nothing: a fork shares all that neither side changes afterwards, and what
 * two forks disagree on is found without looking at what they share. A state is forked at every branch, so
 * that with plain maps a function of n branches would cost n².
 */

/** Keys are numbered from 0; near numbers are cheap together. */
export interface Keyed {
  readonly id: number;
}

const BITS = 4;
const WIDTH = 1 << BITS;

interface Entry<K, V> {
  readonly key: K;
  readonly value: V;
}

/** `slots` hold entries at level 0 and nodes above. The owner may change them in place. */
class Node<K, V> {
  constructor(
    readonly owner: object,
    readonly slots: (Node<K, V> | Entry<K, V> | undefined)[],
  ) {}

  ownedBy(owner: object): Node<K, V> {
    return this.owner === owner ? this : new Node(owner, this.slots.slice());
  }
}

type Slot<K, V> = Node<K, V> | Entry<K, V> | undefined;

export class ForkedMap<K extends Keyed, V> {
  private owner: object = {};

  constructor(
    private root?: Node<K, V>,
    /** How many levels of nodes stand above those that hold entries. */
    private height = 0,
  ) {}

  fork(): ForkedMap<K, V> {
    // Neither side owns the nodes any more.
    this.owner = {};
    return new ForkedMap(this.root, this.height);
  }

  get(key: K): V | undefined {
    return this.find(key)?.value;
  }

  has(key: K): boolean {
    return this.find(key) !== undefined;
  }

  set(key: K, value: V): void {
    this.put(key, { key, value });
  }

  delete(key: K): void {
    if (this.has(key)) this.put(key, undefined);
  }

  /** The entries that `other` has not, or has with another value, by number of their keys. */
  entriesNotIn(other: ForkedMap<K, V>): Entry<K, V>[] {
    const found: Entry<K, V>[] = [];
    let mine: Slot<K, V> = this.root;
    let theirs: Slot<K, V> = other.root;
    for (let level = this.height; level < other.height; level++) theirs = childAt(theirs, 0);
    for (let level = this.height; level > other.height && mine instanceof Node; level--) {
      mine.slots.slice(1).forEach((slot) => {
        collect(slot, undefined, found);
      });
      mine = childAt(mine, 0);
    }
    collect(mine, theirs, found);
    return found;
  }

  entries(): Entry<K, V>[] {
    const found: Entry<K, V>[] = [];
    collect(this.root, undefined, found);
    return found;
  }

  private find({ id }: K): Entry<K, V> | undefined {
    if (id >>> (BITS * (this.height + 1)) > 0) return undefined;
    let slot: Slot<K, V> = this.root;
    for (let shift = BITS * this.height; slot instanceof Node; shift -= BITS) {
      slot = slot.slots[(id >>> shift) & (WIDTH - 1)];
    }
    return slot;
  }

  private put({ id }: K, entry: Entry<K, V> | undefined): void {
    while (id >>> (BITS * (this.height + 1)) > 0) {
      if (this.root) this.root = new Node<K, V>(this.owner, [this.root]);
      this.height++;
    }
    let node = this.root?.ownedBy(this.owner) ?? new Node<K, V>(this.owner, []);
    this.root = node;
    for (let shift = BITS * this.height; shift > 0; shift -= BITS) {
      const at = (id >>> shift) & (WIDTH - 1);
      const child = childAt(node, at);
      const next: Node<K, V> =
        child instanceof Node ? child.ownedBy(this.owner) : new Node<K, V>(this.owner, []);
      node.slots[at] = next;
      node = next;
    }
    node.slots[id & (WIDTH - 1)] = entry;
  }
}

export class ForkedSet<K extends Keyed> {
  constructor(private readonly map = new ForkedMap<K, true>()) {}

  fork(): ForkedSet<K> {
    return new ForkedSet(this.map.fork());
  }

  has(key: K): boolean {
    return this.map.has(key);
  }

  add(key: K): void {
    if (!this.map.has(key)) this.map.set(key, true);
  }

  delete(key: K): void {
    this.map.delete(key);
  }

  /** The members that `other` has not. */
  notIn(other: ForkedSet<K>): K[] {
    return this.map.entriesNotIn(other.map).map(({ key }) => key);
  }

  [Symbol.iterator](): Iterator<K> {
    return this.map
      .entries()
      .map(({ key }) => key)
      [Symbol.iterator]();
  }
}

function childAt<K, V>(slot: Slot<K, V>, index: number): Slot<K, V> {
  return slot instanceof Node ? slot.slots[index] : undefined;
}

/** The entries below `mine` that `theirs`, at the same place, has not. */
function collect<K, V>(mine: Slot<K, V>, theirs: Slot<K, V>, found: Entry<K, V>[]): void {
  if (mine === theirs || !mine) return;
  if (mine instanceof Node) {
    mine.slots.forEach((slot, index) => {
      collect(slot, childAt(theirs, index), found);
    });
  } else if (theirs === undefined || theirs instanceof Node || theirs.value !== mine.value) {
    found.push(mine);
  }
}
