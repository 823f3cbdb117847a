import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { personQuery } from '../api/queries.ts';
import { Moment } from '../parts/moment.tsx';
import { Failed, Loading } from '../parts/states.tsx';
import { PhotoSheet } from '../photos/photo-sheet.tsx';
import { sayFullDate } from '../text/say-time.ts';
import { t, tell } from '../words/words.ts';
import { Fact, FactLinks, Facts, requestLinks } from './facts.tsx';
import classes from './person-card.module.css';

type Props = {
  personId: string;
  onPhoto: (id: string) => void;
  here: { requestId?: string; questionId?: string };
  /** Photos that stand elsewhere on the page. */
  shownPhotos?: readonly string[];
};

/** What the centre knows of a person beside this one request or question. */
export function PersonCard({ personId, onPhoto, here, shownPhotos = [] }: Props) {
  const { data, error, isPending, refetch } = useQuery(personQuery(personId));
  if (isPending) return <Loading rows={2} />;
  if (data === undefined) return <Failed error={error} retry={() => void refetch()} />;
  const requests = data.requests.filter(({ id }) => id !== here.requestId);
  const photos = data.photos.filter(({ id }) => !shownPhotos.includes(id));
  const questions = data.questions.filter(({ id }) => id !== here.questionId);

  return (
    <div className={classes.card}>
      {data.erasedAt === null ? null : (
        <p className={classes.erased}>{t('person.erased', { day: sayFullDate(new Date(data.erasedAt)) })}</p>
      )}
      <Facts>
        <Fact label={t('person.contacts')}>
          {data.contacts.map(({ channel, state, lastInboundAt }) => (
            <div key={`${channel} ${lastInboundAt}`}>
              {tell(`channel.${channel}`) ?? channel}
              {state === 'active' ? null : ` · ${t('person.unreachable')}`}
              {lastInboundAt === null ? null : (
                <>
                  {' · '}
                  {t('person.wrote')} <Moment at={lastInboundAt} ago />
                </>
              )}
            </div>
          ))}
        </Fact>
        <Fact label={t('person.consents')}>
          {data.consents.length === 0 ? t('person.noConsent') : null}
          {data.consents.map(({ purpose, granted, at, withdrawnAt }) => (
            <div key={purpose}>
              {tell(`person.consent.${purpose}`) ?? purpose}:{' '}
              {withdrawnAt !== null
                ? t('person.consentWithdrawn', { day: sayFullDate(new Date(withdrawnAt)) })
                : t(granted ? 'person.consentGiven' : 'person.consentRefused', { day: sayFullDate(new Date(at)) })}
            </div>
          ))}
        </Fact>
        <FactLinks label={t('person.otherRequests')} links={requestLinks(requests)} />
        <FactLinks
          label={t('person.otherQuestions')}
          links={questions.map(({ id, text }) => ({
            href: `/questions/${id}`,
            text: text === '' ? t('question.kind.meet') : text,
          }))}
        />
      </Facts>
      {data.erasedAt === null ? (
        <p className="no-print">
          <Link href={`/data/new/${personId}`}>{t('data.elsewhere.fromPerson')}</Link>
        </p>
      ) : null}
      {photos.length === 0 ? null : (
        <section aria-label={t('person.photos')}>
          <h3 className={classes.photosTitle}>{t('person.photos')}</h3>
          <PhotoSheet photos={photos} onOpen={onPhoto} />
        </section>
      )}
    </div>
  );
}
