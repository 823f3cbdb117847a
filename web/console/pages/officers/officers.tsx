import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { type OfficerItem, officersQuery } from '../../api/queries.ts';
import listClasses from '../../lists/list-page.module.css';
import { Icon } from '../../parts/icon.tsx';
import { Mark } from '../../parts/marks.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Empty, Failed, Loading } from '../../parts/states.tsx';
import type { Me } from '../../shell/shell.tsx';
import { sayAgo } from '../../text/say-time.ts';
import { t } from '../../words/words.ts';
import { DisableOfficer } from './disable-officer.tsx';
import { InviteOfficer } from './invite-officer.tsx';
import { LinkDialog } from './link-dialog.tsx';
import classes from './officers.module.css';

type Person = { id: string; name: string };

/** Who works here, for administrators: invite, hand over a link, shut out and let in again. */
export default function Officers({ me }: { me: Me['officer'] }) {
  const isAllowed = me.role === 'administrator';
  const { data, error, isPending, refetch } = useQuery({ ...officersQuery, enabled: isAllowed });
  const [isInviting, setInviting] = useState(false);
  const [linkFor, setLinkFor] = useState<Person>();
  const [disabling, setDisabling] = useState<OfficerItem>();

  if (!isAllowed) {
    return (
      <>
        <PageHead title={t('nav.officers')} />
        <Empty title={t('state.notAllowed')}>{t('officers.notAllowedHow')}</Empty>
      </>
    );
  }
  return (
    <>
      <PageHead
        title={t('nav.officers')}
        actions={
          <>
            <Button component={Link} href="/audit" variant="default">
              {t('officers.log')}
            </Button>
            <Button leftSection={<Icon name="plus" />} onClick={() => setInviting(true)}>
              {t('officers.invite')}
            </Button>
          </>
        }
      >
        {t('officers.explain')}
      </PageHead>
      {isPending ? <Loading rows={3} /> : null}
      {error === null ? null : <Failed error={error} retry={() => void refetch()} />}
      <ul className={classes.list}>
        {data?.officers.map((officer) => (
          <li key={officer.id} className={classes.officer}>
            <div className={classes.who}>
              <p className={classes.name}>
                {officer.name}{' '}
                {officer.id === me.id ? <span className={classes.quiet}>({t('officers.you')})</span> : null}
              </p>
              <p className={classes.quiet}>{officer.email}</p>
            </div>
            <div className={classes.what}>
              <p>{t(`role.${officer.role === 'administrator' ? 'administrator' : 'officer'}`)}</p>
              <OfficerMark officer={officer} />
            </div>
            <div className={classes.buttons}>
              {officer.disabledAt !== null || officer.id === me.id ? null : (
                <Button variant="default" onClick={() => setLinkFor(officer)}>
                  {officer.isInvited ? t('officers.newLink') : t('officers.newPassword')}
                </Button>
              )}
              {officer.id === me.id ? null : (
                <Button variant="default" onClick={() => setDisabling(officer)}>
                  {officer.disabledAt === null ? t('officers.disable') : t('officers.enable')}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      {data?.officers.length === 1 ? (
        <div className={listClasses.tools}>
          <Empty title={t('officers.onlyYou')}>{t('officers.onlyYouHow')}</Empty>
        </div>
      ) : null}
      {isInviting ? (
        <InviteOfficer
          onClose={() => setInviting(false)}
          onInvited={(person) => {
            setInviting(false);
            setLinkFor(person);
          }}
        />
      ) : null}
      {linkFor === undefined ? null : <LinkDialog person={linkFor} onClose={() => setLinkFor(undefined)} />}
      {disabling === undefined ? null : <DisableOfficer officer={disabling} onClose={() => setDisabling(undefined)} />}
    </>
  );
}

function OfficerMark({ officer }: { officer: OfficerItem }) {
  if (officer.disabledAt !== null) return <Mark tone="gone">{t('officers.status.disabled')}</Mark>;
  if (officer.isInvited) return <Mark tone="waits">{t('officers.status.invited')}</Mark>;
  const seen =
    officer.lastSignedInAt === null
      ? ''
      : ` · ${t('officers.signedIn', { ago: sayAgo(new Date(officer.lastSignedInAt)) })}`;
  return (
    <p className={classes.quiet}>
      {t('officers.status.active')}
      {seen}
    </p>
  );
}
