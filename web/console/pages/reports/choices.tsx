import { Button, Chip, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { ReportData } from '../../api/report-queries.ts';
import listClasses from '../../lists/list-page.module.css';
import type { useFilter } from '../../lists/use-filter.ts';
import { t } from '../../words/words.ts';
import { BYS, FILTERS, type FilterName, GROUP_NAMES, readChoice } from './report-choice.ts';
import classes from './reports.module.css';

type Props = { filter: ReturnType<typeof useFilter>; choices: ReportData['choices'] | undefined };
type Option = { value: string; label: string };

const STATUSES = [
  ...(['submitted', 'in-review', 'needs-papers', 'accepted', 'proposed', 'approved', 'contracted'] as const),
  ...(['in-progress', 'amendment-asked', 'inspected', 'settled', 'closed'] as const),
  ...(['stopped', 'declined', 'withdrawn', 'erased'] as const),
];

/** By what, of which years, of which requests: all of it stands in the address. */
export function Choices({ filter, choices }: Props) {
  const { query, group } = readChoice(filter.get);
  const chosen = FILTERS.filter((name) => filter.get(name) !== '');
  const [isOpen, setOpen] = useState(chosen.length > 0);
  const years = (label: string, name: 'from' | 'to', value: string | undefined) => (
    <NativeSelect
      label={label}
      value={value ?? ''}
      data={[{ value: '', label: t('reports.field.anyYear') }, ...yearOptions(choices?.years ?? [], value)]}
      onChange={({ currentTarget }) => filter.set(name, currentTarget.value)}
    />
  );
  return (
    <div className="no-print">
      <div className={classes.choices}>
        <NativeSelect
          label={t('reports.by.label')}
          value={query.by}
          data={BYS.map((value) => ({ value, label: t(`reports.by.${value}`) }))}
          onChange={({ currentTarget }) => filter.set('by', currentTarget.value)}
        />
        {years(t('reports.field.from'), 'from', query.fromYear?.toString())}
        {years(t('reports.field.to'), 'to', query.toYear?.toString())}
      </div>
      <details className={classes.more} open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>{chosen.length === 0 ? t('reports.more') : t('reports.moreChosen', { count: chosen.length })}</summary>
        <div className={classes.choices}>
          {FILTERS.map((name) => (
            <NativeSelect
              key={name}
              label={t(`reports.field.${name}`)}
              value={filter.get(name)}
              data={[{ value: '', label: t('reports.field.all') }, ...optionsOf(name, choices, filter.get(name))]}
              onChange={({ currentTarget }) => filter.set(name, currentTarget.value)}
            />
          ))}
        </div>
        <Button
          variant="default"
          disabled={chosen.length === 0}
          onClick={() => filter.setAll(Object.fromEntries(FILTERS.map((name) => [name, ''])))}
        >
          {t('reports.clear')}
        </Button>
      </details>
      <Chip.Group value={group} onChange={(value) => filter.set('show', value === 'work' ? '' : String(value))}>
        <div
          role="radiogroup"
          aria-label={t('reports.show.label')}
          className={`${listClasses.chips} ${classes.groups}`}
        >
          {GROUP_NAMES.map((value) => (
            <Chip key={value} value={value} size="md" variant="outline" classNames={{ label: listClasses.chip }}>
              {t(`reports.show.${value}`)}
            </Chip>
          ))}
        </div>
      </Chip.Group>
    </div>
  );
}

/** The filters that are chosen, in words, for the paper. */
export function sayFilters(get: (name: string) => string, choices: ReportData['choices']): string {
  const said = FILTERS.flatMap((name) => {
    const option = optionsOf(name, choices, get(name)).find(({ value }) => value === get(name));
    return option === undefined ? [] : [`${t(`reports.field.${name}`)}: ${option.label}.`];
  });
  return said.join(' ');
}

function yearOptions(known: readonly number[], chosen: string | undefined): Option[] {
  const years = [...new Set([...known.map(String), ...(chosen === undefined ? [] : [chosen])])].toSorted();
  return years.map((value) => ({ value, label: value }));
}

/** The choices that there are; one that only the address knows stays to be seen. */
function optionsOf(name: FilterName, choices: ReportData['choices'] | undefined, chosen: string): Option[] {
  const options = knownOptions(name, choices);
  const isKnown = chosen === '' || options.some(({ value }) => value === chosen);
  return isKnown ? options : [...options, { value: chosen, label: chosen }];
}

function knownOptions(name: FilterName, choices: ReportData['choices'] | undefined): Option[] {
  const named = (list: { id: string; name: string }[] = []) =>
    list.map(({ id, name: label }) => ({ value: id, label }));
  const unknown = { value: 'unknown', label: t('reports.field.unknown') };
  switch (name) {
    case 'fund':
      return [
        ...(['national', 'local'] as const).map((value) => ({ value, label: t(`reports.fund.${value}`) })),
        { value: 'unknown', label: t('reports.field.noPlan') },
      ];
    case 'programme':
      return named(choices?.programmes);
    case 'status':
      return STATUSES.map((value) => ({ value, label: t(`request.status.${value}`) }));
    case 'commune':
      return [...named(choices?.communes), unknown];
    case 'sector':
      return [...named(choices?.sectors), unknown];
    case 'womanOwned':
      return [
        { value: 'true', label: t('reports.field.women') },
        { value: 'false', label: t('reports.field.notWomen') },
        unknown,
      ];
  }
}
