import type { Evidence } from '../evidence.ts';
import { checkAgain } from './again.ts';
import { checkAnnouncements } from './announcements.ts';
import { checkAnswers } from './answers.ts';
import type { Breach } from './breach.ts';
import { checkCertificates } from './certificates.ts';
import { checkCrashes } from './crashes.ts';
import { checkDrafts } from './drafts.ts';
import { checkHeard } from './heard.ts';
import { checkHours } from './hours.ts';
import { checkLedger } from './ledger.ts';
import { checkOrder } from './order.ts';
import { checkPapers } from './papers.ts';
import { checkQuota } from './quota.ts';
import { checkReports } from './reports.ts';
import { checkReserve } from './reserve.ts';
import { checkStops } from './stops.ts';
import { checkTalk } from './talk.ts';
import { checkTimeTold } from './time-told.ts';
import { checkTwice } from './twice.ts';
import { checkWindows } from './windows.ts';

export type { Breach } from './breach.ts';

export type Check = (evidence: Evidence) => Breach[];

const CHECKS: readonly Check[] = [
  checkHeard,
  checkAnswers,
  checkOrder,
  checkTwice,
  checkHours,
  checkStops,
  checkLedger,
  checkQuota,
  checkTimeTold,
  checkAnnouncements,
  checkWindows,
  checkDrafts,
  checkPapers,
  checkReports,
  checkAgain,
  checkReserve,
  checkCertificates,
  checkTalk,
  checkCrashes,
];

/** All that was promised, looked at after the fact. Empty when everything was kept. */
export function checkAll(evidence: Evidence): Breach[] {
  return CHECKS.flatMap((check) => check(evidence));
}
