import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { RequestData } from '../../api/queries.ts';
import { Moment } from '../../parts/moment.tsx';
import classes from '../../person/person-card.module.css';
import { t } from '../../words/words.ts';

/** For whom a request is: the establishment, who acts for it, and its other requests. */
export function EstablishmentCard({ establishment }: { establishment: NonNullable<RequestData['establishment']> }) {
  const { name, members, requests } = establishment;
  return (
    <div className={classes.card}>
      <p className={classes.name}>{name}</p>
      <dl className={classes.facts}>
        <Fact label={t('establishment.members')}>
          {members.map((member) => (
            <div key={member.personId}>
              {member.name ?? t('establishment.unnamed')} · {member.role}
              {member.consent === null ? null : ` · ${member.consent}`} · {t('establishment.since')}{' '}
              <Moment at={member.joinedAt} />
            </div>
          ))}
        </Fact>
        {requests.length === 0 ? null : (
          <Fact label={t('establishment.otherRequests')}>
            <ul className={classes.links}>
              {requests.map(({ id, code }) => (
                <li key={id}>
                  <Link href={`/requests/${id}`}>{code}</Link>
                </li>
              ))}
            </ul>
          </Fact>
        )}
      </dl>
    </div>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
