import { Alert, Button, PasswordInput, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect } from 'react';
import { authApi, read } from '../../api/client.ts';
import { meQuery } from '../../api/queries.ts';
import { Door } from '../../parts/door.tsx';
import { errorWords } from '../../parts/states.tsx';
import { t } from '../../words/words.ts';
import classes from './sign-in.module.css';

/** The door. Whoever comes in stays at the address they asked for. */
export function SignIn() {
  const client = useQueryClient();
  useEffect(() => {
    document.title = `${t('signIn.title')} · ${t('app.title')}`;
  }, []);
  const signIn = useMutation({
    mutationFn: (json: { email: string; password: string }) => read(authApi['sign-in'].$post({ json })),
    // What the last officer saw here is not this one's.
    onSuccess: () => client.resetQueries({ queryKey: meQuery.queryKey }),
  });

  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    signIn.mutate({ email: String(form.get('email')).trim(), password: String(form.get('password')) });
  };

  return (
    <Door title={t('signIn.title')}>
      <form className={classes.form} onSubmit={submit}>
        <TextInput
          name="email"
          type="email"
          label={t('signIn.email')}
          autoComplete="username"
          autoCapitalize="none"
          required
          withAsterisk={false}
        />
        <PasswordInput
          name="password"
          label={t('signIn.password')}
          autoComplete="current-password"
          required
          withAsterisk={false}
          visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
        />
        {signIn.error === null ? null : (
          <Alert color="amber" role="alert">
            {errorWords(signIn.error)}
          </Alert>
        )}
        <Button type="submit" fullWidth loading={signIn.isPending}>
          {t('signIn.submit')}
        </Button>
      </form>
      <p className={classes.help}>{t('signIn.help')}</p>
    </Door>
  );
}
