import { Button, NativeSelect, TextInput } from '@mantine/core';
import { sayExactly } from '../../text/money.ts';
import { pageLocale, t } from '../../words/words.ts';
import classes from './reports.module.css';
import { type PartDraft, readAmount } from './target-draft.ts';

/** As many as the server takes. */
const MOST_PARTS = 12;

type Props = {
  parts: readonly PartDraft[];
  whole: number | undefined;
  isMoney: boolean;
  onChange: (parts: PartDraft[]) => void;
};

/** What makes up a target, and whether it does. */
export function TargetParts({ parts, whole, isMoney, onChange }: Props) {
  const change = (key: number, changed: Partial<PartDraft>): void =>
    onChange(parts.map((part) => (part.key === key ? { ...part, ...changed } : part)));
  const added = { key: Math.max(-1, ...parts.map(({ key }) => key)) + 1, name: '', value: '', fund: '' };
  return (
    <>
      <p className={classes.quiet}>{t('reports.form.parts')}</p>
      {parts.map(({ key, name, value, fund }, at) => {
        const number = at + 1;
        return (
          <div key={key} className={classes.part}>
            <TextInput
              label={t('reports.form.partName', { number })}
              maxLength={300}
              value={name}
              onChange={({ currentTarget }) => change(key, { name: currentTarget.value })}
            />
            <div className={classes.pair}>
              <TextInput
                label={t('reports.form.partValue', { number })}
                value={value}
                onChange={({ currentTarget }) => change(key, { value: currentTarget.value })}
              />
              <NativeSelect
                label={t('reports.form.partFund', { number })}
                value={fund}
                data={[{ value: '', label: t('reports.form.partNoFund') }, ...fundOptions()]}
                onChange={({ currentTarget }) => change(key, { fund: currentTarget.value })}
              />
            </div>
            <Button variant="default" onClick={() => onChange(parts.filter((part) => part.key !== key))}>
              {t('reports.form.dropPart', { number })}
            </Button>
          </div>
        );
      })}
      <p role="status" className={classes.quiet}>
        {saySum(parts, whole, isMoney)}
      </p>
      <Button variant="default" disabled={parts.length >= MOST_PARTS} onClick={() => onChange([...parts, added])}>
        {t('reports.form.addPart')}
      </Button>
    </>
  );
}

export function fundOptions(): { value: string; label: string }[] {
  return (['national', 'local'] as const).map((value) => ({ value, label: t(`reports.fund.${value}`) }));
}

function saySum(parts: readonly PartDraft[], whole: number | undefined, isMoney: boolean): string {
  const values = parts.map(({ value }) => readAmount(value, { isMoney }));
  if (values.length === 0 || whole === undefined || values.some((value) => value === undefined)) return '';
  const sum = values.reduce<number>((all, value) => all + (value ?? 0), 0);
  const say = (value: number): string =>
    isMoney ? sayExactly(value) : value.toLocaleString(pageLocale() === 'en' ? 'en-GB' : 'vi-VN');
  if (sum === whole) return t('reports.form.sum', { sum: say(sum) });
  return t('reports.form.sumOff', { sum: say(sum), off: say(Math.abs(sum - whole)) });
}
