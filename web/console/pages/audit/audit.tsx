import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { type AuditFilter, auditChoicesQuery, auditQuery } from '../../api/audit-queries.ts';
import listClasses from '../../lists/list-page.module.css';
import { More } from '../../lists/more.tsx';
import { SearchBox } from '../../lists/search-box.tsx';
import { useFilter } from '../../lists/use-filter.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { Empty, Failed, Loading } from '../../parts/states.tsx';
import type { Me } from '../../shell/shell.tsx';
import { t, tell } from '../../words/words.ts';
import '../../words/audit.ts';
import classes from './audit.module.css';
import { AuditRows } from './audit-rows.tsx';

const WHATS = ['looks', 'changes'] as const;
const FILTERS = ['by', 'what', 'of', 'id', 'from', 'until', 'code'] as const;

/** Who looked at what and who changed what, for administrators: nothing in it can be changed. */
export default function Audit({ me }: { me: Me['officer'] }) {
  if (me.role === 'administrator') return <Log />;
  return (
    <>
      <PageHead title={t('audit.title')} />
      <Empty title={t('state.notAllowed')}>{t('audit.notAllowedHow')}</Empty>
    </>
  );
}

function Log() {
  const { get, set, setAll } = useFilter();
  const shown: AuditFilter = Object.fromEntries(FILTERS.map((name) => [name, get(name) || undefined]));
  const isBackwards = get('from') !== '' && get('until') !== '' && get('from') > get('until');
  const isFiltered = FILTERS.some((name) => get(name) !== '');
  const entries = useInfiniteQuery({ ...auditQuery(shown), enabled: !isBackwards });
  const choices = useQuery(auditChoicesQuery).data;
  const items = entries.data?.pages.flatMap((page) => page.items) ?? [];

  return (
    <>
      <PageHead title={t('audit.title')}>{t('audit.explain')}</PageHead>
      <div className={`${listClasses.tools} ${classes.tools}`}>
        <Choice
          label={t('audit.by')}
          value={get('by')}
          onChoose={(value) => set('by', value)}
          all={t('audit.anybody')}
          options={choices?.officers.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Choice
          label={t('audit.what')}
          value={get('what')}
          onChoose={(value) => set('what', value)}
          all={t('audit.all')}
          options={WHATS.map((value) => ({ value, label: t(`audit.${value}`) }))}
        />
        <Choice
          label={t('audit.of')}
          value={get('of')}
          onChoose={(value) => setAll({ of: value, id: '' })}
          all={t('audit.everything')}
          options={choices?.subjects.map((value) => ({ value, label: tell(`audit.subject.${value}`) ?? value }))}
        />
        {(['from', 'until'] as const).map((name) => (
          <TextInput
            key={name}
            type="date"
            label={t(`audit.${name}`)}
            value={get(name)}
            error={isBackwards && name === 'until' ? t('audit.wrongDays') : undefined}
            onChange={({ currentTarget }) => set(name, currentTarget.value)}
          />
        ))}
        <SearchBox label={t('audit.code')} value={get('code')} onSearch={(text) => set('code', text)} />
        {isFiltered ? (
          <Button variant="default" onClick={() => setAll(Object.fromEntries(FILTERS.map((name) => [name, ''])))}>
            {t('audit.clear')}
          </Button>
        ) : null}
      </div>
      {get('id') === '' ? null : <p>{t('audit.onlyThis')}</p>}
      {isBackwards ? null : entries.isPending ? (
        <Loading />
      ) : entries.data === undefined ? (
        <Failed error={entries.error} retry={() => void entries.refetch()} />
      ) : items.length > 0 ? (
        <div className={entries.isPlaceholderData ? listClasses.stale : undefined}>
          <AuditRows items={items} label={t('audit.title')} />
          <More {...entries} />
        </div>
      ) : isFiltered ? (
        <Empty title={t('audit.nothing')}>{t('audit.nothingHow')}</Empty>
      ) : (
        <Empty title={t('audit.none')}>{t('audit.noneHow')}</Empty>
      )}
    </>
  );
}

type ChoiceProps = {
  label: string;
  value: string;
  all: string;
  options: { value: string; label: string }[] | undefined;
  onChoose: (value: string) => void;
};

function Choice({ label, value, all, options = [], onChoose }: ChoiceProps) {
  return (
    <NativeSelect
      label={label}
      value={value}
      data={[{ value: '', label: all }, ...options]}
      onChange={({ currentTarget }) => onChoose(currentTarget.value)}
    />
  );
}
