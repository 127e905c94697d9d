/** Each guess by a name, on either side: what makes an id fixed or free, a place shared or private. */
import { describe, expect, test } from 'vitest';
import { racesIn } from './support/races.js';

/** The reports of an upsert with this id, inside of a function with these parameters. */
function idsReported(id: string, parameters = 'text: string', place = "index('docs')", before = ''): number {
  return racesIn(`
    import { Pinecone } from '@pinecone-database/pinecone';
    import { make } from './make.js';
    const pinecone = new Pinecone();
    ${before}
    export async function write(${parameters}) {
      await pinecone.${place}.upsert([{ id: ${id}, values: [1], metadata: { text } }]);
    }
  `).filter(({ kind, certainty }) => kind === 'fixed-vector-id' && certainty !== 'possible').length;
}

describe('a function that makes ids nobody else has, by its name', () => {
  test.each(['make.nanoid()', 'make.uuidv7()', 'make.createId()', 'make.ulid()'])('%s frees an id', (id) => {
    expect(idsReported(id)).toBe(0);
  });
  test.each([
    "make.hash('summary')",
    "make.slugify('summary')",
    "make.uuidv5('summary')",
    "make.v3('summary')",
  ])('%s does not', (id) => {
    expect(idsReported(id)).toBe(1);
  });
});

describe('a parameter', () => {
  test.each(['topic', 'subject', 'category', 'themeName'])('%s is what many write about', (name) => {
    expect(idsReported(`\`note:\${${name}}\``, `text: string, ${name}: string`)).toBe(1);
  });
  test.each(['topicOwner', 'ticket', 'key', 'url'])("%s is the caller's own", (name) => {
    expect(idsReported(`\`note:\${${name}}\``, `text: string, ${name}: string`)).toBe(0);
  });
});

describe('a namespace', () => {
  test.each(['agentId', 'run', 'anything'])('%s, that the caller gives, is his own', (name) => {
    expect(idsReported("'note'", `text: string, ${name}: string`, `index('docs').namespace(${name})`)).toBe(
      0,
    );
  });
  test.each(["index('docs').namespace('shared')", 'index(process.env.INDEX)'])('%s is of all', (place) => {
    expect(idsReported("'note'", 'text: string', place)).toBe(1);
  });
  test('an index that a parameter names as such is of all', () => {
    expect(idsReported("'note'", 'text: string, indexName: string', 'index(indexName)')).toBe(1);
  });
});

describe('a method that counts, by its name', () => {
  test.each(['await make.count()', '(await make.stats()).totalRecordCount'])(
    '%s gives two callers one id',
    (count) => {
      expect(idsReported(`\`note-\${${count}}\``)).toBe(1);
    },
  );
  test('what another method gives is not known', () => {
    expect(idsReported('`note-${await make.next()}`')).toBe(0);
  });
});

describe('a function that cuts a list into parts, by its name', () => {
  const reported = (cut: string): number =>
    racesIn(`
      import { Pinecone } from '@pinecone-database/pinecone';
      import { ${cut} } from './lists.js';
      const index = new Pinecone().index('docs');
      export async function write(texts: string[]) {
        const records = texts.map((text, i) => ({ id: \`text-\${i}\`, values: [1], metadata: { text } }));
        for (const part of ${cut}(records, 100)) await index.upsert(part);
      }
    `).filter(({ kind }) => kind === 'fixed-vector-id').length;
  test.each(['chunk', 'toBatches', 'splitEvery', 'partition'])('%s gives records of it', (cut) => {
    expect(reported(cut)).toBe(1);
  });
  test.each(['withIds', 'prepare'])('%s may give others', (cut) => {
    expect(reported(cut)).toBe(0);
  });
});

describe('an id that the module makes once', () => {
  test('is that of all callers', () => {
    expect(idsReported('`run-${OWN}`', 'text: string', "index('docs')", 'const OWN = make.nanoid();')).toBe(
      1,
    );
  });
  test('tells them apart with a counter that goes on', () => {
    expect(
      idsReported(
        '`${OWN}-${n++}`',
        'text: string',
        "index('docs')",
        'const OWN = make.nanoid(); let n = 0;',
      ),
    ).toBe(0);
  });
});
