import type { ProjectData } from '../../api/project-queries.ts';
import { t } from '../../words/words.ts';
import classes from './projects.module.css';

type Asked = NonNullable<ProjectData['asked']>;

/** Who decides an amendment, in which case, and where that stands. */
export function Deciders({ asked }: { asked: Asked }) {
  return (
    <ul className={classes.lines} aria-label={t('projects.deciders')}>
      {asked.deciders.map((rule) => (
        <li key={`${rule.decider} ${rule.case ?? ''}`}>
          {rule.case === undefined
            ? t('projects.decides', { decider: t(`projects.decider.${rule.decider}`) })
            : t('projects.decidesIn', {
                decider: t(`projects.decider.${rule.decider}`),
                case: t(`projects.case.${rule.case}`),
              })}
          <Source {...rule} />
        </li>
      ))}
    </ul>
  );
}

/** A document and its article, and how sure it is that this still holds. */
export function Source({
  document,
  article,
  certainty,
}: {
  document: string;
  article?: string | undefined;
  certainty: Asked['deciders'][number]['certainty'];
}) {
  return (
    <span className={classes.source}>
      {article === undefined ? document : `${document}, ${article}`} · {t(`knowledge.certainty.${certainty}`)}
    </span>
  );
}
