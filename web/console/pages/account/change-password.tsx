import { Alert, Button, PasswordInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { authApi, codeOfError, read } from '../../api/client.ts';
import { MIN_PASSWORD, passwordProblem } from '../../parts/password.ts';
import { errorWords } from '../../parts/states.tsx';
import { t } from '../../words/words.ts';
import classes from './account.module.css';

/** Whoever changes it stays here and is signed out everywhere else. */
export function ChangePassword({ email }: { email: string }) {
  const form = useForm({
    initialValues: { currentPassword: '', newPassword: '' },
    validate: { newPassword: passwordProblem },
  });
  const change = useMutation({
    mutationFn: (json: typeof form.values) => read(authApi['change-password'].$post({ json })),
    onSuccess: () => form.reset(),
  });
  const eye = { visibilityToggleButtonProps: { 'aria-label': t('signIn.showPassword') } };

  return (
    <form className={classes.form} onSubmit={form.onSubmit((values) => change.mutate(values))}>
      {/* So that a password manager knows whose password it is. */}
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <PasswordInput
        label={t('account.current')}
        autoComplete="current-password"
        {...eye}
        {...form.getInputProps('currentPassword')}
      />
      <PasswordInput
        label={t('account.new')}
        description={t('password.rule', { min: MIN_PASSWORD })}
        autoComplete="new-password"
        {...eye}
        {...form.getInputProps('newPassword')}
      />
      {change.isError ? (
        <Alert color="amber" role="alert">
          {codeOfError(change.error) === 'password.wrong' ? t('account.wrong') : errorWords(change.error)}
        </Alert>
      ) : null}
      <div role="status">{change.isSuccess ? <p>{t('account.changed')}</p> : null}</div>
      <Button type="submit" loading={change.isPending} disabled={form.values.currentPassword === ''}>
        {t('account.change')}
      </Button>
    </form>
  );
}
