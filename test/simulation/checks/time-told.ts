import type { Evidence } from '../evidence.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, sayInstant, startOfDay } from '../office-time.ts';
import type { Breach } from './breach.ts';
import { nameOf, sentOf, showArrival } from './facts.ts';

const TRUE_TIME = 'A reminder tells the time that is left when it leaves, and the closing as it stands';
const WEEKDAYS = ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'] as const;
/** Time left is told by the ten minutes that have begun. */
const STEP_MS = 10 * MINUTE_MS;

export function checkTimeTold(evidence: Evidence): Breach[] {
  return sentOf(evidence).flatMap(({ arrival, delivery }) => {
    const story = evidence.windows.find(({ id }) => id === delivery.windowId);
    const version = story?.versions.find(({ n }) => n === delivery.windowVersion);
    const which = delivery.key.split('/')[4] ?? '';
    if (story === undefined || version === undefined || which === 'elsewhere' || which === 'withdrawn') return [];
    const person = nameOf(evidence, delivery.personId);
    const breach = (why: string): Breach[] => [
      {
        promise: TRUE_TIME,
        person,
        rows: [{ why, key: delivery.key, closes: sayInstant(version.closesAt), ...showArrival(arrival) }],
      },
    ];
    if (!arrival.text.includes(sayTime(version.closesAt, arrival.at))) return breach('another closing, or none');
    const told = /[Cc]òn (\d+) (ngày|giờ|phút)/.exec(arrival.text);
    if (told === null) return version.opensAt > arrival.at ? [] : breach('no time left is told');
    const possible = [arrival.at, Math.floor(arrival.at / STEP_MS) * STEP_MS].map((at) =>
      sayLeft(version.closesAt, at),
    );
    return possible.includes(`${told[1]} ${told[2]}`) ? [] : breach(`it says ${told[0]}, and ${possible[0]} are left`);
  });
}

/** "17 giờ thứ Sáu 27/11": with its year when that is another one. */
export function sayTime(closesAt: number, now: number): string {
  const [date = '', clock = ''] = sayInstant(closesAt).split(' ');
  const [day, month, year] = date.split('/').map(Number);
  const [hour, minute] = clock.split(':').map(Number);
  const weekday = WEEKDAYS[new Date(startOfDay(closesAt) + 12 * HOUR_MS).getUTCDay()];
  const said = minute === 0 ? `${hour} giờ` : `${hour} giờ ${String(minute).padStart(2, '0')}`;
  const ofYear = sayInstant(now).slice(6, 10) === String(year) ? '' : `/${year}`;
  return `${said} ${weekday} ${day}/${month}${ofYear}`;
}

function sayLeft(closesAt: number, now: number): string {
  const left = closesAt - now;
  if (left < HOUR_MS) return `${Math.max(1, Math.floor(left / MINUTE_MS))} phút`;
  if (left < DAY_MS) return `${Math.floor(left / HOUR_MS)} giờ`;
  return `${Math.round((startOfDay(closesAt) - startOfDay(now)) / DAY_MS)} ngày`;
}
