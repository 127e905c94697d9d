import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import ajvFormats from 'ajv-formats';
import type { Log, Result } from 'sarif';
import { describe, expect, test } from 'vitest';
import { interleave, makeProject, racyCounter, safeCounter } from './interleave.js';

describe('the SARIF report', () => {
  test('fits the published schema, for races, syntax errors and nothing at all', async () => {
    const validate = schemaValidator();
    const racy = {
      'src/hits #1.ts': racyCounter,
      'src/broken.js': 'const a = ;',
      'lib/hits.js': racyLikeScript,
    };
    for (const files of [racy, { 'safe.ts': safeCounter }]) {
      const log = await report(files);
      validate(log);
      expect(validate.errors ?? []).toEqual([]);
    }
  });

  test('shows a race as one code flow with a thread flow for each execution', async () => {
    const [race] = resultsOf(await report({ 'racy.ts': racyCounter }));
    expect(race).toMatchObject({ ruleId: 'interleave/no-get-then-set', level: 'error' });
    expect(race?.codeFlows).toHaveLength(1);
    const flows = race?.codeFlows?.[0]?.threadFlows ?? [];
    expect(flows.map(({ id }) => id)).toEqual(['A', 'B']);
    for (const step of flows.flatMap(({ locations }) => locations)) {
      expect(step.location?.message?.text).toMatch(/^[AB] /u);
      expect([6, 7]).toContain(step.location?.physicalLocation?.region?.startLine);
    }
  });

  test('orders the steps of both executions in one time', async () => {
    const [race] = resultsOf(await report({ 'racy.ts': racyCounter }));
    const [a = [], b = []] = (race?.codeFlows?.[0]?.threadFlows ?? []).map(({ locations }) =>
      locations.map(({ executionOrder = -1 }) => executionOrder),
    );
    const times = [...a, ...b];
    expect(times.toSorted((x, y) => x - y)).toEqual(times.map((_, index) => index + 1));
    // B reads and writes between A's read and A's write.
    expect(a[0]).toBeLessThan(Math.min(...b));
    expect(a.at(-1)).toBeGreaterThan(Math.max(...b));
  });

  test('places everything relative to the root of the sources', async () => {
    const log = await report({ 'src/hits #1.ts': racyCounter });
    const [race] = resultsOf(log);
    expect(race?.locations?.[0]?.physicalLocation).toMatchObject({
      artifactLocation: { uri: 'src/hits%20%231.ts', uriBaseId: '%SRCROOT%' },
      region: { startLine: 7, startColumn: 9, endLine: 7 },
    });
    expect(race?.relatedLocations?.[0]).toMatchObject({
      message: { text: expect.stringContaining('read here') as string },
      physicalLocation: { artifactLocation: { uri: 'src/hits%20%231.ts' }, region: { startLine: 6 } },
    });
    expect(log.runs[0]).toMatchObject({ columnKind: 'utf16CodeUnits' });
  });

  test('describes the rules, each with its page', async () => {
    const log = await report({ 'safe.ts': safeCounter });
    const rules = log.runs[0]?.tool.driver.rules ?? [];
    expect(rules.map(({ id }) => id)).toContain('interleave/no-get-then-set');
    for (const rule of rules) {
      expect(rule.helpUri).toMatch(/^https:/u);
      expect(rule.shortDescription?.text).toBeTruthy();
    }
  });

  test('tells of a file that could not be parsed as a notification, not as a race', async () => {
    const log = await report({ 'src/broken.js': 'const a = ;' });
    expect(resultsOf(log)).toEqual([]);
    expect(log.runs[0]?.invocations?.[0]).toMatchObject({
      executionSuccessful: false,
      toolExecutionNotifications: [
        { locations: [{ physicalLocation: { artifactLocation: { uri: 'src/broken.js' } } }] },
      ],
    });
  });

  test('names a file outside of the working directory by its whole URI', async () => {
    const project = await makeProject({ 'app/safe.ts': safeCounter, 'lib/racy.ts': racyCounter });
    const { stdout } = await interleave(['--format', 'sarif', '../lib'], { cwd: join(project, 'app') });
    const [race] = resultsOf(JSON.parse(stdout) as Log);
    const place = race?.locations?.[0]?.physicalLocation?.artifactLocation;
    expect(place?.uri).toBe(pathToFileURL(join(project, 'lib/racy.ts')).href);
    expect(place).not.toHaveProperty('uriBaseId');
  });
});

const racyLikeScript = racyCounter.replace('(): Promise<void>', '()');

async function report(files: Readonly<Record<string, string>>): Promise<Log> {
  const cwd = await makeProject(files);
  const { stdout } = await interleave(['--format', 'sarif', '.'], { cwd });
  return JSON.parse(stdout) as Log;
}

function resultsOf(log: Log): readonly Result[] {
  return log.runs.flatMap(({ results = [] }) => results);
}

/** Microsoft's SARIF tool ships the schema of OASIS, yet does not export it. */
function schemaValidator() {
  const entry = createRequire(import.meta.url).resolve('@microsoft/sarif-multitool-ts');
  const schema: unknown = JSON.parse(
    readFileSync(join(dirname(entry), '../assets/sarif-2.1.0.schema.json'), 'utf8'),
  );
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  ajvFormats.default(ajv);
  return ajv.compile(schema as object);
}
