import '../words/establishment.ts';
import { Moment } from '../parts/moment.tsx';
import { t } from '../words/words.ts';

type Member = { personId: string; name: string | null; role: string; consent: string | null; joinedAt: string };

/** Who acts for an establishment, as whom, how that was agreed, and since when. */
export function Members({ members }: { members: readonly Member[] }) {
  return members.map(({ personId, name, role, consent, joinedAt }) => (
    <div key={personId}>
      {name ?? t('establishment.unnamed')} · {role}
      {consent === null ? null : ` · ${consent}`} · {t('establishment.since')} <Moment at={joinedAt} />
    </div>
  ));
}
