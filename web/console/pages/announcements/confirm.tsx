import { useQuery } from '@tanstack/react-query';
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';
import { errorWords, Failed, Loading } from '../../parts/states.tsx';
import { sayMoment } from '../../text/say-time.ts';
import { t, tell } from '../../words/words.ts';
import type { Audience } from './audience.ts';
import { LONG_MS } from './left.ts';
import { countQuery } from './queries.ts';
import { sayCount } from './say-count.ts';
import { useDeed } from './use-deed.ts';

type Props = { id: string; seenAt: string; audience: Audience; onDone: () => void };

/** Says once more how many people it is for and when it leaves, before it is told to. */
export function Confirm({ id, seenAt, audience, onDone }: Props) {
  const count = useQuery(countQuery(audience));
  const confirm = useDeed(id, onDone);
  const people = sayCount(count.data?.reachable ?? 0);
  const leavesAt = count.data === undefined ? undefined : new Date(count.data.wouldLeaveAt);
  const isNight = leavesAt !== undefined && leavesAt.getTime() - Date.now() > LONG_MS;
  return (
    <ConfirmDialog
      title={t('announce.confirm.title', { count: people })}
      confirmWords={t('announce.confirm.button', { count: people })}
      canConfirm={Boolean(count.data?.reachable)}
      isPending={confirm.isPending}
      error={confirm.isError ? errorWords(confirm.error) : undefined}
      onConfirm={() => confirm.mutate({ kind: 'confirmed', seenAt })}
      onClose={onDone}
    >
      {count.isPending ? <Loading rows={1} /> : null}
      {count.isError ? <Failed error={count.error} retry={() => void count.refetch()} /> : null}
      <p>
        {count.data?.channels
          .map(({ channel, people: on }) => `${tell(`channel.${channel}`) ?? channel}: ${sayCount(on)}`)
          .join(' · ')}
      </p>
      {leavesAt === undefined ? null : (
        <p>{t(isNight ? 'announce.confirm.night' : 'announce.confirm.leaves', { moment: sayMoment(leavesAt) })}</p>
      )}
    </ConfirmDialog>
  );
}
