import type { ProjectData } from '../../api/project-queries.ts';
import { sayIsoDay } from '../../text/iso-days.ts';
import { sayExactly, sayMoney } from '../../text/money.ts';
import { sayFullDate } from '../../text/say-time.ts';
import { t } from '../../words/words.ts';
import classes from './projects.module.css';

type Project = NonNullable<ProjectData['project']>;

/** What is known of a project: its plan, its papers and days, and its money by source. */
export function ProjectFacts({ project }: { project: Project }) {
  const { planYear, fund, proposedVnd, decisionNumber, decidedOn, contractNumber, signedOn, endsOn } = project;
  const dayOf = (at: string | null): string | null => (at === null ? null : sayFullDate(new Date(at)));
  const paper = (number: string | null, on: string | null): string | null =>
    number === null || on === null ? number : t('projects.fact.numbered', { number, day: sayIsoDay(on) });
  const facts: [string, string | null][] = [
    [t('projects.fact.plan'), t('projects.fact.planOf', { year: planYear, fund: t(`projects.fund.${fund}`) })],
    [t('projects.fact.proposed'), proposedVnd === null ? null : sayMoney(proposedVnd)],
    [t('projects.fact.decision'), paper(decisionNumber, decidedOn)],
    [t('projects.fact.contract'), paper(contractNumber, signedOn)],
    [t('projects.fact.ends'), endsOn === null ? null : sayIsoDay(endsOn)],
    [t('projects.fact.begun'), dayOf(project.begunAt)],
    [t('projects.fact.advanced'), sayAdvance(project)],
    [t('projects.fact.inspected'), project.inspectedOn === null ? null : sayIsoDay(project.inspectedOn)],
    [t('projects.fact.settled'), project.settledOn === null ? null : sayIsoDay(project.settledOn)],
    [t('projects.fact.rest'), sayRest(project)],
    [t('projects.fact.closed'), dayOf(project.closedAt)],
    [t('projects.fact.stopped'), dayOf(project.stoppedAt)],
  ];
  return (
    <>
      <dl className={classes.facts}>
        {facts.map(([label, text]) =>
          text === null ? null : (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{text}</dd>
            </div>
          ),
        )}
      </dl>
      <Money project={project} />
    </>
  );
}

function sumOf(national: number | null, local: number | null): number {
  return (national ?? 0) + (local ?? 0);
}

/** What the producer has of the support before the settlement; once all was given back, nothing. */
function sayAdvance({ advancedNationalVnd, advancedLocalVnd, advancedOn, settledOn }: Project): string | null {
  const vnd = sumOf(advancedNationalVnd, advancedLocalVnd);
  if (vnd === 0 || advancedOn === null || settledOn !== null) return null;
  return t('projects.fact.advancedOf', { sum: sayMoney(vnd), day: sayIsoDay(advancedOn) });
}

/** Of a settlement what was paid beyond the advance. */
function sayRest({ advancedNationalVnd, advancedLocalVnd, paidNationalVnd, paidLocalVnd }: Project): string | null {
  const advance = sumOf(advancedNationalVnd, advancedLocalVnd);
  return advance === 0 || paidNationalVnd === null ? null : sayMoney(sumOf(paidNationalVnd, paidLocalVnd) - advance);
}

function Money({ project }: { project: Project }) {
  if (project.nationalVnd === null) return null;
  const rows = [
    [t('projects.fund.national'), project.nationalVnd, project.advancedNationalVnd, project.paidNationalVnd],
    [t('projects.fund.local'), project.localVnd, project.advancedLocalVnd, project.paidLocalVnd],
    [t('projects.fact.counterpart'), project.counterpartVnd, null, project.paidCounterpartVnd],
  ] as const;
  const isAdvanced = project.advancedNationalVnd !== null;
  const isPaid = project.paidNationalVnd !== null;
  return (
    <table className={classes.sums} aria-label={t('projects.fact.money')}>
      <thead>
        <tr>
          <th scope="col">{t('projects.fact.source')}</th>
          <th scope="col">{t('projects.sum.approved')}</th>
          {isAdvanced ? <th scope="col">{t('projects.sum.advance')}</th> : null}
          {isPaid ? <th scope="col">{t('projects.sum.paid')}</th> : null}
        </tr>
      </thead>
      <tbody>
        {rows.map(([source, approved, advanced, paid]) => (
          <tr key={source}>
            <th scope="row">{source}</th>
            <td>
              <Sum vnd={approved} />
            </td>
            {isAdvanced ? (
              <td>
                <Sum vnd={advanced} />
              </td>
            ) : null}
            {isPaid ? (
              <td>
                <Sum vnd={paid} />
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Sum({ vnd }: { vnd: number | null }) {
  if (vnd === null) return null;
  return <span title={sayExactly(vnd)}>{sayMoney(vnd)}</span>;
}
