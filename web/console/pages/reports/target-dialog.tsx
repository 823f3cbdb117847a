import { Alert, Button, Modal, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api, read } from '../../api/client.ts';
import type { TargetItem, TargetsData, TypedTarget } from '../../api/report-queries.ts';
import dialog from '../../parts/dialog.module.css';
import { newRequestId } from '../../text/drafts.ts';
import { sayExactly } from '../../text/money.ts';
import { toDayAndTime } from '../../text/office-time.ts';
import { t } from '../../words/words.ts';
import classes from './reports.module.css';
import { sayReportError } from './say-report-error.ts';
import { draftOf, readAmount, readDraft, type TargetDraft } from './target-draft.ts';
import { fundOptions, TargetParts } from './target-parts.tsx';

type Props = { data: TargetsData; item: TargetItem | undefined; onClose: () => void };

/** A target as its document has it; sums are shown as they were understood. */
export function TargetDialog({ data, item, onClose }: Props) {
  const client = useQueryClient();
  const [ids] = useState(() => ({ requestId: newRequestId(), id: item?.id ?? newRequestId() }));
  const [draft, setDraft] = useState(() => draftOf(item, { year: thisYear() }));
  const measure = data.measures.find(({ key }) => key === draft.measure);
  const isMoney = measure?.unit === 'vnd';
  const target = readDraft(draft, { isMoney });
  const save = useMutation({
    mutationFn: (typed: TypedTarget) => {
      const json = { requestId: ids.requestId, version: item?.version ?? 0, target: typed };
      return read(api.reports.targets[':id'].$put({ param: { id: ids.id }, json }));
    },
    onSuccess: onClose,
    onSettled: () => client.invalidateQueries({ queryKey: ['reports'] }),
  });
  const edit =
    (name: Exclude<keyof TargetDraft, 'parts' | 'measure'>) =>
    ({ currentTarget }: { currentTarget: { value: string } }): void =>
      setDraft({ ...draft, [name]: currentTarget.value });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (target !== undefined) save.mutate(target);
  };
  const value = readAmount(draft.value, { isMoney });
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t(item === undefined ? 'reports.form.new' : 'reports.form.change')}
      closeButtonProps={{ 'aria-label': t('dialog.close') }}
    >
      <form className={dialog.form} onSubmit={submit}>
        <TextInput
          data-autofocus
          label={t('reports.form.name')}
          description={t('reports.form.nameHow')}
          maxLength={300}
          value={draft.name}
          onChange={edit('name')}
        />
        <NativeSelect
          label={t('reports.form.measure')}
          value={draft.measure}
          data={data.measures.map(({ key, name, unitName }) => ({ value: key, label: `${name} (${unitName})` }))}
          onChange={({ currentTarget }) => {
            const chosen = data.measures.find(({ key }) => key === currentTarget.value)?.key;
            if (chosen !== undefined) setDraft({ ...draft, measure: chosen });
          }}
        />
        <NativeSelect
          label={t('reports.form.programme')}
          value={draft.programme}
          data={[
            { value: '', label: t('reports.form.anyProgramme') },
            ...data.programmes.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={edit('programme')}
        />
        <NativeSelect
          label={t('reports.form.fund')}
          value={draft.fund}
          data={[{ value: '', label: t('reports.form.anyFund') }, ...fundOptions()]}
          onChange={edit('fund')}
        />
        <div className={classes.pair}>
          <TextInput
            label={t('reports.form.from')}
            inputMode="numeric"
            maxLength={4}
            value={draft.fromYear}
            onChange={edit('fromYear')}
          />
          <TextInput
            label={t('reports.form.to')}
            inputMode="numeric"
            maxLength={4}
            value={draft.toYear}
            onChange={edit('toYear')}
          />
        </div>
        <TextInput
          label={t('reports.form.value', { unit: measure?.unitName ?? '' })}
          placeholder={isMoney ? t('projects.money.example') : undefined}
          description={isMoney && value !== undefined ? `= ${sayExactly(value)}` : undefined}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          error={isMoney && draft.value.trim() !== '' && value === undefined ? t('projects.money.unread') : undefined}
          value={draft.value}
          onChange={edit('value')}
        />
        <TextInput label={t('reports.form.most')} value={draft.mostValue} onChange={edit('mostValue')} />
        <TargetParts
          parts={draft.parts}
          whole={value}
          isMoney={isMoney}
          onChange={(parts) => setDraft({ ...draft, parts })}
        />
        <TextInput
          label={t('reports.form.document')}
          maxLength={300}
          value={draft.document}
          onChange={edit('document')}
        />
        <Textarea
          label={t('reports.form.note')}
          autosize
          minRows={2}
          maxLength={300}
          value={draft.note}
          onChange={edit('note')}
        />
        {save.isError ? (
          <Alert color="amber" role="alert">
            {sayReportError(save.error)}
          </Alert>
        ) : null}
        <div className={dialog.buttons}>
          <Button variant="default" onClick={onClose}>
            {t('dialog.cancel')}
          </Button>
          <Button type="submit" disabled={target === undefined} loading={save.isPending}>
            {t('reports.form.save')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

function thisYear(): number {
  return Number(toDayAndTime(new Date().toISOString()).day.slice(0, 4));
}
