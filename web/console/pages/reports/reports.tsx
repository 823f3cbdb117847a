import '../../words/projects.ts';
import '../../words/reports.ts';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { meQuery } from '../../api/queries.ts';
import { type ReportData, type ReportQuery, reportQuery } from '../../api/report-queries.ts';
import listClasses from '../../lists/list-page.module.css';
import { useFilter } from '../../lists/use-filter.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { Empty, Failed, Loading } from '../../parts/states.tsx';
import { TakeAlong } from '../../parts/take-along.tsx';
import { sayFullDate } from '../../text/say-time.ts';
import { t } from '../../words/words.ts';
import { Chart } from './chart.tsx';
import { Choices, sayFilters } from './choices.tsx';
import { Definitions } from './definitions.tsx';
import { PartsOfReport } from './parts-of-report.tsx';
import { GROUPS, type Group, readChoice } from './report-choice.ts';
import { ReportTable } from './report-table.tsx';
import classes from './reports.module.css';

/** The numbers of the office by what an officer chooses; all of it stands in the address. */
export default function Reports() {
  const filter = useFilter();
  const { query, group } = readChoice(filter.get);
  const report = useQuery(reportQuery(query));
  return (
    <>
      <PageHead title={t('nav.reports')} actions={<Actions query={query} />}>
        {t('reports.explain')}
      </PageHead>
      <PartsOfReport />
      <Choices filter={filter} choices={report.data?.choices} />
      {report.isPending ? (
        <Loading />
      ) : report.data === undefined ? (
        <Failed error={report.error} retry={() => void report.refetch()} />
      ) : report.data.rows.length === 0 ? (
        <NoRows isAnything={report.data.choices.years.length > 0} />
      ) : (
        <div className={report.isPlaceholderData ? listClasses.stale : undefined}>
          <Numbers report={report.data} query={query} group={group} filter={filter} />
        </div>
      )}
    </>
  );
}

type NumbersProps = { report: ReportData; query: ReportQuery; group: Group; filter: ReturnType<typeof useFilter> };

function Numbers({ report, query, group, filter }: NumbersProps) {
  const shown: readonly string[] = GROUPS[group];
  const columns = shown.flatMap((key) => report.columns.find((column) => column.key === key) ?? []);
  const centre = useQuery(meQuery).data?.centre?.name ?? t('app.title');
  const chosen = `${sayYears(query)} ${sayFilters(filter.get, report.choices)}`;
  return (
    <>
      <p className="print-only">{t('reports.printed', { centre, day: sayFullDate(new Date(report.now)), chosen })}</p>
      <ReportTable report={report} columns={columns} />
      <Definitions columns={columns} />
      <Chart report={report} columns={columns} drawn={filter.get('draw')} onDraw={(key) => filter.set('draw', key)} />
    </>
  );
}

function Actions({ query }: { query: ReportQuery }) {
  const words = { excel: t('reports.excel'), excelDone: t('reports.excelDone'), print: t('reports.print') };
  const fetchWorkbook = () => api.reports.workbook.$get({ query });
  return <TakeAlong fetchWorkbook={fetchWorkbook} words={words} className={classes.quiet} />;
}

function NoRows({ isAnything }: { isAnything: boolean }) {
  if (isAnything) return <Empty title={t('reports.noneHere')}>{t('reports.noneHereHow')}</Empty>;
  return <Empty title={t('reports.none')}>{t('reports.noneHow')}</Empty>;
}

function sayYears({ fromYear, toYear }: ReportQuery): string {
  if (fromYear === undefined && toYear === undefined) return t('reports.yearsChosen.all');
  if (toYear === undefined) return t('reports.yearsChosen.since', { from: String(fromYear) });
  if (fromYear === undefined) return t('reports.yearsChosen.until', { to: String(toYear) });
  const [from, to] = [String(fromYear), String(toYear)];
  return from === to ? t('reports.yearsChosen.one', { year: from }) : t('reports.yearsChosen.between', { from, to });
}
