import { Link } from 'wouter';
import type { RequestData } from '../../api/queries.ts';
import { Fact, FactLinks, Facts, requestLinks } from '../../person/facts.tsx';
import { Members } from '../../person/members.tsx';
import classes from '../../person/person-card.module.css';
import { t } from '../../words/words.ts';
import { OwnerChoice } from '../establishments/owner-choice.tsx';

type Props = {
  establishment: NonNullable<RequestData['establishment']>;
  /** Of a product that was recognised: its certificate is written down from here. */
  certificateOf?: string;
};

/** For whom a request is: the establishment, who acts for it, and its other requests. */
export function EstablishmentCard({ establishment, certificateOf }: Props) {
  const { id, name, members, requests, womanOwned } = establishment;
  return (
    <div className={classes.card}>
      <p className={classes.name}>
        <Link href={`/establishments/${id}`}>{name}</Link>
      </p>
      <Facts>
        <Fact label={t('establishment.members')}>
          <Members members={members} />
        </Fact>
        <Fact label={t('establishment.owner.title')}>
          <OwnerChoice id={id} name={name} womanOwned={womanOwned} />
        </Fact>
        {certificateOf === undefined ? null : (
          <Fact label={t('establishment.certificate.title')}>
            <Link href={`/establishments/${id}?certificate=${certificateOf}`}>
              {t('establishment.certificate.add')}
            </Link>
          </Fact>
        )}
        <FactLinks label={t('establishment.otherRequests')} links={requestLinks(requests)} />
      </Facts>
    </div>
  );
}
