/** A failure that the person at the keyboard can act on: told in words, without a stack. */
export class SetupError extends Error {}

/** Runs a command's body; what it gives is the exit code. Exits with 2 when the command could not run. */
export async function main(body) {
  try {
    process.exitCode = await body(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`\n${error instanceof SetupError ? error.message : error.stack}\n`);
    process.exitCode = 2;
  }
}
