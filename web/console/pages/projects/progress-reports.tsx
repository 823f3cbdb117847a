import { useQuery } from '@tanstack/react-query';
import type { ProjectData } from '../../api/project-queries.ts';
import { personQuery } from '../../api/queries.ts';
import { Moment } from '../../parts/moment.tsx';
import { PhotoSheet } from '../../photos/photo-sheet.tsx';
import { sayIsoMonth } from '../../text/iso-days.ts';
import { t } from '../../words/words.ts';
import classes from './projects.module.css';

type Props = Pick<ProjectData, 'reports' | 'personId'> & { onPhoto: (id: string) => void };

/** What was told of the progress, the latest first, with its photos; what was removed meanwhile is not among them. */
export function ProgressReports({ reports, personId, onPhoto }: Props) {
  const photos = useQuery(personQuery(personId)).data?.photos ?? [];
  return (
    <section aria-label={t('projects.reports.title')}>
      <h3>{t('projects.reports.title')}</h3>
      <ul className={classes.lines}>
        {reports.toReversed().map(({ month, text, fileIds, reportedAt, by }) => {
          const sent = photos.filter(({ id }) => fileIds.includes(id));
          return (
            <li key={`${month} ${reportedAt}`}>
              <strong>{t('projects.reports.month', { month: sayIsoMonth(month) })}</strong>{' '}
              <span className={classes.quiet}>
                {by === null ? '' : `${by} · `}
                <Moment at={reportedAt} />
              </span>
              {text === undefined ? null : <p className={classes.told}>{text}</p>}
              {sent.length === 0 ? null : <PhotoSheet photos={sent} onOpen={onPhoto} />}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
