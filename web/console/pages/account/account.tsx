import { Button, SegmentedControl } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { authApi, read } from '../../api/client.ts';
import { meQuery } from '../../api/queries.ts';
import { Icon } from '../../parts/icon.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { errorWords } from '../../parts/states.tsx';
import type { Me } from '../../shell/shell.tsx';
import { forgetDrafts } from '../../text/drafts.ts';
import { loadWords, t, useLocale } from '../../words/words.ts';
import classes from './account.module.css';
import { ChangePassword } from './change-password.tsx';

/** One's own account: language, password, leaving. */
export default function Account({ me }: { me: Me['officer'] }) {
  const locale = useLocale();
  const client = useQueryClient();
  const signOut = useMutation({
    mutationFn: () => read(authApi['sign-out'].$post()),
    onSuccess: () => {
      forgetDrafts();
      client.setQueryData(meQuery.queryKey, null);
      // What this officer saw is not the next one's to see.
      client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== meQuery.queryKey[0] });
    },
  });

  return (
    <>
      <PageHead title={t('nav.account')}>
        {me.name} · {me.email} · {t(`role.${me.role}`)}
      </PageHead>
      <section className={classes.part} aria-label={t('account.language')}>
        <h2>{t('account.language')}</h2>
        <SegmentedControl
          size="md"
          aria-label={t('account.language')}
          value={locale}
          onChange={(value) => void loadWords(value === 'en' ? 'en' : 'vi')}
          data={[
            { value: 'vi', label: 'Tiếng Việt' },
            { value: 'en', label: 'English' },
          ]}
        />
      </section>
      <section className={classes.part} aria-label={t('account.password')}>
        <h2>{t('account.password')}</h2>
        <ChangePassword email={me.email} />
      </section>
      <section className={classes.part} aria-label={t('account.leave')}>
        <h2>{t('account.leave')}</h2>
        <p>{t('account.leaveExplain')}</p>
        {signOut.isError ? <p role="alert">{errorWords(signOut.error)}</p> : null}
        <Button
          variant="default"
          leftSection={<Icon name="leave" />}
          loading={signOut.isPending}
          onClick={() => signOut.mutate()}
        >
          {t('account.signOut')}
        </Button>
      </section>
    </>
  );
}
