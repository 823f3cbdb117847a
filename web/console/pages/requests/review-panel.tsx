import { Button } from '@mantine/core';
import { useState } from 'react';
import type { RequestData } from '../../api/queries.ts';
import { Icon } from '../../parts/icon.tsx';
import { t } from '../../words/words.ts';
import { type Asked, DecisionDialog } from './decision-dialog.tsx';
import classes from './review-panel.module.css';
import type { Returning } from './use-marks.ts';

type Props = { request: RequestData; returning: Returning };

/** Who reviews a request and what can be done with it now. */
export function ReviewPanel({ request, returning }: Props) {
  const [asked, setAsked] = useState<Asked>();
  const { actions } = request;
  const may = (action: Asked): boolean => actions.includes(action);
  const items = Object.entries(returning.marks).map(([questionId, remark]) => ({ questionId, remark: remark.trim() }));
  // A refusal is taken over only to take it back into the plan; otherwise whoever reopens it has it.
  const mayClaim = may('claim') && (request.status !== 'declined' || request.hasProject);
  const isComplete = items.every(({ remark }) => remark !== '');
  const isReturning = may('return') && items.length > 0;

  return (
    <section aria-label={t('review.holder.title')} className={`${classes.panel} no-print`}>
      {/* A colleague may have done something: it is told, not only shown. */}
      <div role="status" className={classes.state}>
        {[...stateLines(request), ...consentLines(request)].map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      <div className={classes.buttons}>
        {mayClaim ? (
          <Button leftSection={<Icon name="check" />} onClick={() => setAsked('claim')}>
            {request.holder === null ? t('review.do.claim') : t('review.do.takeOver')}
          </Button>
        ) : null}
        {may('accept') && !isReturning ? (
          <Button leftSection={<Icon name="check" />} onClick={() => setAsked('accept')}>
            {t('review.do.accept')}
          </Button>
        ) : null}
        {may('decline') && !isReturning ? (
          <Button variant="default" onClick={() => setAsked('decline')}>
            {t('review.do.decline')}
          </Button>
        ) : null}
        {may('reopen') ? (
          <Button variant="default" onClick={() => setAsked('reopen')}>
            {t('review.do.reopen')}
          </Button>
        ) : null}
        {may('release') ? (
          <Button variant="subtle" color="gray" onClick={() => setAsked('release')}>
            {t('review.do.release')}
          </Button>
        ) : null}
      </div>
      {isReturning ? (
        <div className={classes.bar}>
          <p className={classes.marked}>{t('review.items.marked', { count: items.length })}</p>
          <Button variant="subtle" color="gray" onClick={returning.clear}>
            {t('review.items.unmarkAll')}
          </Button>
          <Button disabled={!isComplete} onClick={() => setAsked('return')}>
            {t('review.do.return', { count: items.length })}
          </Button>
        </div>
      ) : null}
      {asked === undefined ? null : (
        <DecisionDialog
          request={request}
          asked={asked}
          items={items}
          returning={returning}
          onClose={() => setAsked(undefined)}
        />
      )}
    </section>
  );
}

function stateLines({ status, holder, isMine, returned, actions }: RequestData): string[] {
  const officer = holder?.name ?? t('conversation.officer');
  const who = isMine ? t('review.holder.me') : t('review.holder.other', { officer });
  const followed = isMine ? t('review.holder.followedByMe') : t('review.holder.followed', { officer });
  const open = returned.filter(({ isOpen }) => isOpen).length;
  switch (status) {
    case 'submitted':
      return [t('review.holder.nobody')];
    case 'in-review':
      return [holder === null ? t('review.holder.nobody') : who, ...howToReturn(actions)];
    case 'needs-papers':
      return [
        open > 0 ? t('review.holder.waiting', { open, total: returned.length }) : t('review.holder.ready'),
        ...(holder === null ? [] : [who]),
      ];
    case 'withdrawn':
      return [t('review.holder.withdrawn')];
    case 'erased':
      return [t('review.holder.erased')];
    case 'accepted':
      return [t('review.holder.accepted'), holder === null ? t('review.holder.followedByNobody') : followed];
    case 'closed':
      return [t('review.holder.closed')];
    case 'stopped':
      return [t('review.holder.stopped')];
    case 'declined':
      return [t('review.holder.decided')];
    default:
      return [t('review.holder.project'), holder === null ? t('review.holder.followedByNobody') : followed];
  }
}

/** Before it stands in a plan nothing goes on without the consent; what is left to be done is told. */
function consentLines({ isConsentBack, status, hasProject }: RequestData): string[] {
  const isWaiting = ['submitted', 'in-review', 'needs-papers', 'accepted', 'declined'].includes(status) && !hasProject;
  return isConsentBack && isWaiting ? [t('review.holder.consentBack')] : [];
}

function howToReturn(actions: RequestData['actions']): string[] {
  return actions.includes('return') ? [t('review.holder.howToReturn')] : [];
}
