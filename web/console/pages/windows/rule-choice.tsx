import { Checkbox } from '@mantine/core';
import type { WindowData } from '../../api/window-queries.ts';
import { t } from '../../words/words.ts';
import { sayRound } from './say-window.ts';
import classes from './windows.module.css';

export type Rule = WindowData['rule'];

const LEADS = [
  ...(['30-days', '14-days', '10-days', '7-days', '5-days', '3-days', '2-days', '1-day'] as const),
  ...(['12-hours', '6-hours', '3-hours', '1-hour'] as const),
] satisfies Rule['before'];
const WHOM = ['wished', 'unfinished', 'dossier'] satisfies Rule['whom'];

/** When a window reminds and whom: ticked, beside what that would send. */
export function RuleChoice({ rule, onChange }: { rule: Rule; onChange: (rule: Rule) => void }) {
  const leads = [...LEADS, ...rule.before.filter((lead) => !LEADS.some((each) => each === lead))];
  return (
    <>
      <fieldset className={classes.communes}>
        <legend className={classes.roundName}>{t('windows.rule.when')}</legend>
        <div className={classes.ticks}>
          <Checkbox
            size="md"
            label={t('windows.round.opening')}
            checked={rule.opening}
            onChange={(event) => onChange({ ...rule, opening: event.currentTarget.checked })}
          />
          {leads.map((lead) => (
            <Checkbox
              key={lead}
              size="md"
              label={sayRound(lead)}
              checked={rule.before.includes(lead)}
              onChange={(event) => onChange({ ...rule, before: put(rule.before, lead, event.currentTarget.checked) })}
            />
          ))}
        </div>
      </fieldset>
      <fieldset className={classes.communes}>
        <legend className={classes.roundName}>{t('windows.rule.whom')}</legend>
        <div className={classes.radios}>
          {WHOM.map((each) => (
            <Checkbox
              key={each}
              size="md"
              label={t(`windows.rule.of.${each}`)}
              checked={rule.whom.includes(each)}
              onChange={(event) => onChange({ ...rule, whom: put(rule.whom, each, event.currentTarget.checked) })}
            />
          ))}
        </div>
      </fieldset>
    </>
  );
}

function put<T>(all: readonly T[], one: T, isIn: boolean): T[] {
  return isIn ? [...all, one] : all.filter((each) => each !== one);
}
