import '../../words/establishment.ts';
import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { api, codeOfError, read } from '../../api/client.ts';
import { meQuery, type RequestData, requestQuery } from '../../api/queries.ts';
import { Conversation } from '../../conversation/conversation.tsx';
import { ReplyBox } from '../../conversation/reply-box.tsx';
import { RequestMark, SampleTag } from '../../parts/marks.tsx';
import { Moment } from '../../parts/moment.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Failed, Loading } from '../../parts/states.tsx';
import { PersonCard } from '../../person/person-card.tsx';
import { usePhotos } from '../../photos/use-photos.tsx';
import { sayPerson } from '../../text/say-person.ts';
import { sayFullDate } from '../../text/say-time.ts';
import { t } from '../../words/words.ts';
import { NotFoundHere } from '../not-found.tsx';
import { isProject } from '../projects/is-project.ts';
import { ProjectPanel } from '../projects/project-panel.tsx';
import { reportedPhotos } from '../projects/reported-photos.ts';
import { AdvicePanel } from './advice.tsx';
import { EstablishmentCard } from './establishment-card.tsx';
import { History } from './history.tsx';
import { Items } from './items.tsx';
import { PaperLinks } from './paper-links.tsx';
import classes from './request.module.css';
import { ReviewPanel } from './review-panel.tsx';
import { useCorrection } from './use-correction.tsx';
import { useMarks } from './use-marks.ts';

/** One request: what was asked for, by whom, what has happened, and the conversation beside it. */
export default function Request({ id }: { id: string }) {
  const { data, error, isPending, refetch } = useQuery(requestQuery(id));
  const back = { href: '/requests', label: t('nav.requests') };
  if (isPending) return <Loading />;
  if (data === undefined) {
    const isGone = ['not-found', 'request.invalid'].includes(codeOfError(error));
    return isGone ? <NotFoundHere back={back} /> : <Failed error={error} retry={() => void refetch()} />;
  }
  return <RequestPage request={data} back={back} />;
}

/** Before that a product was put forward at most. */
const NOT_YET = ['submitted', 'in-review', 'needs-papers', 'declined', 'withdrawn', 'erased'];

function mayBeRecognised({ programme, status }: RequestData): boolean {
  return programme === 'typical-rural-product' && !NOT_YET.includes(status);
}

function RequestPage({ request, back }: { request: RequestData; back: { href: string; label: string } }) {
  const photos = usePhotos(request.personId);
  const centre = useQuery(meQuery).data?.centre?.name;
  const returning = useMarks(request.id);
  const correcting = useCorrection(request);
  const [side, setSide] = useState('request');
  const submittedAt = request.events.find(({ kind }) => kind === 'submitted')?.at;
  const contactName = request.items.find(({ id }) => id === 'contact-name')?.text;
  const name = sayPerson(contactName ?? request.personName);

  return (
    <>
      <div className="print-only">
        <p className={classes.letterhead}>
          {centre}
          <span>{t('request.printed', { day: sayFullDate(new Date()) })}</span>
        </p>
        <p className={classes.paperTitle}>{t('request.paperTitle')}</p>
      </div>
      <PageHead
        title={request.code}
        back={back}
        marks={
          <>
            <RequestMark status={request.status} />
            {request.isSample ? <SampleTag /> : null}
          </>
        }
        actions={<PaperLinks request={request} />}
      >
        {name}
        {submittedAt === undefined ? null : (
          <>
            {' · '}
            {t('request.submitted')} <Moment at={submittedAt} />
          </>
        )}
      </PageHead>
      <SegmentedControl
        className={`${classes.sides} no-print`}
        size="md"
        fullWidth
        aria-label={t('request.sides')}
        value={side}
        onChange={setSide}
        data={[
          { value: 'request', label: t('request.side') },
          { value: 'talk', label: t('conversation.title') },
        ]}
      />
      <div
        className={classes.columns}
        data-side={side}
        data-marking={Object.keys(returning.marks).length > 0 ? '' : undefined}
      >
        <div className={classes.main}>
          <ReviewPanel request={request} returning={returning} />
          {isProject(request.status) || request.hasProject ? (
            <Part title={t('nav.projects')}>
              <ProjectPanel id={request.id} onPhoto={photos.open} />
            </Part>
          ) : null}
          <Part title={t('request.answers')}>
            <Items
              request={request}
              onPhoto={photos.open}
              marking={request.actions.includes('return') ? returning : undefined}
              correcting={correcting}
            />
          </Part>
          {request.advice === null ? null : (
            <Part title={t('review.advice.title')}>
              <AdvicePanel advice={request.advice} />
            </Part>
          )}
          {request.establishment === null ? null : (
            <Part title={t('establishment.title')}>
              <EstablishmentCard
                establishment={request.establishment}
                certificateOf={mayBeRecognised(request) ? request.id : undefined}
              />
            </Part>
          )}
          <Part title={t('person.title')}>
            <PersonCard
              personId={request.personId}
              onPhoto={photos.open}
              here={{ requestId: request.id }}
              shownPhotos={[...request.items.flatMap(({ fileIds }) => fileIds), ...reportedPhotos(request.events)]}
            />
          </Part>
          <Part title={t('request.history')}>
            <History request={request} correcting={correcting} />
          </Part>
        </div>
        <section className={`${classes.talk} no-print`} aria-label={t('conversation.title')}>
          <h2>{t('conversation.title')}</h2>
          <Conversation personId={request.personId} personName={name} onPhoto={photos.open} />
          <ReplyBox
            name={`request/${request.id}`}
            personId={request.personId}
            label={t('request.replyLabel')}
            frame={request.frame}
            send={(json) => read(api.requests[':id'].messages.$post({ param: { id: request.id }, json }))}
          />
        </section>
      </div>
      {photos.viewer}
      {correcting.dialog}
    </>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className={classes.part}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
