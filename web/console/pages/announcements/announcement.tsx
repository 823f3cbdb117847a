import '../../words/announce.ts';
import { useQuery } from '@tanstack/react-query';
import { codeOfError } from '../../api/client.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { Failed, Loading } from '../../parts/states.tsx';
import { sayMoment } from '../../text/say-time.ts';
import { t } from '../../words/words.ts';
import { NotFoundHere } from '../not-found.tsx';
import classes from './announcement.module.css';
import { Asked } from './asked.tsx';
import { Compose } from './compose.tsx';
import { Held } from './held.tsx';
import { History } from './history.tsx';
import { Progress } from './progress.tsx';
import { type AnnouncementData, announcementQuery } from './queries.ts';
import { AnnouncementMark } from './state-mark.tsx';
import { Text } from './text.tsx';

/** One announcement: written while it is a draft, watched from then on. */
export default function Announcement({ id }: { id: string }) {
  const back = { href: '/announcements', label: t('announce.title') };
  if (id !== 'new') return <Existing id={id} back={back} />;
  return (
    <>
      <PageHead title={t('announce.newTitle')} back={back} />
      <Compose />
    </>
  );
}

function Existing({ id, back }: { id: string; back: { href: string; label: string } }) {
  const { data, error, isPending, refetch } = useQuery(announcementQuery(id));
  if (isPending) return <Loading />;
  if (data === undefined) {
    const isGone = ['not-found', 'request.invalid'].includes(codeOfError(error));
    return isGone ? <NotFoundHere back={back} /> : <Failed error={error} retry={() => void refetch()} />;
  }
  const told = (by: string | null, at: string) => ({
    by: by ?? t('announce.somebody'),
    moment: sayMoment(new Date(at)),
  });
  return (
    <>
      <PageHead title={t('announce.title')} back={back} marks={<AnnouncementMark state={data.state} />}>
        {[
          t('announce.facts.made', told(data.createdBy, data.createdAt)),
          ...(data.confirmedAt === null
            ? []
            : [t('announce.facts.confirmed', told(data.confirmedBy, data.confirmedAt))]),
          ...(data.approvedAt === null ? [] : [t('announce.facts.approved', told(data.approvedBy, data.approvedAt))]),
          ...(data.stoppedAt === null ? [] : [t('announce.facts.stopped', told(data.stoppedBy, data.stoppedAt))]),
        ].join(' · ')}
      </PageHead>
      {data.state === 'draft' ? (
        <Compose announcement={data} />
      ) : (
        <div className={classes.main}>
          <Now announcement={data} />
          <Text announcement={data} />
          <History history={data.history} />
        </div>
      )}
    </>
  );
}

/** Where it stands, and what can be done about it. */
function Now({ announcement }: { announcement: AnnouncementData }) {
  if (announcement.state === 'asked') return <Asked announcement={announcement} />;
  if (announcement.state === 'held') return <Held announcement={announcement} />;
  return <Progress announcement={announcement} />;
}
