import { Button, Radio } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, read } from '../../api/client.ts';
import type { HeldData } from '../../api/data-queries.ts';
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';
import { newRequestId } from '../../text/drafts.ts';
import { sayFullDate } from '../../text/say-time.ts';
import { t } from '../../words/words.ts';
import classes from './data.module.css';
import { sayChannel, sayDataError } from './say-data.ts';

const WAYS = ['phone', 'paper', 'visit'] as const;

/** Whether somebody gets news, since when and by whose word; what they say elsewhere than in the chat is written down here. */
export function News({ data: { person, news } }: { data: HeldData }) {
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <dt>{t('data.news.title')}</dt>
      <dd>
        {t(news.isOn ? 'data.news.on' : 'data.news.off')}
        {news.last === null ? null : <div className={classes.quiet}>{sayLast(news.last)}</div>}
        {news.isOn && person.erasedAt === null ? (
          <Button mt="xs" variant="default" onClick={() => setAsking(true)}>
            {t('data.news.stop')}
          </Button>
        ) : null}
      </dd>
      {isAsking ? <StopDialog personId={person.id} onClose={() => setAsking(false)} /> : null}
    </>
  );
}

function sayLast({ granted, at, channel, by }: NonNullable<HeldData['news']['last']>): string {
  const said = { day: sayFullDate(new Date(at)), way: sayChannel(channel) };
  const what = t(granted ? 'data.news.saidYes' : 'data.news.saidNo', said);
  return by === null ? what : `${what} ${t('data.news.by', { officer: by })}`;
}

function StopDialog({ personId, onClose }: { personId: string; onClose: () => void }) {
  const client = useQueryClient();
  const [requestId] = useState(newRequestId);
  const [way, setWay] = useState<string>('phone');
  const send = useMutation({
    mutationFn: () => {
      const told = WAYS.find((one) => one === way) ?? 'phone';
      return read(api.people[':id']['news-off'].$post({ param: { id: personId }, json: { requestId, way: told } }));
    },
    onSuccess: onClose,
    onSettled: () => {
      void client.invalidateQueries();
    },
  });
  return (
    <ConfirmDialog
      title={t('data.news.stopTitle')}
      confirmWords={t('data.news.confirm')}
      isPending={send.isPending}
      error={send.isError ? sayDataError(send.error) : undefined}
      onConfirm={() => send.mutate()}
      onClose={onClose}
    >
      <p>{t('data.news.stopHow')}</p>
      <Radio.Group label={t('data.news.way')} value={way} onChange={setWay}>
        {WAYS.map((one) => (
          <Radio key={one} mt="xs" size="md" value={one} label={sayChannel(one)} />
        ))}
      </Radio.Group>
    </ConfirmDialog>
  );
}
