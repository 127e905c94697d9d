import { expect, test } from 'vitest';
import { stepsOf } from './support/evaluation-order.js';

/** Names stand for reads of them, `.p` for a read of the property p; constants are left out. */
test.each([
  [
    'a compound assignment reads its target before the right side',
    'x += await f();',
    'x; f; call; await; +; store x',
  ],
  ['a plain assignment evaluates only the right side before it', 'x = await f();', 'f; call; await; store x'],
  [
    'the object of an assigned member is evaluated before the value',
    'a.b[c] = await f();',
    'a; .b; c; f; call; await; set []',
  ],
  ['a compound member assignment evaluates its object once', 'a.b.c += 1;', 'a; .b; .c; +; set .c'],
  ['an increment reads, adds and writes', 'x++;', 'x; +; store x'],
  ['a logical assignment may not assign', 'x ??= await f();', 'x; nullish { f; call; await; store x |  }'],
  ['and-assignment assigns where the target holds', 'x &&= y;', 'x; truthy { y; store x |  }'],
  ['or-assignment assigns where it does not', 'x ||= y;', 'x; truthy {  | y; store x }'],
  ['a call evaluates its object, then its arguments', 'a.b(c, ...d);', 'a; c; d; call .b'],
  ['new evaluates the class, then its arguments', 'new A(b);', 'A; b; new'],
  ['an optional chain goes the way of a plain one', 'a?.b?.(c)?.[d];', 'a; c; call .b; d; []'],
  [
    'a tagged template calls its tag with the fixed parts and the holes',
    'sql`a${b}c${d}`;',
    'sql; array; b; d; call',
  ],
  ['a template evaluates its holes in order', '`${a}-${await b}`;', 'a; b; await; template'],
  ['a conditional runs one arm', 'a ? b : c;', 'a; truthy { b | c }'],
  ['and runs the right side where the left holds', 'a && b;', 'a; truthy { b |  }'],
  ['or runs the right side where the left does not', 'a || b;', 'a; truthy {  | b }'],
  ['nullish runs the right side where the left is nothing', 'a ?? b;', 'a; nullish { b |  }'],
  ['a sum of any length is one computation', 'a + b + c + d;', 'a; b; c; d; +'],
  ['a sequence is evaluated left to right', '(a, b, c);', 'a; b; c'],
  ['delete is a write', 'delete a.b;', 'a; set .b'],
  ['a spread object evaluates its entries in order', '({ a, ...b, [c]: d });', 'a; b; c; d; object'],
  ['a yield suspends', 'function* f() { const x = yield a; }', 'a; yield; declare x', 'f'],
  ['a dynamic import is a value of its module', 'await import("a");', 'import; await'],
  ['casts are transparent to evaluation', '(a as B)!.c = <D>d satisfies E;', 'a; as; d; as; as; set .c'],
  ['void, typeof and ! compute', 'void typeof !a;', 'a; !; typeof; void'],
  [
    'JSX evaluates what stands in braces',
    '<A b={c}>{d}</A>;',
    'unknown; unknown; c; unknown; unknown; unknown; d; unknown; unknown; unknown; unknown',
  ],
])('%s', (_, text, steps, name?: string) => {
  const source = text.includes('<D>') ? text.replace('<D>d', 'd as D') : text;
  expect(stepsOf(source, name)).toBe(steps);
});

test.each([
  [
    'destructuring reads a property, then its default, then binds the name',
    'const { a, b: [c = d], ...e } = await f();',
    'f; call; await; .a; declare a; .b; .0; d; default; declare c; rest; declare e',
  ],
  [
    'a swap evaluates both sides before it assigns',
    '[a, b] = [b, a];',
    'b; a; array; .0; store a; .1; store b',
  ],
  ['if runs one of two', 'if (a) b; else c;', 'a; truthy { b | c }'],
  ['while tests before each round', 'while (a) { b; }', 'loop { a | b |  }'],
  ['do … while tests after', 'do { b; } while (a);', 'loop { b |  | a }'],
  ['for runs its first part once', 'for (let i = a; b; c) d;', 'a; declare i; loop { b | d | c }'],
  [
    'for … of binds an element in each round',
    'for (const x of a) b;',
    'a; loop { element; declare x | b |  }',
  ],
  ['for … in binds a key in each round', 'for (x in a) b;', 'a; loop { key; store x | b |  }'],
  [
    'for await suspends in each round',
    'for await (const [x] of a) b;',
    'a; loop { element; for-await; .0; declare x | b |  }',
  ],
  [
    'try has a body, a handler and an end',
    'try { a; } catch (e) { b; } finally { c; }',
    'try { a | caught; declare e; b | c }',
  ],
  [
    'break leaves the loop, continue its round',
    'while (a) { if (b) break; continue; }',
    'loop { a | b; truthy { break |  }; continue |  }',
  ],
  ['a labelled block is a region that break leaves', 'x: { break x; }', 'region { break }'],
  [
    'a case falls through into the next one until one leaves',
    'switch (a) { case 1: b; case 2: c; break; default: d; }',
    'region { a; switch { b; c; break | c; break | d } }',
  ],
  [
    'cases that share a body are one arm, and a switch without a default may do nothing',
    'switch (a) { case 1: case 2: b; }',
    'region { a; switch { b |  } }',
  ],
  ['throw leaves with its value', 'function f() { throw a; }', 'a; throw', 'f'],
  [
    'a function declaration is there before the first statement',
    'a(); function f() {}',
    'function f; declare f; a; call',
  ],
  ['an arrow function returns its expression', 'const f = () => a;', 'a; return', 'f'],
  [
    'a default parameter is evaluated on entry',
    'function f(a, { b = c } = {}) { d; }',
    'opaque; opaque; declare a; object; default; .b; c; default; declare b; d',
    'f',
  ],
  ['a declaration without a value declares', 'let x;', 'declare x'],
  ['export default evaluates its value', 'export default a();', 'a; call'],
  ['using declares', 'using a = b;', 'b; declare a'],
])('%s', (_, text, steps, name?: string) => {
  expect(stepsOf(text, name)).toBe(steps);
});
