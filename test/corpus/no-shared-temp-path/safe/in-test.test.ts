// safe: a test
import { mkdirSync, writeFileSync } from 'node:fs';
import { describe, it } from 'vitest';

describe('parser', () => {
  it('reads a file', () => {
    mkdirSync('/tmp/parser-test', { recursive: true });
    writeFileSync('/tmp/parser-test/a.txt', 'a');
  });
});
