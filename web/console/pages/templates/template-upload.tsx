import { Button, FileButton } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { api, read } from '../../api/client.ts';
import { download } from '../../api/download.ts';
import { Icon } from '../../parts/icon.tsx';
import { errorWords } from '../../parts/states.tsx';
import { newRequestId } from '../../text/drafts.ts';
import '../../words/papers.ts';
import { t } from '../../words/words.ts';
import { Lines } from './lines.tsx';
import { type TemplateData, templatesQuery } from './queries.ts';
import classes from './templates.module.css';

const MOST_BYTES = 2_000_000;
const template = api.papers.templates[':paper'];

/** What was chosen, and what is wrong with it; it may be kept where that is nothing. */
type Chosen = { name: string; file: string; faults: string[]; requestId: string; seen: number };

/** Another template: chosen, checked, tried with the sample, and only then put in place. */
export function TemplateUpload({ paper, version, isOurs }: Pick<TemplateData, 'paper' | 'version' | 'isOurs'>) {
  const client = useQueryClient();
  const [chosen, setChosen] = useState<Chosen>();
  const reset = useRef<() => void>(null);
  const param = { paper };
  const check = useMutation({
    mutationFn: async (picked: File): Promise<Chosen> => {
      const asked = { name: picked.name, requestId: newRequestId(), seen: version };
      if (picked.size > MOST_BYTES) return { ...asked, file: '', faults: [t('papers.templates.tooLarge')] };
      const file = await toBase64(picked);
      return { ...asked, file, ...(await read(template.check.$post({ param, json: { file } }))) };
    },
    onMutate: () => setChosen(undefined),
    onSuccess: setChosen,
    // The same file, mended, must be a new choice.
    onSettled: () => reset.current?.(),
  });
  const attempt = useMutation({
    mutationFn: ({ file }: Chosen) => download(template.sample.$post({ param, json: { file } })),
  });
  const keep = useMutation({
    mutationFn: ({ file, name, requestId, seen }: Chosen) =>
      read(template.$post({ param, json: { requestId, version: seen, file, fileName: name } })),
    onSuccess: () => setChosen(undefined),
    onSettled: () => client.invalidateQueries({ queryKey: templatesQuery.queryKey }),
  });
  const failed = [check, attempt, keep].find(({ isError }) => isError);
  return (
    <div className={classes.upload}>
      <FileButton
        resetRef={reset}
        accept=".docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        onChange={(picked) => {
          keep.reset();
          if (picked !== null) check.mutate(picked);
        }}
      >
        {(props) => (
          <Button {...props} variant="default" leftSection={<Icon name="plus" />} loading={check.isPending}>
            {t('papers.templates.choose')}
          </Button>
        )}
      </FileButton>
      <div role="status">
        {check.isPending ? <p>{t('papers.templates.checking')}</p> : null}
        {keep.isSuccess && !isOurs && chosen === undefined ? <p>{t('papers.templates.kept')}</p> : null}
        {chosen === undefined ? null : chosen.faults.length > 0 ? (
          <div className={classes.faulty}>
            <p>{t('papers.templates.bad', { name: chosen.name })}</p>
            <Lines lines={chosen.faults} />
          </div>
        ) : (
          <p>{t('papers.templates.good', { name: chosen.name })}</p>
        )}
      </div>
      {chosen === undefined || chosen.faults.length > 0 ? null : (
        <div className={classes.actions}>
          <Button loading={keep.isPending} onClick={() => keep.mutate(chosen)}>
            {t('papers.templates.keep')}
          </Button>
          <Button variant="default" loading={attempt.isPending} onClick={() => attempt.mutate(chosen)}>
            {t('papers.templates.trySample')}
          </Button>
          <Button variant="default" onClick={() => setChosen(undefined)}>
            {t('papers.templates.cancel')}
          </Button>
        </div>
      )}
      {failed === undefined ? null : <p role="alert">{errorWords(failed.error)}</p>}
    </div>
  );
}

async function toBase64(picked: File): Promise<string> {
  const bytes = new Uint8Array(await picked.arrayBuffer());
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}
