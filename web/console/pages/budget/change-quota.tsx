import { Checkbox, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { QuotaAccount } from '../../api/budget-queries.ts';
import { api, read } from '../../api/client.ts';
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';
import { errorWords } from '../../parts/states.tsx';
import { newRequestId } from '../../text/drafts.ts';
import { t } from '../../words/words.ts';
import { sayCount } from '../announcements/say-count.ts';

/** An administrator writes down what the platform allows, and what is kept for replies. */
export function ChangeQuota({ account: quota, onClose }: { account: QuotaAccount; onClose: () => void }) {
  const client = useQueryClient();
  const [requestId] = useState(newRequestId);
  const [limit, setLimit] = useState(String(quota.limit));
  const [reserve, setReserve] = useState(quota.reserve === null ? '' : String(quota.reserve));
  const [checkedOn, setCheckedOn] = useState('');
  const [isVerified, setVerified] = useState(quota.certainty === 'verified');
  const { channel, account, suggested } = quota;
  const isTooMuch = reserve !== '' && Number(reserve) > Number(limit);
  const keep = useMutation({
    mutationFn: () => {
      const content = {
        limit: Number(limit),
        reserve: reserve === '' ? null : Number(reserve),
        certainty: isVerified ? ('verified' as const) : ('secondary' as const),
        checkedOn,
      };
      return read(api.budget.$put({ json: { requestId, channel, account, quota: content } }));
    },
    onSuccess: onClose,
    onSettled: () => client.invalidateQueries({ queryKey: ['budget'] }),
  });
  const digits = (text: string): string => text.replace(/\D/g, '');
  return (
    <ConfirmDialog
      title={t('budget.change.title')}
      confirmWords={t('budget.change.keep')}
      canConfirm={Number(limit) > 0 && !isTooMuch && checkedOn !== ''}
      isPending={keep.isPending}
      error={keep.isError ? errorWords(keep.error) : undefined}
      onConfirm={() => keep.mutate()}
      onClose={onClose}
    >
      <TextInput
        label={t('budget.change.limit')}
        inputMode="numeric"
        maxLength={9}
        value={limit}
        onChange={(event) => setLimit(digits(event.currentTarget.value))}
      />
      <TextInput
        label={t('budget.change.reserve')}
        description={t('budget.change.reserveHow', { suggested: sayCount(suggested) })}
        error={isTooMuch ? t('budget.change.reserveTooMuch') : undefined}
        inputMode="numeric"
        maxLength={9}
        value={reserve}
        onChange={(event) => setReserve(digits(event.currentTarget.value))}
      />
      <TextInput
        type="date"
        label={t('budget.change.checkedOn')}
        value={checkedOn}
        onChange={(event) => setCheckedOn(event.currentTarget.value)}
      />
      <Checkbox
        size="md"
        label={t('budget.change.verified')}
        checked={isVerified}
        onChange={(event) => setVerified(event.currentTarget.checked)}
      />
    </ConfirmDialog>
  );
}
