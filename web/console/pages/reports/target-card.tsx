import { Button } from '@mantine/core';
import type { TargetItem } from '../../api/report-queries.ts';
import { sayMoney } from '../../text/money.ts';
import { sayFullDate } from '../../text/say-time.ts';
import { pageLocale, t } from '../../words/words.ts';
import classes from './reports.module.css';

type Props = { item: TargetItem; onChange: () => void; onRemove: () => void };

/** One target with what is reached of it, in words and as a bar; where it comes from, and how it is counted. */
export function TargetCard({ item, onChange, onRemove }: Props) {
  const { target, reached, isShipped, missing, history } = item;
  const { name, fromYear, toYear, value, mostValue, fund, parts, document, note } = target;
  const say = (number: number): string => sayAmount(number, item);
  const aim =
    mostValue === undefined
      ? say(value)
      : t('reports.targets.aimRange', { least: sayNumber(value), most: say(mostValue) });
  const last = history[0];
  return (
    <li>
      <h2>{name}</h2>
      <p className={classes.quiet}>
        {fromYear === toYear
          ? t('reports.targets.oneYear', { from: fromYear })
          : t('reports.targets.years', { from: fromYear, to: toYear })}
      </p>
      <p>{t('reports.targets.reached', { reached: say(reached.value), aim, percent: sayNumber(reached.percent) })}</p>
      <span className={classes.track} aria-hidden="true">
        <span className={classes.bar} style={{ width: `${Math.min(reached.percent, 100)}%` }} />
      </span>
      {parts.length === 0 ? null : (
        <ul className={classes.partList}>
          {parts.map((part, at) => {
            const of = reached.parts[at] ?? null;
            const words = { name: part.name, aim: say(part.value) };
            return (
              <li key={part.name}>
                {of === null
                  ? t('reports.targets.partAim', words)
                  : t('reports.targets.part', {
                      ...{ ...words, reached: say(of.value), percent: sayNumber(of.percent) },
                    })}
              </li>
            );
          })}
        </ul>
      )}
      <p className={classes.quiet}>
        {[
          t('reports.targets.counted', { measure: item.measureName, definition: item.definition }),
          item.programmeName === null ? '' : t('reports.targets.onlyProgramme', { programme: item.programmeName }),
          fund === undefined ? '' : t('reports.targets.onlyFund', { fund: t(`reports.fund.${fund}`) }),
          missing === null ? '' : t('reports.targets.missing', { text: missing }),
        ].join(' ')}
      </p>
      <p className={classes.quiet}>
        {t('reports.targets.source', { document, certainty: item.certaintyName })}.{' '}
        {isShipped ? t('reports.targets.shipped') : last === undefined ? null : sayLast(last)}
      </p>
      {note === '' ? null : <p>{note}</p>}
      <div className={`${classes.deeds} no-print`}>
        <Button variant="default" aria-label={t('reports.targets.editOf', { name })} onClick={onChange}>
          {t('reports.targets.edit')}
        </Button>
        {isShipped ? null : (
          <Button variant="default" aria-label={t('reports.targets.removeOf', { name })} onClick={onRemove}>
            {t('reports.targets.remove')}
          </Button>
        )}
      </div>
    </li>
  );
}

function sayAmount(number: number, { unit, unitName }: Pick<TargetItem, 'unit' | 'unitName'>): string {
  if (unit === 'vnd') return sayMoney(number);
  return t('reports.targets.amount', { number: sayNumber(number), unit: unitName });
}

function sayNumber(number: number): string {
  return number.toLocaleString(pageLocale() === 'en' ? 'en-GB' : 'vi-VN');
}

function sayLast({ keptBy, keptAt }: TargetItem['history'][number]): string {
  const day = sayFullDate(new Date(keptAt));
  return keptBy === null
    ? t('reports.targets.saidNobody', { day })
    : t('reports.targets.said', { officer: keptBy, day });
}
