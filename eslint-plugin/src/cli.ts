#!/usr/bin/env node
/** The `interleave` command: reads the command line, has the paths checked, ends with ESLint's exit codes. */
import { text } from 'node:stream/consumers';
import { parseCommand, type CheckOptions } from './cli/arguments.js';
import { checkInThread } from './cli/check-thread.js';
import { describeFailure, Failure, traceOf } from './cli/failure.js';
import { help } from './cli/help.js';
import { canPaint, outputWidth } from './cli/paint.js';
import { packageVersion } from './cli/version.js';

const COULD_NOT_RUN = 2;
const INTERRUPTED = 130;

async function main(): Promise<void> {
  const command = parseCommand(process.argv.slice(2));
  switch (command.kind) {
    case 'help':
      print(help, 0);
      break;
    case 'version':
      print(`${packageVersion()}\n`, 0);
      break;
    case 'check':
      await check(command.options);
  }
}

async function check(options: CheckOptions): Promise<void> {
  const answer = await checkInThread({
    options,
    cwd: process.cwd(),
    color: canPaint(process.stdout, process.env),
    width: outputWidth(process.stdout),
    ...(options.stdin && { stdin: { filename: options.stdin.filename, text: await text(process.stdin) } }),
  });
  if (answer.kind === 'failed') {
    fail(answer.sentence, answer.trace);
  } else {
    print(answer.output, answer.exitCode);
  }
}

/** The exit code is set, not forced: a pipe is given the time to take all of the output. */
function print(output: string, exitCode: number): void {
  process.exitCode = exitCode;
  process.stdout.write(output);
}

function fail(sentence: string, trace: string): void {
  process.exitCode = COULD_NOT_RUN;
  process.stderr.write(`interleave: ${sentence}\n`);
  if (process.env['DEBUG']) process.stderr.write(`${trace}\n`);
}

function failWith(error: unknown): void {
  fail(describeFailure(error), traceOf(error));
}

function endWith(error: unknown): never {
  failWith(error);
  process.exit();
}

process.on('SIGINT', () => process.exit(INTERRUPTED));
process.on('uncaughtException', endWith);
process.stderr.on('error', () => process.exit());
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // The reader has gone, as `head` does: nobody is left to tell.
  if (error.code === 'EPIPE') process.exit();
  endWith(new Failure(`The report could not be written (${error.code ?? error.message}).`));
});

await main().catch(failWith);
