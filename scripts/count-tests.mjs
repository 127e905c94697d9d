// node scripts/count-tests.mjs <report>: one line that counts the tests in a report of vitest's json reporter.
import { readFileSync } from 'node:fs';

const { numPassedTests, numFailedTests, numPendingTests } = readReport(process.argv[2]);
const skipped = numPendingTests > 0 ? `, ${numPendingTests} skipped` : '';
console.log(`${numPassedTests} passed, ${numFailedTests} failed${skipped}`);

function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    console.log('The tests did not run to their end.');
    return { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0 };
  }
}
