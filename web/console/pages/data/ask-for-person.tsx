import { Alert, Button, Radio, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { api, codeOfError, read } from '../../api/client.ts';
import { type HeldData, heldDataQuery } from '../../api/data-queries.ts';
import { SampleTag } from '../../parts/marks.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Failed, Loading } from '../../parts/states.tsx';
import { newRequestId } from '../../text/drafts.ts';
import { sayPerson } from '../../text/say-person.ts';
import { t } from '../../words/words.ts';
import { NotFoundHere } from '../not-found.tsx';
import classes from './data.module.css';
import { News } from './news.tsx';
import { sayChannel, sayDataError, sayKind } from './say-data.ts';

const KINDS = ['see', 'correct', 'download', 'delete', 'withdraw', 'restrict', 'object'] as const;
const WAYS = ['phone', 'paper', 'visit'] as const;
const CHECKS = ['called-back', 'signed-paper', 'met'] as const;
const LENGTH = 1000;
const BACK = '/data/new';

/** What somebody asks about their data elsewhere than in the chat, with what is held of them. */
export default function AskForPerson({ id }: { id: string }) {
  const { data, error, isPending, refetch } = useQuery(heldDataQuery(id));
  const back = { href: BACK, label: t('data.elsewhere.other') };
  if (isPending) return <Loading />;
  if (data === undefined) {
    const isGone = ['not-found', 'request.invalid'].includes(codeOfError(error));
    return isGone ? <NotFoundHere back={back} /> : <Failed error={error} retry={() => void refetch()} />;
  }
  const { person, open, sending } = data;
  const { messages, requests, questions, photos } = data.held.held;
  return (
    <>
      <PageHead title={sayPerson(person.name)} back={back} marks={person.isSample ? <SampleTag /> : undefined}>
        {t('data.elsewhere.explain')}
      </PageHead>
      <dl className={classes.facts}>
        <dt>{t('data.elsewhere.held')}</dt>
        <dd>{t('data.elsewhere.heldHow', { messages, requests, questions, photos })}</dd>
        <News data={data} />
      </dl>
      {open.map((one) => (
        <Alert key={one.id} color="amber" className={classes.note}>
          <Link href={`/data/${one.id}`}>{t('data.elsewhere.openAlready', { what: sayKind(one.kind) })}</Link>
        </Alert>
      ))}
      {sending.kind === 'impossible' ? <p>{t('data.page.unreachable')}</p> : null}
      {person.erasedAt === null ? <AskedForm data={data} /> : <p>{t('data.elsewhere.erased')}</p>}
    </>
  );
}

function AskedForm({ data: { person, today } }: { data: HeldData }) {
  const client = useQueryClient();
  const [, go] = useLocation();
  const [requestId] = useState(newRequestId);
  const [kind, setKind] = useState<(typeof KINDS)[number]>();
  const [way, setWay] = useState<(typeof WAYS)[number]>();
  const [check, setCheck] = useState<(typeof CHECKS)[number]>();
  const [askedOn, setAskedOn] = useState(today);
  const [text, setText] = useState('');
  const body =
    kind === undefined || way === undefined || check === undefined || askedOn === ''
      ? undefined
      : { requestId, kind, way, check, askedOn, text };
  const save = useMutation({
    mutationFn: (json: NonNullable<typeof body>) =>
      read(api.people[':id'].data.$post({ param: { id: person.id }, json })),
    onSuccess: ({ id }) => go(`/data/${id}`),
    onSettled: () => client.invalidateQueries({ queryKey: ['data'] }),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (body !== undefined) save.mutate(body);
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <Options label={t('data.elsewhere.kind')} options={KINDS} say={sayKind} value={kind} onChange={setKind} />
      <Options label={t('data.elsewhere.way')} options={WAYS} say={sayChannel} value={way} onChange={setWay} />
      <Options
        label={t('data.elsewhere.check')}
        description={t('data.elsewhere.checkHow')}
        options={CHECKS}
        say={(one) => t(`data.check.${one}`)}
        value={check}
        onChange={setCheck}
      />
      <TextInput
        type="date"
        label={t('data.elsewhere.askedOn')}
        max={today}
        value={askedOn}
        onChange={({ currentTarget }) => setAskedOn(currentTarget.value)}
      />
      <Textarea
        label={t('data.elsewhere.words')}
        autosize
        minRows={2}
        maxLength={LENGTH}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      {save.isError ? (
        <Alert color="amber" role="alert">
          {sayDataError(save.error)}
        </Alert>
      ) : null}
      <div className={classes.pair}>
        <Button component={Link} href="/data" variant="default">
          {t('dialog.cancel')}
        </Button>
        <Button type="submit" disabled={body === undefined} loading={save.isPending}>
          {t('data.elsewhere.save')}
        </Button>
      </div>
    </form>
  );
}

function Options<Option extends string>(props: {
  label: string;
  description?: string;
  options: readonly Option[];
  say: (option: Option) => string;
  value: Option | undefined;
  onChange: (option: Option | undefined) => void;
}) {
  const { label, description, options, say, value, onChange } = props;
  return (
    <Radio.Group
      label={label}
      description={description}
      value={value ?? ''}
      onChange={(chosen) => onChange(options.find((option) => option === chosen))}
    >
      <div className={classes.choices}>
        {options.map((option) => (
          <Radio key={option} size="md" value={option} label={say(option)} />
        ))}
      </div>
    </Radio.Group>
  );
}
