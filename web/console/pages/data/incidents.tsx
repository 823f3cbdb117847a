import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { incidentsQuery } from '../../api/data-queries.ts';
import rowClasses from '../../lists/rows.module.css';
import { Rows } from '../../lists/rows.tsx';
import { Icon } from '../../parts/icon.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Empty, Failed, Loading } from '../../parts/states.tsx';
import { t } from '../../words/words.ts';
import classes from './data.module.css';
import { IncidentMark } from './incident-mark.tsx';
import { sayInstant } from './say-data.ts';

/** The book of leaks and of drills, the latest first. */
export default function Incidents() {
  const { data, error, isPending, refetch } = useQuery(incidentsQuery);
  const columns = [
    t('data.incidents.column.what'),
    t('data.incidents.column.found'),
    t('data.incidents.column.reportBy'),
    t('data.incidents.column.affected'),
  ];
  return (
    <>
      <PageHead
        title={t('data.incidents.title')}
        back={{ href: '/data', label: t('data.back') }}
        actions={
          <Button component={Link} href="/data/incidents/new" leftSection={<Icon name="plus" />}>
            {t('data.incidents.new')}
          </Button>
        }
      >
        {t('data.incidents.explain')}
      </PageHead>
      {isPending ? <Loading rows={2} /> : null}
      {error === null ? null : <Failed error={error} retry={() => void refetch()} />}
      {data?.incidents.length === 0 ? (
        <Empty title={t('data.incidents.none')}>{t('data.incidents.noneHow')}</Empty>
      ) : null}
      {data === undefined || data.incidents.length === 0 ? null : (
        <Rows label={t('data.incidents.title')} columns={columns}>
          {data.incidents.map((incident) => (
            <tr key={incident.id}>
              <td className={rowClasses.wide}>
                <Link href={`/data/incidents/${incident.id}`} data-row>
                  {incident.what}
                </Link>
                <div>
                  <IncidentMark incident={incident} />
                </div>
              </td>
              <td>{sayInstant(incident.discoveredAt)}</td>
              <td className={rowClasses.wide}>
                <span className={classes.onPhone}>{t('data.incidents.column.reportBy')}: </span>
                {sayInstant(incident.reportBy)}
              </td>
              <td className="numbers">
                <span className={classes.onPhone}>{t('data.incidents.column.affected')}: </span>
                {incident.affected}
              </td>
            </tr>
          ))}
        </Rows>
      )}
    </>
  );
}
