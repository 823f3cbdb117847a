import { Alert, Button, Checkbox, Select, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { api, read } from '../../api/client.ts';
import { affectedQuery, type LeakScope } from '../../api/data-queries.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { newRequestId } from '../../text/drafts.ts';
import { toDayAndTime, toInstant } from '../../text/office-time.ts';
import { t } from '../../words/words.ts';
import classes from './data.module.css';
import { sayChannel, sayDataError, sayLeaked } from './say-data.ts';

const KINDS: LeakScope['kinds'] = ['messages', 'requests', 'photos', 'questions', 'contacts'];
const CHANNELS = ['web-chat', 'zalo-bot', 'telegram'] as const;
const WHAT_LENGTH = 1000;

/** What leaked and when it was found; beside it how many people it concerns. A drill is what it begins as. */
export default function NewIncident() {
  const client = useQueryClient();
  const [, go] = useLocation();
  const [requestId] = useState(newRequestId);
  const [now] = useState(() => toDayAndTime(new Date().toISOString()));
  const [isDrill, setDrill] = useState(true);
  const [what, setWhat] = useState('');
  const [kinds, setKinds] = useState(KINDS);
  const [channel, setChannel] = useState<LeakScope['channel']>();
  const [from, setFrom] = useState('');
  const [to, setTo] = useState(now.day);
  const [found, setFound] = useState(now);

  const fromAt = toInstant({ day: from, time: '00:00' });
  const toMinute = toInstant({ day: to, time: '23:59' });
  const discoveredAt = toInstant(found);
  const scope =
    fromAt === undefined || toMinute === undefined || fromAt > toMinute || kinds.length === 0
      ? undefined
      : { kinds, channel, fromAt, toAt: toMinute };
  const affected = useQuery(affectedQuery(scope)).data?.affected;
  const body =
    scope === undefined || discoveredAt === undefined || what.trim() === ''
      ? undefined
      : { requestId, isDrill, what, discoveredAt, ...scope };
  const save = useMutation({
    mutationFn: (json: NonNullable<typeof body>) => read(api.incidents.$post({ json })),
    onSuccess: ({ id }) => go(`/data/incidents/${id}`),
    onSettled: () => client.invalidateQueries({ queryKey: ['incidents'] }),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (body !== undefined) save.mutate(body);
  };
  return (
    <>
      <PageHead title={t('data.incidents.new')} back={{ href: '/data/incidents', label: t('data.incidents.back') }}>
        {t('data.incidents.explain')}
      </PageHead>
      <form className={classes.form} onSubmit={submit}>
        <Checkbox
          size="md"
          label={t('data.incidents.form.isDrill')}
          checked={isDrill}
          onChange={({ currentTarget }) => setDrill(currentTarget.checked)}
        />
        <Textarea
          label={t('data.incidents.form.what')}
          description={t('data.incidents.form.whatHow')}
          autosize
          minRows={2}
          maxLength={WHAT_LENGTH}
          value={what}
          onChange={({ currentTarget }) => setWhat(currentTarget.value)}
        />
        <Checkbox.Group
          label={t('data.incidents.form.kinds')}
          value={kinds}
          onChange={(chosen) => setKinds(KINDS.filter((kind) => chosen.includes(kind)))}
        >
          <div className={classes.choices}>
            {KINDS.map((kind) => (
              <Checkbox key={kind} size="md" value={kind} label={sayLeaked([kind])} />
            ))}
          </div>
        </Checkbox.Group>
        <Select
          label={t('data.incidents.form.channel')}
          data={[
            { value: '', label: sayChannel(null) },
            ...CHANNELS.map((value) => ({ value, label: sayChannel(value) })),
          ]}
          value={channel ?? ''}
          allowDeselect={false}
          onChange={(value) => setChannel(CHANNELS.find((each) => each === value))}
        />
        <div className={classes.pair}>
          <Day label={t('data.incidents.form.from')} value={from} onChange={setFrom} />
          <Day label={t('data.incidents.form.to')} value={to} onChange={setTo} />
        </div>
        <div className={classes.pair}>
          <Day
            label={t('data.incidents.form.discoveredDay')}
            value={found.day}
            onChange={(day) => setFound({ ...found, day })}
          />
          <TextInput
            type="time"
            label={t('data.incidents.form.discoveredTime')}
            value={found.time}
            onChange={({ currentTarget }) => setFound({ ...found, time: currentTarget.value })}
          />
        </div>
        <p role="status">{affected === undefined ? '' : t('data.incidents.form.affected', { count: affected })}</p>
        {save.isError ? (
          <Alert color="amber" role="alert">
            {sayDataError(save.error)}
          </Alert>
        ) : null}
        <div className={classes.pair}>
          <Button component={Link} href="/data/incidents" variant="default">
            {t('dialog.cancel')}
          </Button>
          <Button type="submit" disabled={body === undefined} loading={save.isPending}>
            {t('data.incidents.form.save')}
          </Button>
        </div>
      </form>
    </>
  );
}

function Day({ label, value, onChange }: { label: string; value: string; onChange: (day: string) => void }) {
  return (
    <TextInput
      type="date"
      label={label}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}
