// npm start [-- paths… options]: checks the paths; without any, shows what is found in the racy fixtures.
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { main } from './main.mjs';
import { cli, root, startedIn } from './paths.mjs';
import { makeReady } from './ready.mjs';
import { runNode } from './run.mjs';

const optionsWithValue = new Set(['--format', '--concurrency']);

await main(async (args) => {
  await makeReady();
  if (namesPaths(args) || args.includes('--help') || args.includes('--version')) {
    return runNode([cli, '--explain', ...args], { cwd: startedIn });
  }
  return demonstrate(args);
});

/** Runs the CLI on the racy fixtures. They are racy: finding nothing in them is the failure. */
async function demonstrate(options) {
  const paths = racyFixtures();
  if (paths.length === 0) {
    process.stderr.write(
      'There are no racy sources in fixtures/ to show. Name paths: npm start -- <paths…>\n',
    );
    return 2;
  }
  let told = false;
  const code = await runNode([cli, '--explain', ...options, ...paths], {
    // The report goes through us; say that its end is a terminal all the same.
    env: process.stdout.isTTY ? { FORCE_COLOR: '1', ...process.env } : process.env,
    onStdout: (chunk) => {
      told = true;
      process.stdout.write(chunk);
    },
  });
  // A crash of Node ends with 1 as well, but it has reported nothing.
  if (code === 1 && told) {
    process.stderr.write(
      `\nThese ${paths.length} files are demonstrations, racy on purpose; the races above are found as they should be.\n` +
        'Check your own code with: npm start -- <paths…>\n',
    );
    return 0;
  }
  if (code <= 1) process.stderr.write('\nNo race was found in the racy fixtures: something is wrong.\n');
  return code === 0 ? 1 : code;
}

function racyFixtures() {
  return readdirSync(join(root, 'fixtures'), { recursive: true })
    .filter((path) => /^racy\.(?:[cm]?js|m?ts)$/.test(basename(path)))
    .map((path) => join('fixtures', path))
    .sort();
}

function namesPaths(args) {
  return args.some((arg, index) => !arg.startsWith('-') && !optionsWithValue.has(args[index - 1]));
}
