import type { Fund } from '../applications/project-data.ts';
import type { ApplicationStatus } from '../applications/status.ts';

/** The money of a project in whole đồng; null: not known yet. */
export type ReportMoney = {
  proposedVnd: number | null;
  nationalVnd: number | null;
  localVnd: number | null;
  counterpartVnd: number | null;
  paidNationalVnd: number | null;
  paidLocalVnd: number | null;
  paidCounterpartVnd: number | null;
  /** What the producer has of it and has not settled (tạm ứng); settled, or where nothing was advanced: 0. */
  advancedVnd: number;
};

/** What was answered as a number of people or things; of a range its lower end. Null: not asked, not answered, or deleted. */
export type ReportCounts = {
  learners: number | null;
  fairBooths: number | null;
};

/** One request that was sent, as far as reports count it. Null: nobody has told. */
export type ReportFact = {
  id: string;
  /** The year in which it was sent first, by the office's clock. */
  sentYear: number;
  programme: string;
  status: ApplicationStatus;
  /** A commune of today. */
  communeCode: string | null;
  /** An option of the question `sector`. */
  sector: string | null;
  /** The establishment that stands by itself: of one that was merged, the one that was kept. */
  establishmentId: string | null;
  womanOwned: boolean | null;
  /** Once it was proposed for a plan, also when it was declined or stopped since. */
  project: (ReportMoney & { planYear: number; fund: Fund }) | null;
  counts: ReportCounts;
};
