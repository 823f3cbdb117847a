import { Alert, Button, PasswordInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { api, authApi, codeOfError, read } from '../../api/client.ts';
import { meQuery } from '../../api/queries.ts';
import { Door } from '../../parts/door.tsx';
import { MIN_PASSWORD, passwordProblem } from '../../parts/password.ts';
import { errorWords, Failed, Loading } from '../../parts/states.tsx';
import { newRequestId } from '../../text/drafts.ts';
import { t } from '../../words/words.ts';
import signInClasses from '../sign-in/sign-in.module.css';

/** Where a one-time link leads: whoever holds it chooses name, address and password, and is inside. */
export default function Setup() {
  // After the #, so that no server on the way writes it down.
  const [token] = useState(() => location.hash.slice(1));
  useEffect(() => {
    document.title = `${t('setup.title')} · ${t('app.title')}`;
  }, []);
  const link = useQuery({
    queryKey: ['setup', token],
    queryFn: () => read(api.setup.check.$post({ json: { token } })),
    // A link that was used up by this very page must not take the page away.
    staleTime: Number.POSITIVE_INFINITY,
  });

  if (link.isPending) {
    return (
      <Door title={t('setup.title')}>
        <Loading rows={2} />
      </Door>
    );
  }
  if (link.data === undefined) {
    const isDead = ['link.not-open', 'request.invalid'].includes(codeOfError(link.error));
    return (
      <Door title={isDead ? t('setup.deadTitle') : t('setup.title')}>
        {isDead ? <p>{t('setup.dead')}</p> : <Failed error={link.error} retry={() => void link.refetch()} />}
        {isDead ? <p>{t('setup.deadHow')}</p> : null}
      </Door>
    );
  }
  const { officer } = link.data;
  return (
    <Door title={officer === null ? t('setup.title') : t('setup.welcome', { name: officer.name })}>
      <SetupForm token={token} officer={officer} />
    </Door>
  );
}

function SetupForm({ token, officer }: { token: string; officer: { name: string; email: string } | null }) {
  const client = useQueryClient();
  const [, navigate] = useLocation();
  const [requestId] = useState(newRequestId);
  const form = useForm({
    initialValues: { name: officer?.name ?? '', email: officer?.email ?? '', password: '' },
    validate: {
      name: (name) => (name.trim().length < 2 ? t('setup.nameMissing') : null),
      email: (email) => (/^\S+@\S+\.\S+$/.test(email.trim()) ? null : t('setup.emailWrong')),
      password: passwordProblem,
    },
  });
  const enter = useMutation({
    mutationFn: async ({ name, email, password }: typeof form.values) => {
      await read(api.setup.$post({ json: { requestId, token, name: name.trim(), email: email.trim(), password } }));
      await read(authApi['sign-in'].$post({ json: { email: email.trim(), password } }));
    },
    onSuccess: async () => {
      await client.resetQueries({ queryKey: meQuery.queryKey });
      navigate('/', { replace: true });
    },
  });

  return (
    <>
      <p className={signInClasses.help} style={{ margin: '0 0 16px' }}>
        {officer === null ? t('setup.explain') : t('setup.explainInvited')}
      </p>
      <form className={signInClasses.form} onSubmit={form.onSubmit((values) => enter.mutate(values))} noValidate>
        <TextInput label={t('officers.name')} autoComplete="name" {...form.getInputProps('name')} />
        <TextInput
          label={t('signIn.email')}
          type="email"
          autoComplete="username"
          autoCapitalize="none"
          readOnly={officer !== null}
          {...form.getInputProps('email')}
        />
        <PasswordInput
          label={t('signIn.password')}
          description={t('password.rule', { min: MIN_PASSWORD })}
          autoComplete="new-password"
          visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
          {...form.getInputProps('password')}
        />
        {enter.isError ? (
          <Alert color="amber" role="alert">
            {errorWords(enter.error)}
          </Alert>
        ) : null}
        <Button type="submit" fullWidth loading={enter.isPending}>
          {t('setup.submit')}
        </Button>
      </form>
    </>
  );
}
