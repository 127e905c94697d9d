import { expect, test } from 'vitest';
import { revealed } from './support/reveal.js';

/** Every `reveal` in the text says what the flow knows there. */
function check(text: string): void {
  expect(revealed(text)).toBe(text);
}

test('a value comes from the read it was computed from, across suspensions', () => {
  check(`
    const raw = await redis.get('hits');
    reveal(raw); // from get hits, 1 suspension ago
    const next = Number(raw) + 1;
    await pause();
    reveal(next); // from get hits, 2 suspensions ago`);
});

test('a value of its own comes from nothing, whatever was read before', () => {
  check(`
    await redis.get('hits');
    const next = 1;
    reveal(next); // from nothing
    reveal(input); // from parameter input`);
});

test('notations and arithmetic keep the origin', () => {
  check(`
    const raw = await redis.get('doc');
    reveal(JSON.parse(raw ?? '{}')); // from get doc, 1 suspension ago
    reveal(\`v\${raw}\`); // from get doc, 1 suspension ago
    reveal(parseInt(raw, 10) * 2 - 1); // from get doc, 1 suspension ago
    reveal(raw ? Number(raw) : 0); // from get doc, 1 suspension ago
    reveal(raw?.length || 7); // from get doc.length, 1 suspension ago
    reveal(!raw); // from get doc, 1 suspension ago`);
});

test('destructuring keeps the origin of each name, and of nothing else', () => {
  check(`
    const { a, nested: { b = input }, ...rest } = JSON.parse(await redis.get('doc'));
    const [first, second] = [await redis.get('first'), 2];
    reveal(a); // from get doc.a, 2 suspensions ago
    reveal(b); // from get doc.nested, 2 suspensions ago and parameter input
    reveal(rest); // from get doc, 2 suspensions ago
    reveal(first); // from get first, 1 suspension ago
    reveal(second); // from nothing`);
});

test('an object carries what is put into it, a part only what it is itself', () => {
  check(`
    const raw = await redis.get('hits');
    const box = { hits: raw, at: 5 };
    reveal(box); // from get hits, 1 suspension ago
    reveal(box.hits); // from get hits, 1 suspension ago
    reveal(box.at); // from nothing
    reveal({ ...box, at: 6 }); // from get hits, 1 suspension ago
    box.at = await redis.get('clock');
    reveal(box.at); // from get clock, 1 suspension ago`);
});

test('arrays carry what is pushed, mapped, filtered and reduced into them', () => {
  check(`
    const list = [];
    reveal(list); // from nothing
    list.push(await redis.get('a'));
    reveal(list); // from get a, 1 suspension ago
    reveal(list.map((each) => each + 1)); // from get a, 1 suspension ago
    reveal(list.filter(Boolean).concat([1])); // from get a, 1 suspension ago
    reveal(list.reduce((sum, each) => sum + Number(each), 0)); // from get a, 1 suspension ago
    list.forEach((each) => {
      reveal(each); // from get a, 1 suspension ago
    });
    for (const each of list) reveal(each); // from get a, 1 suspension ago`);
});

test('an assignment replaces the origin, a compound one adds to it', () => {
  check(`
    let value = await redis.get('a');
    value = 1;
    reveal(value); // from nothing
    value += Number(await redis.get('b'));
    reveal(value); // from get b, 1 suspension ago
    value ??= input;
    reveal(value); // from parameter input and get b, 1 suspension ago`);
});

test('where branches meet, a value comes from what either gave it, and from what decided', () => {
  check(`
    const flag = await redis.get('flag');
    let value = 0;
    if (flag) {
      value = Number(await redis.get('a'));
      reveal(value); // from get a, 1 suspension ago; if get flag
    } else {
      reveal(value); // from nothing; if get flag
    }
    reveal(value); // from get a, 1 suspension ago and get flag, 2 suspensions ago`);
});

test('behind an early return, the place is reached because of the read; a value does not come from it', () => {
  check(`
    const seen = await redis.get('seen');
    if (seen) return;
    reveal(input); // from parameter input; if get seen
    reveal(seen); // from nothing; if get seen`);
});

test('what is found empty carries nothing: a cache that is filled on a miss', () => {
  check(`
    const cached = await redis.get('page');
    if (cached !== null) return cached;
    const page = await render(input);
    reveal(page); // from parameter input; if get page`);
});

test('a loop is walked twice: what one round leaves, the next one finds', () => {
  check(`
    let last;
    let count = 0;
    while (count < 3) {
      reveal(last); // from get item, 1 suspension ago
      last = await redis.get('item');
      count++;
    }
    reveal(last); // from get item, 1 suspension ago
    reveal(count); // from nothing`);
});

test('a promise chain hands the value on, behind a suspension each', () => {
  check(`
    return redis.get('hits').then((raw) => {
      reveal(raw); // from get hits, 1 suspension ago
      return Number(raw) + 1;
    }).then((next) => {
      reveal(next); // from get hits, 2 suspensions ago
    }).catch((error) => {
      reveal(error); // from nothing
    });`);
});

test('what the network answers is another value than what it was asked', () => {
  check(`
    const raw = await redis.get('a');
    reveal(await fetch(raw)); // from nothing
    reveal(await ask(raw)); // from get a, 3 suspensions ago`);
});

test('a property of a constant object is what was stored last', () => {
  check(`
    const counts = { hits: 0 };
    reveal(counts.hits); // from nothing
    counts.hits = Number(await redis.get('hits')) + 1;
    reveal(counts.hits); // from get hits, 1 suspension ago`);
});

test('what a table gives for a key comes from the key', () => {
  check(`
    const state = await redis.get('state');
    reveal(NEXT[state]); // from get state, 1 suspension ago
    reveal(NEXT['idle']); // from nothing`);
});

test('Promise.all gives each its own', () => {
  check(`
    const [a, b, other] = await Promise.all([redis.get('a'), redis.get('b'), load(input)]);
    reveal(a); // from get a, 1 suspension ago
    reveal(b); // from get b, 1 suspension ago
    reveal(other); // from parameter input`);
});

test('a thrown read arrives in the handler, and finally sees both ways', () => {
  check(`
    let value = 0;
    try {
      value = await redis.get('a');
      risky(value);
    } catch {
      reveal(value); // from get a, 1 suspension ago
    } finally {
      reveal(value); // from get a, 1 suspension ago
    }`);
});

test('a switch gives what any of its cases gave', () => {
  check(`
    let value = 0;
    switch (input) {
      case 'a':
        value = await redis.get('a');
      case 'b':
        reveal(value); // from get a, 1 suspension ago; if parameter input
        break;
      default:
        reveal(value); // from nothing; if parameter input
    }
    reveal(value); // from get a, 1 suspension ago and parameter input; if parameter input`);
});
