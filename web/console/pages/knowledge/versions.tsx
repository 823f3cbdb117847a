import { sayMoment } from '../../text/say-time.ts';
import { t } from '../../words/words.ts';
import { nameOf } from './entry-lists.tsx';
import classes from './knowledge.module.css';
import type { Entry } from './queries.ts';

type Version = Entry['versions'][number];

/** Who wrote, reviewed and put into use what, the newest first. */
export function Versions({ versions }: { versions: readonly Version[] }) {
  return (
    <section className={classes.versions}>
      <h2>{t('knowledge.versions.title')}</h2>
      <ol>
        {versions.map((version) => (
          <li key={version.version}>
            <strong>{t('knowledge.versions.version', { version: version.version })}</strong>{' '}
            {t(`knowledge.versions.status.${version.status}`)}
            <p>{nameOf(version)}</p>
            {'text' in version.content ? <p className={classes.text}>{version.content.text}</p> : null}
            <Deeds version={version} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Deeds({ version }: { version: Version }) {
  const deeds = [
    ['written', version.createdBy, version.createdAt],
    ['reviewed', version.reviewedBy, version.reviewedAt],
    ['published', version.publishedBy, version.publishedAt],
    ['ended', version.endedBy, version.endedAt],
  ] as const;
  return (
    <p className={classes.quiet}>
      {deeds
        .flatMap(([deed, by, at]) =>
          at === null
            ? []
            : [
                t(`knowledge.versions.${deed}`, {
                  officer: by ?? t('knowledge.versions.somebody'),
                  moment: sayMoment(new Date(at)),
                }),
              ],
        )
        .join(' · ')}
    </p>
  );
}
