import { Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import { t } from '../../words/words.ts';
import classes from './windows.module.css';

type Props = {
  communes: { code: string; name: string }[];
  chosen: string[];
  onChange: (codes: string[]) => void;
};

/** The communes of the province, with a box to find one in; names are found without their accents too. */
export function CommuneChoice({ communes, chosen, onChange }: Props) {
  const [wanted, setWanted] = useState('');
  const found = communes.filter(({ name }) => bare(name).includes(bare(wanted)));
  return (
    <fieldset className={classes.communes}>
      <legend className={classes.quiet}>{t('windows.form.chosen', { count: chosen.length })}</legend>
      <TextInput
        type="search"
        aria-label={t('windows.form.findCommune')}
        placeholder={t('windows.form.findCommune')}
        value={wanted}
        onChange={(event) => setWanted(event.currentTarget.value)}
      />
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

function bare(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLowerCase().trim();
}
