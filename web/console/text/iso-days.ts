/** "15/1/2027", as a day stands on a paper. */
export function sayIsoDay(isoDay: string): string {
  return isoDay.split('-').reverse().map(Number).join('/');
}

/** "3/2027" */
export function sayIsoMonth(isoMonth: string): string {
  return isoMonth.split('-').reverse().map(Number).join('/');
}

/** The month of an ISO day and those before it, the latest first: 2027-03, 2027-02… */
export function monthsUpTo(isoDay: string, count: number): string[] {
  const [year = 0, month = 1] = isoDay.split('-').map(Number);
  return Array.from({ length: count }, (_, back) => {
    const index = year * 12 + month - 1 - back;
    return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
  });
}
