/** A month as a number that can be reckoned with: months since year 0. */
export type Month = number;

export function toMonth(year: number, month: number): Month {
  return year * 12 + month - 1;
}

export function yearOf(month: Month): number {
  return Math.floor(month / 12);
}

/** 1 to 12 */
export function monthOfYear(month: Month): number {
  return (month % 12) + 1;
}

/** "2027-03" */
export function writeMonth(month: Month): string {
  return `${String(yearOf(month)).padStart(4, '0')}-${String(monthOfYear(month)).padStart(2, '0')}`;
}

/** Of a text like "2027-03". */
export function readMonth(written: string): Month {
  const [year, month] = written.split('-').map(Number);
  return toMonth(year ?? 0, month ?? 1);
}
