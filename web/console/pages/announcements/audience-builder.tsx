import { Checkbox, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Icon } from '../../parts/icon.tsx';
import { Failed, Loading } from '../../parts/states.tsx';
import { t } from '../../words/words.ts';
import classes from './announcement.module.css';
import { type Audience, KINDS } from './audience.ts';
import { nameOfChoice } from './choice-names.ts';
import { choicesQuery } from './queries.ts';

type Kind = (typeof KINDS)[number];
type Option = { id: string; label: string };

/** With more than so many, one types to find. */
const MANY = 8;

/** Whom it is for: what is left open restricts nothing. */
export function AudienceBuilder({
  audience,
  onChange,
}: {
  audience: Audience;
  onChange: (audience: Audience) => void;
}) {
  const choices = useQuery(choicesQuery);
  if (choices.isPending) return <Loading rows={1} />;
  if (choices.data === undefined) return <Failed error={choices.error} retry={() => void choices.refetch()} />;
  const { programmes, communes, topics } = choices.data;
  const named = (kind: Kind, id: string, count: number): Option => ({
    id,
    label: t('announce.audience.withPeople', { name: nameOfChoice(kind, id, choices.data), count }),
  });
  const options: Record<Kind, Option[]> = {
    programme: programmes.map((id) => ({ id, label: nameOfChoice('programme', id, choices.data) })),
    commune: communes.map(({ code, people }) => named('commune', code, people)),
    topic: topics.map(({ topic, people }) => named('topic', topic, people)),
  };
  return (
    <section className={classes.builder} aria-labelledby="audience">
      <h2 id="audience">{t('announce.audience.title')}</h2>
      <p className={classes.quiet}>{t('announce.audience.everybody')}</p>
      {KINDS.map((kind) => (
        <PickMany
          key={kind}
          label={t(`announce.audience.${kind}`)}
          options={withGone(options[kind], audience[kind])}
          chosen={audience[kind]}
          onChange={(chosen) => onChange({ ...audience, [kind]: chosen })}
        />
      ))}
    </section>
  );
}

/** Somebody was there when it was chosen, and nobody is now: it still can be seen and taken off. */
function withGone(options: Option[], chosen: string[]): Option[] {
  const gone = chosen.filter((id) => options.every((option) => option.id !== id));
  return [...options, ...gone.map((id) => ({ id, label: t('announce.audience.gone', { name: id }) }))];
}

function PickMany(props: { label: string; options: Option[]; chosen: string[]; onChange: (chosen: string[]) => void }) {
  const { label, options, chosen, onChange } = props;
  const [looking, setLooking] = useState('');
  const shown = options.filter(({ label: name }) => bare(name).includes(bare(looking)));
  const state =
    chosen.length === 0 ? t('announce.audience.any') : t('announce.audience.picked', { count: chosen.length });
  return (
    <details className={classes.pick}>
      <summary>
        <span>{label}</span> <span className={chosen.length === 0 ? classes.quiet : classes.picked}>{state}</span>
        <Icon name="next" size={18} />
      </summary>
      {options.length > MANY ? (
        <TextInput
          aria-label={`${t('announce.audience.search')}: ${label}`}
          placeholder={t('announce.audience.search')}
          value={looking}
          onChange={(event) => setLooking(event.currentTarget.value)}
        />
      ) : null}
      <fieldset className={classes.options}>
        <legend className={classes.unseen}>{label}</legend>
        {options.length === 0 ? <p className={classes.quiet}>{t('announce.audience.nothing')}</p> : null}
        {shown.map(({ id, label: name }) => (
          <Checkbox
            key={id}
            size="md"
            label={name}
            checked={chosen.includes(id)}
            onChange={(event) =>
              onChange(event.currentTarget.checked ? [...chosen, id] : chosen.filter((other) => other !== id))
            }
          />
        ))}
      </fieldset>
    </details>
  );
}

/** Without accents and capitals, as people search. */
function bare(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLowerCase().trim();
}
