import { Checkbox, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Icon } from '../../parts/icon.tsx';
import { t } from '../../words/words.ts';
import classes from './announcement.module.css';

export type Option = { id: string; label: string };

/** With more than so many, one types to find. */
const MANY = 8;

type Props = {
  label: string;
  options: Option[];
  chosen: string[];
  onChange: (chosen: string[]) => void;
  /** Hears what is being typed to find, and says what else is found by it. */
  find?: { onType: (text: string) => void; also: readonly string[]; note: ReactNode };
};

/** A row that opens: any of these may fit. */
export function PickMany({ label, options, chosen, onChange, find }: Props) {
  const [looking, setLooking] = useState('');
  const fits = ({ id, label: name }: Option): boolean =>
    bare(name).includes(bare(looking)) || (looking !== '' && (find?.also.includes(id) ?? false));
  const shown = options.filter(fits);
  return (
    <Pick label={label} count={chosen.length}>
      {options.length > MANY || find !== undefined ? (
        <TextInput
          aria-label={`${t('announce.audience.search')}: ${label}`}
          placeholder={t('announce.audience.search')}
          value={looking}
          onChange={(event) => {
            setLooking(event.currentTarget.value);
            find?.onType(event.currentTarget.value);
          }}
        />
      ) : null}
      {find?.note}
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
    </Pick>
  );
}

/** A row that opens, and says closed how much is chosen in it. */
export function Pick({ label, count, children }: { label: string; count: number; children: ReactNode }) {
  const state = count === 0 ? t('announce.audience.any') : t('announce.audience.picked', { count });
  return (
    <details className={classes.pick}>
      <summary>
        <span>{label}</span> <span className={count === 0 ? classes.quiet : classes.picked}>{state}</span>
        <Icon name="next" size={18} />
      </summary>
      {children}
    </details>
  );
}

/** Without accents and capitals, as people search. */
function bare(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLowerCase().trim();
}
