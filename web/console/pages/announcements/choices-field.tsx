import { Checkbox } from '@mantine/core';
import { t } from '../../words/words.ts';
import classes from './announcement.module.css';

export const CHOICES = ['register', 'remind', 'courses'] as const;
export type ChoiceId = (typeof CHOICES)[number];

/** What people can do at once under the message. */
export function ChoicesField({ chosen, onChange }: { chosen: ChoiceId[]; onChange: (chosen: ChoiceId[]) => void }) {
  return (
    <fieldset className={classes.choices}>
      <legend>{t('announce.choices.title')}</legend>
      {CHOICES.map((id) => (
        <Checkbox
          key={id}
          size="md"
          label={t(`announce.choices.${id}`)}
          checked={chosen.includes(id)}
          onChange={(event) => {
            const isOn = event.currentTarget.checked;
            onChange(CHOICES.filter((other) => (other === id ? isOn : chosen.includes(other))));
          }}
        />
      ))}
    </fieldset>
  );
}
