import { Alert, Button } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { errorWords } from '../../parts/states.tsx';
import { t } from '../../words/words.ts';
import classes from './knowledge.module.css';

export type Saving = { words: string; isPending: boolean; error: unknown; save: () => void };

/** The fields on one side, how people will read them on the other. */
export function EntryForm(props: { saving: Saving; canSave: boolean; preview: ReactNode; children: ReactNode }) {
  const { saving, canSave, preview, children } = props;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (canSave && !saving.isPending) saving.save();
  };
  return (
    <div className={classes.columns}>
      <form className={classes.form} onSubmit={submit}>
        {children}
        {saving.error === null ? null : (
          <Alert color="amber" role="alert">
            {errorWords(saving.error)}
          </Alert>
        )}
        <div className={classes.buttons}>
          <Button type="submit" variant="default" disabled={!canSave} loading={saving.isPending}>
            {saving.words}
          </Button>
        </div>
      </form>
      <section className={classes.aside} aria-labelledby="preview">
        <h2 id="preview">{t('knowledge.preview.title')}</h2>
        {preview}
      </section>
    </div>
  );
}
