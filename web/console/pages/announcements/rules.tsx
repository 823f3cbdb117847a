import { Button, Switch, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, read } from '../../api/client.ts';
import { meQuery } from '../../api/queries.ts';
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';
import { errorWords } from '../../parts/states.tsx';
import { newRequestId } from '../../text/drafts.ts';
import { t } from '../../words/words.ts';
import classes from './announcement.module.css';
import { rulesQuery } from './queries.ts';
import { sayCount } from './say-count.ts';

/** For how many people a second officer must agree; administrators settle it. */
export function Rules() {
  const rules = useQuery(rulesQuery).data;
  const role = useQuery(meQuery).data?.officer.role;
  const [isChanging, setChanging] = useState(false);
  if (rules === undefined) return null;
  const { approvalAbove } = rules;
  return (
    <section className={classes.rules}>
      <p>
        {approvalAbove === null
          ? t('announce.rules.never')
          : t('announce.rules.above', { count: sayCount(approvalAbove) })}
      </p>
      {role === 'administrator' ? (
        <Button variant="default" onClick={() => setChanging(true)}>
          {t('announce.rules.change')}
        </Button>
      ) : null}
      {isChanging ? <Change approvalAbove={approvalAbove} onClose={() => setChanging(false)} /> : null}
    </section>
  );
}

const FIRST_OFFER = 500;
const MOST = 10_000_000;

function Change({ approvalAbove, onClose }: { approvalAbove: number | null; onClose: () => void }) {
  const client = useQueryClient();
  const [requestId] = useState(newRequestId);
  const [isAsked, setAsked] = useState(approvalAbove !== null);
  const [above, setAbove] = useState(String(approvalAbove ?? FIRST_OFFER));
  const keep = useMutation({
    mutationFn: () =>
      read(api.announcements.rules.$put({ json: { requestId, approvalAbove: isAsked ? Number(above) : null } })),
    onSuccess: onClose,
    onSettled: () => client.invalidateQueries({ queryKey: ['announcements'] }),
  });
  return (
    <ConfirmDialog
      title={t('announce.rules.title')}
      confirmWords={t('announce.rules.keep')}
      canConfirm={!isAsked || (above !== '' && Number(above) <= MOST)}
      isPending={keep.isPending}
      error={keep.isError ? errorWords(keep.error) : undefined}
      onConfirm={() => keep.mutate()}
      onClose={onClose}
    >
      <div className={classes.chosen}>
        <Switch
          label={t('announce.rules.asked')}
          checked={isAsked}
          onChange={(event) => setAsked(event.currentTarget.checked)}
        />
        {isAsked ? (
          <TextInput
            label={t('announce.rules.number')}
            inputMode="numeric"
            maxLength={8}
            value={above}
            onChange={(event) => setAbove(event.currentTarget.value.replace(/\D/g, ''))}
          />
        ) : null}
      </div>
    </ConfirmDialog>
  );
}
