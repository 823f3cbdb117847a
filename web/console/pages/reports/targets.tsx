import '../../words/projects.ts';
import '../../words/reports.ts';
import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, read } from '../../api/client.ts';
import { type TargetItem, type TargetsData, targetsQuery } from '../../api/report-queries.ts';
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';
import { Icon } from '../../parts/icon.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Empty, Failed, Loading } from '../../parts/states.tsx';
import { newRequestId } from '../../text/drafts.ts';
import { sayFullDate } from '../../text/say-time.ts';
import { t } from '../../words/words.ts';
import { PartsOfReport } from './parts-of-report.tsx';
import classes from './reports.module.css';
import { sayReportError } from './say-report-error.ts';
import { TargetCard } from './target-card.tsx';
import { TargetDialog } from './target-dialog.tsx';

type Asked = { kind: 'new' } | { kind: 'change' | 'remove'; item: TargetItem };

/** What the centre set out to reach, and what is reached of it. */
export default function Targets() {
  const targets = useQuery(targetsQuery);
  const [asked, setAsked] = useState<Asked>();
  const close = (): void => setAsked(undefined);
  return (
    <>
      <PageHead
        title={t('reports.targets.title')}
        actions={
          <Button leftSection={<Icon name="plus" />} onClick={() => setAsked({ kind: 'new' })}>
            {t('reports.targets.add')}
          </Button>
        }
      >
        {t('reports.targets.explain')}
      </PageHead>
      <PartsOfReport />
      {targets.isPending ? (
        <Loading />
      ) : targets.data === undefined ? (
        <Failed error={targets.error} retry={() => void targets.refetch()} />
      ) : (
        <>
          {targets.data.targets.length === 0 ? (
            <Empty title={t('reports.targets.none')}>{t('reports.targets.noneHow')}</Empty>
          ) : (
            <ul className={classes.targets}>
              {targets.data.targets.map((item) => (
                <TargetCard
                  key={item.id}
                  item={item}
                  onChange={() => setAsked({ kind: 'change', item })}
                  onRemove={() => setAsked({ kind: 'remove', item })}
                />
              ))}
            </ul>
          )}
          <Removed removed={targets.data.removed} />
          {asked?.kind === 'new' || asked?.kind === 'change' ? (
            <TargetDialog data={targets.data} item={asked.kind === 'change' ? asked.item : undefined} onClose={close} />
          ) : null}
          {asked?.kind === 'remove' ? <RemoveDialog item={asked.item} onClose={close} /> : null}
        </>
      )}
    </>
  );
}

function RemoveDialog({ item, onClose }: { item: TargetItem; onClose: () => void }) {
  const client = useQueryClient();
  const [requestId] = useState(newRequestId);
  const { id, version } = item;
  const remove = useMutation({
    mutationFn: () => read(api.reports.targets[':id'].$delete({ param: { id }, json: { requestId, version } })),
    onSuccess: onClose,
    onSettled: () => client.invalidateQueries({ queryKey: ['reports'] }),
  });
  return (
    <ConfirmDialog
      title={t('reports.targets.removeOf', { name: item.target.name })}
      confirmWords={t('reports.targets.remove')}
      isPending={remove.isPending}
      error={remove.isError ? sayReportError(remove.error) : undefined}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    >
      <p>{t('reports.targets.removeAsk')}</p>
    </ConfirmDialog>
  );
}

/** What was taken away stays here, to be taken up again. */
function Removed({ removed }: Pick<TargetsData, 'removed'>) {
  const client = useQueryClient();
  const restore = useMutation({
    mutationFn: ({ id, version, target }: TargetsData['removed'][number]) =>
      read(api.reports.targets[':id'].$put({ param: { id }, json: { requestId: newRequestId(), version, target } })),
    onSettled: () => client.invalidateQueries({ queryKey: ['reports'] }),
  });
  if (removed.length === 0) return null;
  return (
    <section className={`${classes.removed} no-print`} aria-labelledby="removed-title">
      <h2 id="removed-title">{t('reports.targets.removedTitle')}</h2>
      <ul>
        {removed.map((each) => (
          <li key={each.id}>
            {t('reports.targets.removedAt', { name: each.target.name, day: sayFullDate(new Date(each.keptAt)) })}
            <Button
              variant="default"
              loading={restore.isPending}
              aria-label={t('reports.targets.restoreOf', { name: each.target.name })}
              onClick={() => restore.mutate(each)}
            >
              {t('reports.targets.restore')}
            </Button>
          </li>
        ))}
      </ul>
      {restore.isError ? <p role="alert">{sayReportError(restore.error)}</p> : null}
    </section>
  );
}
