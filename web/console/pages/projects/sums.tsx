import type { ProjectsData } from '../../api/project-queries.ts';
import { sayExactly, sayMillions } from '../../text/money.ts';
import { t } from '../../words/words.ts';
import { FUNDS } from './deed-fields.ts';
import classes from './projects.module.css';

type FundSums = ProjectsData['sums']['all'];

const SUMS = [
  ['asked', ({ proposedVnd }: FundSums) => proposedVnd],
  ['approved', ({ nationalVnd, localVnd }: FundSums) => nationalVnd + localVnd],
  ['counterpart', ({ counterpartVnd }: FundSums) => counterpartVnd],
  ['paid', ({ paidNationalVnd, paidLocalVnd }: FundSums) => paidNationalVnd + paidLocalVnd],
] as const;

type Props = Pick<ProjectsData, 'sums' | 'advances' | 'leftAtStopped'> & { fund: (typeof FUNDS)[number] | undefined };

/** What a plan year adds up to, by the fund that its projects are proposed for; of one fund, that alone. */
export function Sums({ sums, advances, leftAtStopped, fund }: Props) {
  const columns = fund === undefined ? ([...FUNDS, 'all'] as const) : ([fund] as const);
  return (
    <table className={`${classes.sums} ${classes.plan}`}>
      <caption>{t('projects.sum.unit')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('projects.sum.what')}</th>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column === 'all' ? t('projects.sum.all') : t(`projects.fund.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{t('projects.sum.projects')}</th>
          {columns.map((column) => (
            <td key={column}>{sums[column].projects}</td>
          ))}
        </tr>
        {SUMS.map(([name, sumOf]) => (
          <tr key={name}>
            <th scope="row">{t(`projects.sum.${name}`)}</th>
            {columns.map((column) => (
              <td key={column} title={sayExactly(sumOf(sums[column]))}>
                {sayMillions(sumOf(sums[column]))}
              </td>
            ))}
          </tr>
        ))}
        {/* Only where there are any. */}
        {(
          [
            ['notSettled', advances],
            ['leftAtStopped', leftAtStopped],
          ] as const
        )
          .filter(([, vnd]) => vnd.all > 0)
          .map(([name, vnd]) => (
            <tr key={name}>
              <th scope="row">{t(`projects.sum.${name}`)}</th>
              {columns.map((column) => (
                <td key={column} title={sayExactly(vnd[column])}>
                  {sayMillions(vnd[column])}
                </td>
              ))}
            </tr>
          ))}
      </tbody>
    </table>
  );
}
