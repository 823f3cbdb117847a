import '../../words/establishment.ts';
import { NativeSelect } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, read } from '../../api/client.ts';
import { errorWords } from '../../parts/states.tsx';
import { newRequestId } from '../../text/drafts.ts';
import { t } from '../../words/words.ts';

const SAID: Record<string, boolean | null> = { unknown: null, women: true, notWomen: false };

type Props = { id: string; name: string; womanOwned: boolean | null };

/** Whether a woman owns an establishment, where an officer looks at it; chosen, it is kept at once. */
export function OwnerChoice({ id, name, womanOwned }: Props) {
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: (said: boolean | null) =>
      read(api.reports.owners[':id'].$put({ param: { id }, json: { requestId: newRequestId(), womanOwned: said } })),
    onSettled: () => client.invalidateQueries(),
  });
  const shown = save.isPending ? save.variables : womanOwned;
  return (
    <>
      <NativeSelect
        maw={420}
        aria-label={t('establishment.owner.label', { name })}
        description={t('establishment.owner.how')}
        inputWrapperOrder={['input', 'description']}
        value={shown === null ? 'unknown' : shown ? 'women' : 'notWomen'}
        data={(['unknown', 'women', 'notWomen'] as const).map((value) => ({
          ...{ value, label: t(`establishment.owner.${value}`) },
        }))}
        onChange={({ currentTarget }) => save.mutate(SAID[currentTarget.value] ?? null)}
      />
      <span role="status">{save.isSuccess ? t('establishment.owner.saved') : null}</span>
      {save.isError ? <span role="alert">{errorWords(save.error)}</span> : null}
    </>
  );
}
