import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, codeOfError, read } from '../../api/client.ts';
import { type QuestionData, questionQuery } from '../../api/queries.ts';
import { Conversation } from '../../conversation/conversation.tsx';
import { ReplyBox } from '../../conversation/reply-box.tsx';
import { QuestionMark, SampleTag } from '../../parts/marks.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Failed, Loading } from '../../parts/states.tsx';
import { PersonCard } from '../../person/person-card.tsx';
import { usePhotos } from '../../photos/use-photos.tsx';
import type { Draft } from '../../text/drafts.ts';
import { sayPerson } from '../../text/say-person.ts';
import { sayPromises } from '../../text/say-promise.ts';
import { sayMoment } from '../../text/say-time.ts';
import { t } from '../../words/words.ts';
import { NotFoundHere } from '../not-found.tsx';
import { CloseQuestion } from './close-question.tsx';
import { KeepFields } from './keep-fields.tsx';
import { Kept } from './kept.tsx';
import classes from './question.module.css';
import { useKeep } from './use-keep.ts';
import { WhyAnswered } from './why.tsx';

/** One question, with what was said around it, and the answer. */
export default function Question({ id }: { id: string }) {
  const { data, error, isPending, refetch } = useQuery(questionQuery(id));
  const back = { href: '/questions', label: t('nav.questions') };
  if (isPending) return <Loading />;
  if (data === undefined) {
    const isGone = ['not-found', 'request.invalid'].includes(codeOfError(error));
    return isGone ? <NotFoundHere back={back} /> : <Failed error={error} retry={() => void refetch()} />;
  }
  return <QuestionPage question={data} back={back} />;
}

function QuestionPage({ question, back }: { question: QuestionData; back: { href: string; label: string } }) {
  const photos = usePhotos(question.personId);
  const [isClosing, setClosing] = useState(false);
  const keep = useKeep(question.text);
  const isWaiting = question.status === 'waiting';
  const name = sayPerson(question.personName);
  const route = api.questions[':id'];
  const param = { id: question.id };
  const send = (json: Draft): Promise<unknown> =>
    isWaiting
      ? read(route.answer.$post({ param, json: { ...json, keep: keep.bodyOf(json.text) } }))
      : read(route.messages.$post({ param, json }));

  return (
    <>
      <PageHead
        title={titleOf(question)}
        back={back}
        marks={
          <>
            <QuestionMark status={question.status} firstPromisedAt={question.firstPromisedAt} />
            {question.isSample ? <SampleTag /> : null}
          </>
        }
        actions={
          isWaiting ? (
            <Button variant="default" onClick={() => setClosing(true)}>
              {t('question.close.button')}
            </Button>
          ) : undefined
        }
      >
        {t('question.asked', { moment: sayMoment(new Date(question.askedAt)) })}
        {isWaiting && question.promisedAt !== null ? ` · ${sayPromises(question)}` : ''}
      </PageHead>
      <div className={classes.columns}>
        <div className={classes.main}>
          {question.text === '' ? null : <blockquote className={classes.asked}>{question.text}</blockquote>}
          <WhyAnswered question={question} />
          {isWaiting ? null : <Settled question={question} />}
          {isWaiting ? null : <Kept question={question} />}
          <ReplyBox
            name={`question/${question.id}`}
            personId={question.personId}
            label={isWaiting ? t('question.answerLabel') : t('question.moreLabel')}
            frame={question.frame}
            send={send}
            worksForSample={isWaiting}
            alreadySent={question.answer}
            below={isWaiting ? (text) => <KeepFields keep={keep} answer={text} /> : undefined}
            sendWords={isWaiting && keep.isOn ? t('asked.keep.send') : undefined}
            isReady={(text) => !isWaiting || !keep.isOn || keep.isComplete(text)}
          />
          <section aria-label={t('question.asker')}>
            <h2>{t('question.asker')}</h2>
            <PersonCard personId={question.personId} onPhoto={photos.open} here={{ questionId: question.id }} />
          </section>
        </div>
        <section className={classes.talk} aria-label={t('conversation.title')}>
          <h2>{t('conversation.title')}</h2>
          <Conversation personId={question.personId} personName={name} onPhoto={photos.open} />
        </section>
      </div>
      {photos.viewer}
      <CloseQuestion id={question.id} isOpen={isClosing} onDone={() => setClosing(false)} />
    </>
  );
}

function titleOf({ kind, personName }: QuestionData): string {
  if (personName === null) return kind === 'meet' ? t('question.titleMeetUnnamed') : t('question.titleUnnamed');
  return kind === 'meet' ? t('question.titleMeet', { name: personName }) : t('question.title', { name: personName });
}

function Settled({ question }: { question: QuestionData }) {
  const by = question.answeredBy ?? t('conversation.officer');
  const moment = question.answeredAt === null ? '' : sayMoment(new Date(question.answeredAt));
  if (question.status === 'closed') return <p className={classes.settled}>{t('question.closedBy', { by, moment })}</p>;
  return (
    <div className={classes.settled}>
      <p>{t('question.answeredBy', { by, moment })}</p>
      <p className={classes.answer}>{question.answer}</p>
    </div>
  );
}
