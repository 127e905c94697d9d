/** A fixture: a copy of the simplest one under another name, which passes as it is. */
const model = 'counter-ioredis';
const parts = ['racy.ts', 'safe.ts', 'workload.ts', 'expect.ts'];

export function newFixture(name, read) {
  const files = parts.map((part) => [
    `fixtures/${name}/${part}`,
    read(`fixtures/${model}/${part}`).replaceAll('crawler:pages', `${name}:pages`),
  ]);
  return {
    files: Object.fromEntries(files),
    steps: [
      `Write the race as it stands in real code into fixtures/${name}/racy.ts.`,
      'Write the same code made safe into safe.ts, or delete that file.',
      'Call the exports from many callers at once in workload.ts, and count what was made and what was kept.',
      'Say in expect.ts on which lines the reports sit and which rewrites are offered.',
      `Run: npm test -- test/proof -t ${name}`,
    ],
  };
}
