import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Failed, Loading } from '../../parts/states.tsx';
import { t } from '../../words/words.ts';
import classes from './announcement.module.css';
import { type Audience, KINDS, type Kind } from './audience.ts';
import { nameOfChoice } from './choice-names.ts';
import { PickCommunes } from './pick-communes.tsx';
import { type Option, Pick, PickMany } from './pick-many.tsx';
import { type AudienceChoices, choicesQuery } from './queries.ts';

type Props = { audience: Audience; onChange: (audience: Audience) => void };

/** Whom it is for: what is left open restricts nothing. */
export function AudienceBuilder({ audience, onChange }: Props) {
  const choices = useQuery(choicesQuery);
  if (choices.isPending) return <Loading rows={1} />;
  if (choices.data === undefined) return <Failed error={choices.error} retry={() => void choices.refetch()} />;
  const options = optionsOf(choices.data);
  return (
    <section className={classes.builder} aria-labelledby="audience">
      <h2 id="audience">{t('announce.audience.title')}</h2>
      <p className={classes.quiet}>{t('announce.audience.everybody')}</p>
      {KINDS.map((kind) => {
        const PickSome = kind === 'commune' ? PickCommunes : PickMany;
        return (
          <PickSome
            key={kind}
            label={t(`announce.audience.${kind}`)}
            options={withGone(options[kind], audience[kind])}
            chosen={audience[kind]}
            onChange={(chosen) => onChange({ ...audience, [kind]: chosen })}
          />
        );
      })}
      <Product audience={audience} onChange={onChange} />
      <LastSeen audience={audience} onChange={onChange} />
    </section>
  );
}

function optionsOf(choices: AudienceChoices): Record<Kind, Option[]> {
  const named = (kind: Kind, id: string, count: number): Option => ({
    id,
    label: t('announce.audience.withPeople', { name: nameOfChoice(kind, id, choices), count }),
  });
  const counted = (kind: Kind, list: { id: string; people: number }[]): Option[] =>
    list.map(({ id, people }) => named(kind, id, people));
  return {
    programme: choices.programmes.map((id) => ({ id, label: nameOfChoice('programme', id, choices) })),
    commune: choices.communes.map(({ code, people }) => named('commune', code, people)),
    topic: choices.topics.map(({ topic, people }) => named('topic', topic, people)),
    follows: choices.newsTopics.flatMap(({ topic, followers }) =>
      followers === 0 ? [] : [named('follows', topic, followers)],
    ),
    status: counted('status', choices.statuses),
    province: counted('province', choices.provinces),
    sector: counted('sector', choices.sectors),
    channel: counted('channel', choices.channels),
    language: counted('language', choices.languages),
  };
}

/** Somebody was there when it was chosen, and nobody is now: it still can be seen and taken off. */
function withGone(options: Option[], chosen: string[]): Option[] {
  const gone = chosen.filter((id) => options.every((option) => option.id !== id));
  return [...options, ...gone.map((id) => ({ id, label: t('announce.audience.gone', { name: id }) }))];
}

/** Typed with commas between: "miến dong, chè". */
function Product({ audience, onChange }: Props) {
  const [typed, setTyped] = useState('');
  const isTyped = splitProducts(typed).join() === audience.product.join();
  return (
    <Pick label={t('announce.audience.product')} count={audience.product.length}>
      <TextInput
        label={t('announce.audience.productWords')}
        description={t('announce.audience.productHow')}
        maxLength={200}
        value={isTyped ? typed : audience.product.join(', ')}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          onChange({ ...audience, product: splitProducts(event.currentTarget.value) });
        }}
      />
    </Pick>
  );
}

/** Marks alone are in no product. */
const splitProducts = (typed: string): string[] =>
  typed
    .split(/[,;]/)
    .map((words) => words.trim().slice(0, 64))
    .filter((words) => /[\p{L}\p{N}]/u.test(words));

function LastSeen({ audience, onChange }: Props) {
  const { seenSince, notSeenSince } = audience;
  const day = (field: 'seenSince' | 'notSeenSince') => (
    <TextInput
      type="date"
      label={t(`announce.audience.${field}`)}
      value={audience[field]}
      onChange={(event) => onChange({ ...audience, [field]: event.currentTarget.value })}
    />
  );
  return (
    <Pick label={t('announce.audience.lastSeen')} count={[seenSince, notSeenSince].filter(Boolean).length}>
      <div className={classes.days}>
        {day('seenSince')}
        {day('notSeenSince')}
      </div>
    </Pick>
  );
}
