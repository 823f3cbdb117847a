import { Alert, Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { type CourseFields, courseChoicesQuery } from '../../api/course-queries.ts';
import { ProgrammeRadios } from '../../parts/programme-radios.tsx';
import { When } from '../../parts/when.tsx';
import { t } from '../../words/words.ts';
import { type CourseDraft, readDraft } from './course-draft.ts';
import { CoursePreviewPanel, useCoursePreview } from './course-preview.tsx';
import classes from './courses.module.css';

type Props = {
  /** Of the course that is changed; its programme stays. */
  id?: string;
  begin: CourseDraft;
  saveWords: string;
  isSaving: boolean;
  error: string | undefined;
  onSave: (fields: CourseFields) => void;
  /** Other words are another request. */
  onEdit: () => void;
  cancel: ReactNode;
};

/** All that the office states of a course, and beside it how people will read it. */
export function CourseForm({ id, begin, saveWords, isSaving, error, onSave, onEdit, cancel }: Props) {
  const [draft, setDraft] = useState(begin);
  const choices = useQuery(courseChoicesQuery).data;
  const edit = (change: Partial<CourseDraft>): void => {
    setDraft((before) => ({ ...before, ...change }));
    onEdit();
  };
  const fields = readDraft(draft);
  const preview = useCoursePreview(fields === undefined ? undefined : { id, fields });
  const told = preview.data?.news?.reachable ?? 0;
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (fields !== undefined) onSave(fields);
  };
  const text = (name: 'title' | 'forWhom' | 'hours' | 'address' | 'fee' | 'note', most: number) => ({
    label: t(`courses.form.${name}`),
    maxLength: most,
    value: draft[name],
    onChange: (event: { currentTarget: { value: string } }) => edit({ [name]: event.currentTarget.value }),
  });

  return (
    <div className={classes.columns}>
      <form className={classes.form} onSubmit={submit}>
        {id === undefined ? (
          <ProgrammeRadios
            label={t('courses.form.programme')}
            programmes={choices?.programmes}
            chosen={draft.programme}
            onChange={(programme) => edit({ programme })}
          />
        ) : null}
        <TextInput {...text('title', 80)} description={t('courses.form.titleHow')} required />
        <Textarea
          label={t('courses.form.teaches')}
          description={t('courses.form.teachesHow')}
          required
          rows={2}
          maxLength={300}
          value={draft.teaches}
          onChange={(event) => edit({ teaches: event.currentTarget.value })}
        />
        <TextInput {...text('forWhom', 150)} />
        <div className={classes.pair}>
          <TextInput
            type="date"
            label={t('courses.form.starts')}
            required
            value={draft.startsOn}
            onChange={(event) => edit({ startsOn: event.currentTarget.value })}
          />
          <TextInput
            type="date"
            label={t('courses.form.ends')}
            value={draft.endsOn}
            min={draft.startsOn}
            onChange={(event) => edit({ endsOn: event.currentTarget.value })}
          />
        </div>
        <TextInput {...text('hours', 100)} description={t('courses.form.hoursHow')} />
        <TextInput {...text('address', 150)} description={t('courses.form.addressHow')} required />
        <NativeSelect
          label={t('courses.form.commune')}
          value={draft.communeCode}
          onChange={(event) => edit({ communeCode: event.currentTarget.value })}
          data={[
            { value: '', label: t('courses.form.noCommune') },
            ...(choices?.communes ?? []).map(({ code, name }) => ({ value: code, label: name })),
          ]}
        />
        <TextInput
          label={t('courses.form.places')}
          required
          inputMode="numeric"
          maxLength={4}
          value={draft.places}
          onChange={(event) => edit({ places: event.currentTarget.value.replace(/\D/g, '') })}
        />
        <When label={t('courses.form.closes')} value={draft.closes} onChange={(closes) => edit({ closes })} />
        <TextInput {...text('fee', 100)} description={t('courses.form.feeHow')} />
        <TextInput {...text('note', 200)} description={t('courses.form.noteHow')} />
        {error === undefined ? null : (
          <Alert color="amber" role="alert">
            {error}
          </Alert>
        )}
        <div className={classes.buttons}>
          {cancel}
          <Button type="submit" loading={isSaving} disabled={fields === undefined || !preview.isSettled}>
            {told === 0 ? saveWords : t('courses.form.saveAndTell', { count: told })}
          </Button>
        </div>
      </form>
      <CoursePreviewPanel preview={preview} />
    </div>
  );
}
