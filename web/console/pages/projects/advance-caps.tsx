import type { ProjectData } from '../../api/project-queries.ts';
import { sayMoney } from '../../text/money.ts';
import { t } from '../../words/words.ts';
import { Source } from './deciders.tsx';
import { FUNDS } from './deed-fields.ts';
import classes from './projects.module.css';

/** How much of what each fund gives may be advanced, in which case, and where that stands. */
export function AdvanceCaps({ project, advanceCaps }: Pick<ProjectData, 'project' | 'advanceCaps'>) {
  const approved = { national: project?.nationalVnd ?? 0, local: project?.localVnd ?? 0 };
  return (
    <ul className={classes.lines} aria-label={t('projects.cap.title')}>
      {FUNDS.filter((fund) => approved[fund] > 0).map((fund) => {
        const caps = advanceCaps.filter((cap) => cap.fund === fund);
        const inFund = t(`projects.inFund.${fund}`);
        if (caps.length === 0) return <li key={fund}>{t('projects.cap.unknown', { fund: inFund })}</li>;
        return caps.map(({ percent, case: when, ...source }) => {
          const values = { fund: inFund, percent, sum: sayMoney(Math.floor((approved[fund] * percent) / 100)) };
          return (
            <li key={`${fund} ${source.document}`}>
              {when === undefined
                ? t('projects.cap.line', values)
                : t('projects.cap.lineIn', { ...values, case: t(`projects.cap.case.${when}`) })}
              <Source {...source} />
            </li>
          );
        });
      })}
    </ul>
  );
}
