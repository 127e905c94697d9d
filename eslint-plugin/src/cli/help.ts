/** What `interleave --help` prints; 80 columns. */
export const help = `Usage: interleave [options] [paths...]

Finds races on shared state in JavaScript and TypeScript: a value is read,
changed and written back while another execution writes it. Needs no
configuration and reads none; ESLint's disable comments in the code count.

Paths are files, directories and globs; the working directory where none are
given. Left out: node_modules, dist, coverage, *.d.ts, *.min.js.

Options:
  --strict             Report possible races, too: those that hang on a guess,
                       such as a receiver that is only named like a store.
  --explain            Show how data gets lost: the steps of two executions,
                       A and B, in the order of time. In json every message has
                       a "witness" then; sarif has it with or without.
  --fix-dry-run        Show the first rewrite of each race as a unified diff, by
                       itself, and write nothing. Which rewrite is right is for
                       you to choose: json and sarif list all of them, with or
                       without this option.
  -f, --format NAME    stylish (default), json, sarif (SARIF 2.1.0) or github
                       (annotations in a GitHub workflow).
  --concurrency N      Check in N threads, auto or off (default). Needs ESLint
                       9.34 or newer.
  --no-ignore          Check dist, coverage, *.d.ts and *.min.js, too.
  --stdin              Check the code that comes from standard input.
  --stdin-filename F   The name of that code; its extension says how to read it.
  -h, --help           Show this.
  -v, --version        Show the version.

Exit codes:
  0  no race was found
  1  races were found, or a file has a syntax error
  2  the check could not run: bad option, no such path, failure

Colours are used on a terminal only; NO_COLOR=1 turns them off.
`;
