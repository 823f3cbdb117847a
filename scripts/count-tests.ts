/**
 * `node scripts/count-tests.ts REPORT…`: adds up what vitest's JSON reports say and ends with "N passed, M failed".
 * A skipped test, a report that is missing, and a run without any test are failures: they prove nothing.
 */
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

const reportSchema = z.object({
  success: z.boolean(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
});

const counts = { passed: 0, failed: 0 };
const complaints: string[] = [];

for (const path of process.argv.slice(2)) {
  if (!existsSync(path)) {
    complaints.push(`no report: ${path}`);
    continue;
  }
  const report = reportSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  const tests = report.testResults.flatMap((file) => file.assertionResults);
  if (tests.length === 0) complaints.push(`no test ran: ${path}`);
  for (const test of tests) {
    if (test.status === 'passed') counts.passed++;
    else complaints.push(`${test.status}: ${test.fullName}`);
  }
  // A file that fails before its first test has no test to show for it.
  for (const file of report.testResults) {
    if (file.status === 'failed' && file.assertionResults.every((test) => test.status === 'passed')) {
      complaints.push(`failed outside its tests: ${file.name}`);
    }
  }
  if (!report.success && complaints.length === 0) complaints.push(`the run did not succeed: ${path}`);
}

counts.failed = complaints.length;
for (const complaint of complaints) console.log(complaint);
console.log(`${counts.passed} passed, ${counts.failed} failed`);
if (counts.failed > 0 || counts.passed === 0) process.exitCode = 1;
