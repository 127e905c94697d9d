// What this plugin's rules cost, measured against ESLint's own `require-atomic-updates` on the same files.
// One process, run after run, so that both sides see the same machine; the ratio is what counts.
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import * as parser from '@typescript-eslint/parser';
import { ESLint } from 'eslint';
import interleave from 'eslint-plugin-interleave';

const usage =
  'Usage: npm run bench -- [folder] [--runs N]   (default: eslint-plugin/src, 7 runs of each side)';
const files = ['**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}'];
const ownRules = Object.keys(interleave.rules).map((name) => `interleave/${name}`);
const sides = { interleave: ownRules, 'require-atomic-updates': ['require-atomic-updates'] };

/** The command was called wrongly: told in words, without a stack. */
class UsageError extends Error {}

try {
  await main();
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}

async function main() {
  const { folder, runs } = readArguments();
  const linters = Object.fromEntries(
    Object.entries(sides).map(([side, rules]) => [side, linterWith(rules, folder)]),
  );

  const warmUp = await lintAll(linters.interleave);
  await lintAll(linters['require-atomic-updates']);
  console.log(`${folder}: ${warmUp.files} files; ${warmUp.unparsable} more skipped for parse errors`);
  if (warmUp.files === 0) throw new UsageError(`There is no file to measure in ${folder}.`);

  console.log(`Rule time (whole run) in ms, ${runs} runs after a warm-up:`);
  const samples = [];
  for (let run = 0; run < runs; run++) {
    const sample = await runBothSides(linters, run);
    samples.push(sample);
    console.log(describe(sample, run));
  }
  summarise(samples);
}

function readArguments() {
  const { values, positionals } = parseOrFail();
  const runs = Number(values.runs);
  if (!Number.isInteger(runs) || runs < 1) throw new UsageError(`--runs takes a positive number.\n${usage}`);
  const folder = positionals[0]
    ? resolve(positionals[0])
    : fileURLToPath(new URL('../../eslint-plugin/src', import.meta.url));
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new UsageError(`There is no folder ${folder}.\n${usage}`);
  }
  return { folder, runs };
}

function parseOrFail() {
  try {
    return parseArgs({ allowPositionals: true, options: { runs: { type: 'string', default: '7' } } });
  } catch (error) {
    throw new UsageError(`${error.message}\n${usage}`);
  }
}

function linterWith(rules, folder) {
  return new ESLint({
    cwd: folder,
    stats: true,
    errorOnUnmatchedPattern: false,
    overrideConfigFile: true,
    overrideConfig: [
      {
        files,
        plugins: { interleave },
        languageOptions: { parser },
        linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'off' },
        rules: Object.fromEntries(rules.map((rule) => [rule, 'error'])),
      },
    ],
  });
}

/** The side that goes first alternates: neither has the warmer caches or the collector's pauses always. */
async function runBothSides(linters, run) {
  const order = Object.keys(linters);
  if (run % 2 === 1) order.reverse();
  const sample = {};
  for (const side of order) sample[side] = await lintAll(linters[side]);
  return sample;
}

/** Lints all files once; sums ESLint's own clocks over the files that parse, in milliseconds. */
async function lintAll(linter) {
  const results = await linter.lintFiles(files);
  const sum = { files: 0, unparsable: 0, reports: 0, ruleTime: 0, totalTime: 0 };
  for (const { messages, stats } of results) {
    if (messages.some((message) => message.fatal)) {
      sum.unparsable++;
      continue;
    }
    sum.files++;
    sum.reports += messages.length;
    for (const pass of stats.times.passes) {
      sum.totalTime += pass.total;
      for (const rule of Object.values(pass.rules ?? {})) sum.ruleTime += rule.total;
    }
  }
  return sum;
}

function describe(sample, run) {
  const columns = Object.entries(sample)
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([side, { ruleTime, totalTime }]) => `${side} ${ruleTime.toFixed(1)} (${totalTime.toFixed(0)})`);
  return `  run ${run + 1}: ${columns.join('   ')}   ratio ${ratio(sample).toFixed(2)}`;
}

function summarise(samples) {
  const own = samples.map((sample) => sample.interleave);
  const share = median(own.map(({ ruleTime, totalTime }) => ruleTime / totalTime));
  const ratios = samples.map(ratio);
  console.log(
    `Reports: interleave ${own[0].reports}, require-atomic-updates ${samples[0]['require-atomic-updates'].reports}`,
  );
  console.log(`Share of interleave's rules in its whole run: ${(100 * share).toFixed(1)} % (median)`);
  console.log(
    `Ratio of rule times, interleave / require-atomic-updates: ${median(ratios).toFixed(2)} ` +
      `(median; ${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)})`,
  );
}

function ratio(sample) {
  return sample.interleave.ruleTime / sample['require-atomic-updates'].ruleTime;
}

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
