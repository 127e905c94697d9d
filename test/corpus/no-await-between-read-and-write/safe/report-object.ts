// safe: the report is made in this call and nobody else has it before it is returned
import { countErrors, countUsers } from './metrics.js';

interface Report {
  day: string;
  users: number;
  errors: number;
  notes: string[];
}

export async function dailyReport(days: string[]): Promise<Report> {
  const report: Report = { day: days.join(), users: 0, errors: 0, notes: [] };
  for (const day of days) {
    report.users += await countUsers(day);
    report.errors = report.errors + (await countErrors(day));
    if (report.errors > 100) report.notes = [...report.notes, `many errors on ${day}`];
  }
  return report;
}
