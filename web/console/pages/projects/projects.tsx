import '../../words/projects.ts';
import { Chip, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { type ProjectItem, type ProjectsData, projectsQuery } from '../../api/project-queries.ts';
import listClasses from '../../lists/list-page.module.css';
import rowClasses from '../../lists/rows.module.css';
import { Rows } from '../../lists/rows.tsx';
import { useFilter } from '../../lists/use-filter.ts';
import { Mark, RequestMark, SampleTag } from '../../parts/marks.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Empty, Failed, Loading } from '../../parts/states.tsx';
import { sayIsoDay } from '../../text/iso-days.ts';
import { sayExactly, sayMoney } from '../../text/money.ts';
import { nameOfProgramme } from '../../words/programme-names.ts';
import { pageLocale, t } from '../../words/words.ts';
import { FUNDS } from './deed-fields.ts';
import classes from './projects.module.css';
import { Sums } from './sums.tsx';

/** The projects of a plan year with their sums. The year and the fund stand in the address. */
export default function Projects() {
  const filter = useFilter();
  const year = /^2\d{3}$/.exec(filter.get('year'))?.[0];
  const fund = FUNDS.find((known) => known === filter.get('fund'));
  const plan = useQuery(projectsQuery({ planYear: year, fund }));
  return (
    <>
      <PageHead title={t('nav.projects')}>{t('projects.explain')}</PageHead>
      <div className={listClasses.tools}>
        <NativeSelect
          label={t('projects.field.planYear')}
          value={year ?? String(plan.data?.planYear ?? '')}
          data={yearsOf(plan.data, year)}
          onChange={(event) => filter.set('year', event.currentTarget.value)}
        />
        <Chip.Group
          value={fund ?? 'all'}
          onChange={(value) => filter.set('fund', value === 'all' ? '' : String(value))}
        >
          <div role="radiogroup" aria-label={t('projects.field.fund')} className={listClasses.chips}>
            {(['all', ...FUNDS] as const).map((value) => (
              <Chip key={value} value={value} size="md" variant="outline" classNames={{ label: listClasses.chip }}>
                {t(`projects.fund.${value}`)}
              </Chip>
            ))}
          </div>
        </Chip.Group>
      </div>
      {plan.isPending ? (
        <Loading />
      ) : plan.data === undefined ? (
        <Failed error={plan.error} retry={() => void plan.refetch()} />
      ) : (
        <div className={plan.isPlaceholderData ? listClasses.stale : undefined}>
          <Plan plan={plan.data} fund={fund} />
        </div>
      )}
    </>
  );
}

function Plan({ plan, fund }: { plan: ProjectsData; fund: (typeof FUNDS)[number] | undefined }) {
  if (plan.projects.length === 0 && fund !== undefined) {
    return <Empty title={t('projects.noneOfFund', { year: plan.planYear })} />;
  }
  if (plan.projects.length === 0) {
    return <Empty title={t('projects.none', { year: plan.planYear })}>{t('projects.noneHow')}</Empty>;
  }
  return (
    <>
      <Sums {...plan} fund={fund} />
      <ProjectRows items={plan.projects} />
    </>
  );
}

function ProjectRows({ items }: { items: ProjectItem[] }) {
  const columns = [
    t('request.column.code'),
    t('projects.column.establishment'),
    t('projects.column.money'),
    t('request.column.status'),
  ];
  return (
    <Rows label={t('nav.projects')} columns={columns}>
      {items.map((item) => (
        <tr key={item.id}>
          <td className={`${rowClasses.when} ${rowClasses.code}`}>
            <Link href={`/requests/${item.id}`} data-row className="numbers">
              {item.code}
            </Link>
          </td>
          <td className={rowClasses.wide}>
            <span className={rowClasses.names}>
              {item.establishment}
              {item.isSample ? <SampleTag /> : null}
            </span>
            <span className={`${rowClasses.quiet} ${rowClasses.small} ${rowClasses.clamp}`}>
              {nameOfProgramme(pageLocale(), item.programme)}
            </span>
          </td>
          <td className={rowClasses.who}>
            <span className={rowClasses.names}>
              <Money status={item.status} project={item.project} />
            </span>
            <span className={`${rowClasses.quiet} ${rowClasses.small}`}>
              {item.holderName === null
                ? t('projects.heldByNobody')
                : t('projects.heldBy', { officer: item.holderName })}
            </span>
          </td>
          <td className={`${rowClasses.when} ${classes.status}`}>
            <RequestMark status={item.status} />
            {item.late.map(({ id, on }) => (
              <div key={id}>
                <Mark tone="late">{t('projects.due.late', { what: t(`projects.due.${id}`), day: sayIsoDay(on) })}</Mark>
              </div>
            ))}
          </td>
        </tr>
      ))}
    </Rows>
  );
}

/** The sum that counts by now, from both funds. */
function Money({ status, project }: Pick<ProjectItem, 'status' | 'project'>) {
  const { proposedVnd, nationalVnd, localVnd, paidNationalVnd, paidLocalVnd } = project;
  const advancedVnd = (project.advancedNationalVnd ?? 0) + (project.advancedLocalVnd ?? 0);
  const [kind, vnd] =
    paidNationalVnd !== null
      ? (['paid', paidNationalVnd + (paidLocalVnd ?? 0)] as const)
      : status === 'stopped' && advancedVnd > 0
        ? (['held', advancedVnd] as const)
        : nationalVnd !== null
          ? (['approved', nationalVnd + (localVnd ?? 0)] as const)
          : (['proposed', proposedVnd] as const);
  if (vnd === null) return <span className={classes.quiet}>{t('projects.noSum')}</span>;
  return <span title={sayExactly(vnd)}>{t(`projects.inRow.${kind}`, { sum: sayMoney(vnd) })}</span>;
}

/** Those with projects, the one for which a request of today is, and the one that the address names. */
function yearsOf(plan: ProjectsData | undefined, year: string | undefined): string[] {
  const known = plan === undefined ? [] : [...plan.years, plan.planYear, plan.usual.planYear].map(String);
  return [...new Set([...known, ...(year === undefined ? [] : [year])])].toSorted().toReversed();
}
