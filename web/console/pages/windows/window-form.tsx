import { Alert, Button, Radio, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { type PreviewAsked, type WindowData, windowChoicesQuery } from '../../api/window-queries.ts';
import { ProgrammeRadios } from '../../parts/programme-radios.tsx';
import { When } from '../../parts/when.tsx';
import { type DayAndTime, toInstant } from '../../text/office-time.ts';
import { t } from '../../words/words.ts';
import { CommuneChoice } from './commune-choice.tsx';
import { KindRadios } from './kind-radios.tsx';
import { type Rule, RuleChoice } from './rule-choice.tsx';
import { Preview } from './window-preview.tsx';
import classes from './windows.module.css';

export type WindowDraft = {
  kind: WindowData['kind'];
  programme: string;
  /** Undefined: as the kind does. */
  rule?: Rule;
  opens: DayAndTime;
  closes: DayAndTime;
  communeCodes: string[];
  note: string;
  noteEn: string;
};

type Props = {
  /** Of the window that is changed; its kind and programme stay. */
  id?: string;
  begin: WindowDraft;
  saveWords: string;
  isSaving: boolean;
  error: string | undefined;
  onSave: (fields: Omit<PreviewAsked, 'id'>) => void;
  /** Other words are another request. */
  onEdit: () => void;
  cancel: ReactNode;
};

const NOTE_LENGTH = 200;

/** Dates, place and a line of a window, and beside them what they would mean. */
export function WindowForm({ id, begin, saveWords, isSaving, error, onSave, onEdit, cancel }: Props) {
  const [draft, setDraft] = useState(begin);
  const [isEverywhere, setEverywhere] = useState(begin.communeCodes.length === 0);
  const choices = useQuery(windowChoicesQuery).data;
  const edit = (change: Partial<WindowDraft>): void => {
    setDraft((before) => ({ ...before, ...change }));
    onEdit();
  };

  const opensAt = toInstant(draft.opens);
  const closesAt = toInstant(draft.closes);
  const kind = choices?.kinds.find(({ id: each }) => each === draft.kind);
  const rule = draft.rule ?? kind?.rule;
  const communeCodes = isEverywhere ? [] : draft.communeCodes;
  const hasPlace = isEverywhere || communeCodes.length > 0;
  const fields =
    opensAt === undefined || closesAt === undefined || !hasPlace || rule?.whom.length === 0
      ? undefined
      : { ...pick(draft), opensAt, closesAt, communeCodes };
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (fields !== undefined) onSave(fields);
  };

  return (
    <div className={classes.columns}>
      <form className={classes.form} onSubmit={submit}>
        {id === undefined ? (
          <>
            <KindRadios
              kinds={choices?.kinds}
              chosen={draft.kind}
              onChange={({ id: chosen, programmes: [first = draft.programme, ...others] }) =>
                // Another kind has its own programmes and its own usual rule.
                edit({ kind: chosen, rule: undefined, programme: keep(draft.programme, [first, ...others]) })
              }
            />
            <ProgrammeRadios
              label={t('windows.form.programme')}
              programmes={kind?.programmes}
              chosen={draft.programme}
              onChange={(programme) => edit({ programme })}
            />
          </>
        ) : null}
        <When label={t('windows.form.opens')} value={draft.opens} onChange={(opens) => edit({ opens })} />
        <When label={t('windows.form.closes')} value={draft.closes} onChange={(closes) => edit({ closes })} />
        {choices === undefined ? null : <p className={classes.quiet}>{t('windows.zone', { zone: choices.zone })}</p>}
        <Radio.Group
          label={t('windows.form.area')}
          value={isEverywhere ? 'all' : 'some'}
          onChange={(value) => {
            setEverywhere(value === 'all');
            onEdit();
          }}
        >
          <div className={classes.radios}>
            <Radio size="md" value="all" label={t('windows.everywhere')} />
            <Radio size="md" value="some" label={t('windows.form.someCommunes')} />
          </div>
        </Radio.Group>
        {isEverywhere ? null : (
          <CommuneChoice
            communes={choices?.communes ?? []}
            areas={choices?.formerProvinces ?? []}
            chosen={draft.communeCodes}
            onChange={(codes) => edit({ communeCodes: codes })}
          />
        )}
        <TextInput
          label={t('windows.form.note')}
          description={t('windows.form.noteHow')}
          maxLength={NOTE_LENGTH}
          value={draft.note}
          onChange={(event) => edit({ note: event.currentTarget.value })}
        />
        <TextInput
          label={t('windows.form.noteEn')}
          description={t('windows.form.noteEnHow')}
          maxLength={NOTE_LENGTH}
          value={draft.noteEn}
          onChange={(event) => edit({ noteEn: event.currentTarget.value })}
        />
        {rule === undefined ? null : <RuleChoice rule={rule} onChange={(chosen) => edit({ rule: chosen })} />}
        {rule?.whom.length === 0 ? <p className={classes.warn}>{t('windows.rule.chooseWhom')}</p> : null}
        {hasPlace ? null : <p className={classes.warn}>{t('windows.form.chooseCommune')}</p>}
        {error === undefined ? null : (
          <Alert color="amber" role="alert">
            {error}
          </Alert>
        )}
        <div className={classes.buttons}>
          {cancel}
          <Button type="submit" loading={isSaving} disabled={fields === undefined}>
            {saveWords}
          </Button>
        </div>
      </form>
      <section className={classes.aside} aria-labelledby="preview">
        <h2 id="preview">{t('windows.preview.title')}</h2>
        <Preview asked={fields === undefined ? undefined : { id, ...fields }} />
      </section>
    </div>
  );
}

function pick({ kind, programme, rule, note, noteEn }: WindowDraft) {
  return { kind, programme, rule, note, noteEn };
}

function keep(chosen: string, among: [string, ...string[]]): string {
  return among.includes(chosen) ? chosen : among[0];
}
