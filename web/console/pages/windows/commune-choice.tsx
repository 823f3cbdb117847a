import { Checkbox, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { t } from '../../words/words.ts';
import { communesQuery } from '../announcements/queries.ts';
import classes from './windows.module.css';

const TYPING_MS = 300;

type Area = { name: string; communeCodes: string[] };

type Props = {
  communes: { code: string; name: string }[];
  /** Chosen and given up whole. */
  areas: Area[];
  chosen: string[];
  onChange: (codes: string[]) => void;
};

/** The communes of the province, with a box to find one in; names are found without their accents too, and by those of before. */
export function CommuneChoice({ communes, areas, chosen, onChange }: Props) {
  const [wanted, setWanted] = useState('');
  const [typed] = useDebouncedValue(wanted.trim(), TYPING_MS);
  const meant = useQuery(communesQuery(typed)).data?.communes ?? [];
  const codes = wanted.trim() === '' ? [] : meant.map(({ code }) => code);
  const found = communes.filter(({ code, name }) => bare(name).includes(bare(wanted)) || codes.includes(code));
  const former = meant.filter((each) => each.former !== undefined && communes.some(({ code }) => code === each.code));
  return (
    <fieldset className={classes.communes}>
      <legend className={classes.quiet}>{t('windows.form.chosen', { count: chosen.length })}</legend>
      {areas.map((area) => (
        <AreaBox key={area.name} area={area} chosen={chosen} onChange={onChange} />
      ))}
      <TextInput
        type="search"
        aria-label={t('windows.form.findCommune')}
        placeholder={t('windows.form.findCommune')}
        value={wanted}
        onChange={(event) => setWanted(event.currentTarget.value)}
      />
      <div role="status">
        {codes.length === 0
          ? null
          : former.map((each) => (
              <p key={each.code} className={classes.quiet}>
                {t('windows.form.former', { former: each.former ?? '', name: each.name })}
              </p>
            ))}
      </div>
      <div className={classes.communeList}>
        {found.length === 0 ? <p className={classes.quiet}>{t('windows.form.noCommune')}</p> : null}
        {found.map(({ code, name }) => (
          <Checkbox
            key={code}
            size="md"
            label={name}
            checked={chosen.includes(code)}
            onChange={(event) =>
              onChange(event.currentTarget.checked ? [...chosen, code] : chosen.filter((each) => each !== code))
            }
          />
        ))}
      </div>
    </fieldset>
  );
}

/** All communes of a province of before, at once. */
function AreaBox({
  area: { name, communeCodes },
  chosen,
  onChange,
}: { area: Area } & Pick<Props, 'chosen' | 'onChange'>) {
  const others = chosen.filter((code) => !communeCodes.includes(code));
  const count = chosen.length - others.length;
  const isWhole = count === communeCodes.length;
  return (
    <Checkbox
      size="md"
      label={t('windows.form.formerProvince', { name, count: communeCodes.length })}
      checked={isWhole}
      indeterminate={count > 0 && !isWhole}
      onChange={() => onChange(isWhole ? others : [...others, ...communeCodes])}
    />
  );
}

function bare(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLowerCase().trim();
}
