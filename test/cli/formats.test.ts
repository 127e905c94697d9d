import { describe, expect, test } from 'vitest';
import { interleave, makeProject, racyCounter, safeCounter } from './interleave.js';

describe('stylish', () => {
  test("is ESLint's own report", async () => {
    const cwd = await makeProject({ 'racy.ts': racyCounter });
    const { code, stdout, stderr } = await interleave(['.'], { cwd });
    expect(stdout).toContain(`${cwd}/racy.ts\n  7:9  error  Lost update: \`hits\``);
    expect(stdout).toContain('✖ 1 problem (1 error, 0 warnings)');
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  });

  test('says nothing where there is nothing to say', async () => {
    const cwd = await makeProject({ 'safe.ts': safeCounter });
    expect(await interleave(['.'], { cwd })).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  test('has colours where they are forced, and none with NO_COLOR', async () => {
    const cwd = await makeProject({ 'racy.ts': racyCounter });
    const painted = await interleave(['--explain', '.'], { cwd, env: { FORCE_COLOR: '1' } });
    expect(painted.stdout).toContain('\u001B[');
    const plain = await interleave(['.'], { cwd, env: { FORCE_COLOR: '1', NO_COLOR: '1' } });
    expect(plain.stdout).not.toContain('\u001B[');
  });
});

describe('json', () => {
  interface Result {
    readonly messages: readonly { readonly ruleId: string; readonly witness?: readonly object[] }[];
  }
  const run = async (args: readonly string[]) => {
    const cwd = await makeProject({ 'racy.ts': racyCounter, 'safe.ts': safeCounter });
    const { code, stdout } = await interleave(['--format', 'json', ...args, '.'], { cwd });
    expect(code).toBe(1);
    return JSON.parse(stdout) as Result[];
  };

  test("is ESLint's own report, with every rewrite", async () => {
    const [racy, safe] = await run([]);
    expect(racy?.messages).toMatchObject([{ ruleId: 'interleave/no-get-then-set', line: 7, column: 9 }]);
    expect(racy?.messages[0]).not.toHaveProperty('witness');
    expect(safe?.messages).toEqual([]);
  });

  test('has the witness of each race where it is to explain', async () => {
    const [racy] = await run(['--explain']);
    const steps = racy?.messages[0]?.witness ?? [];
    expect(steps).toContainEqual(expect.objectContaining({ execution: 'B', action: 'read', line: 6 }));
    expect(steps.at(-1)).toMatchObject({ execution: 'A', action: 'write', line: 7, column: 9, loses: true });
  });
});

describe('github', () => {
  test('is one annotation a race, its path relative to the workspace', async () => {
    const cwd = await makeProject({ 'packages/a/hits, all.ts': racyCounter });
    const { stdout } = await interleave(['--format', 'github', 'packages'], {
      cwd,
      env: { GITHUB_WORKSPACE: `${cwd}/packages` },
    });
    expect(stdout).toMatch(
      /^::error file=a\/hits%2C all\.ts,line=7,endLine=7,col=9,endColumn=\d+,title=interleave\/no-get-then-set::Lost update: `hits`[^\n]*\n$/u,
    );
  });

  test('lists the steps where it is to explain, still on one line', async () => {
    const cwd = await makeProject({ 'racy.ts': racyCounter });
    const { stdout } = await interleave(['--format', 'github', '--explain', '.'], { cwd });
    expect(stdout.trim().split('\n')).toHaveLength(1);
    expect(stdout).toMatch(/%0A1\. A, line 6: reads `hits`/u);
    expect(stdout).toMatch(/A, line 7: writes `hits`[^%]*: B's update is lost/u);
  });

  test('writes percent signs and line ends as the runner reads them', async () => {
    const cwd = await makeProject({ 'racy.ts': racyCounter.replaceAll("'hits'", "'100%'") });
    const { stdout } = await interleave(['--format', 'github', '.'], { cwd });
    expect(stdout).toContain('`100%25`');
  });
});
