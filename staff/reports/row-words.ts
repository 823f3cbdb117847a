import { PROGRAMMES } from '../../core/programmes/programmes.ts';
import { SECTOR } from '../../core/programmes/sector.ts';
import type { Dimension } from '../../core/reports/make-report.ts';
import type { Words } from '../../locales/words.ts';
import { REQUEST_STATUSES } from '../../records/request-list.ts';

const SECTORS = SECTOR.field.kind === 'choice' ? SECTOR.field.options.map(({ id }) => id) : [];
const STATUSES: readonly string[] = Object.values(REQUEST_STATUSES);

type Speaker = { words: Words; communes: ReadonlyMap<string, string> };

/** What a row of a report is called. */
export function rowWords(by: Dimension, key: string | null, { words, communes }: Speaker): string {
  const { t, word } = words;
  if (key === null) return by === 'fund' ? t('reports:row.noPlan') : t('reports:row.unknown');
  switch (by) {
    case 'year':
      return key;
    case 'programme':
      return PROGRAMMES.some(({ id }) => id === key) ? word(`programmes:${key}.name`) : key;
    case 'commune':
      return communes.get(key) ?? key;
    case 'sector':
      return SECTORS.includes(key) ? word(`register:shared.sector.option.${key}`) : key;
    case 'fund':
      return word(`reports:row.${key}`);
    case 'status':
      return word(`console:request.status.${key}`);
    case 'womanOwned':
      return key === 'true' ? t('reports:row.womanOwned') : t('reports:row.notWomanOwned');
  }
}

/** The order of rows that is known beforehand; other rows are in the order of their words. */
export function rowPlace(by: Dimension, key: string | null): number {
  if (key === null) return Number.POSITIVE_INFINITY;
  if (by === 'year') return Number(key);
  if (by === 'status') return STATUSES.indexOf(key);
  if (by === 'fund') return Number(key === 'local');
  return 0;
}
