import { Button, Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import { ApiError, codeOfError } from '../api/client.ts';
import { sayMoment } from '../text/say-time.ts';
import { t, tell } from '../words/words.ts';
import { Icon } from './icon.tsx';
import classes from './states.module.css';

/** The shape of what is coming. */
export function Loading({ rows = 4 }: { rows?: number }) {
  return (
    <div className={classes.loading} aria-busy="true">
      <span className={classes.hidden} role="status">
        {t('state.loading')}
      </span>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows of a skeleton are all alike.
        <Skeleton key={row} height={56} radius={10} />
      ))}
    </div>
  );
}

/** Before it is known who looks; index.html shows the same while the script is on its way. */
export function Opening() {
  return (
    <p className="opening" role="status">
      {t('state.opening')}
    </p>
  );
}

/** What would be here, and how it begins. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className={classes.empty}>
      <p className={classes.emptyTitle}>{title}</p>
      {children === undefined ? null : <p>{children}</p>}
    </div>
  );
}

/** The words for an error of the server, or the general ones. */
export function errorWords(error: unknown): string {
  return meanwhileWords(error) ?? faultWords(error) ?? codeWords(error);
}

/** "Trần Văn Nam đã trả lại phiếu này lúc 9 giờ 05 hôm nay." */
function meanwhileWords(error: unknown): string | undefined {
  const meanwhile = error instanceof ApiError ? error.meanwhile : undefined;
  if (meanwhile === undefined) return undefined;
  const { kind, by, at } = meanwhile;
  const who = by ?? t('review.meanwhile.somebody');
  return tell(`review.meanwhile.${kind}`, { who, moment: sayMoment(new Date(at)) });
}

/** What must be mended before an article can be kept, one sentence each. */
function faultWords(error: unknown): string | undefined {
  const faults = error instanceof ApiError ? error.faults : undefined;
  if (faults === undefined || faults.length === 0) return undefined;
  const words = faults.map(
    ({ code, values }) => tell(`knowledge.fault.${code}`, values) ?? t('knowledge.fault.other', { code }),
  );
  return [t('asked.keep.faulty'), ...words].join(' ');
}

function codeWords(error: unknown): string {
  return tell(`error.${codeOfError(error).replace('.', '-')}`) ?? t('error.failed');
}

/** Something could not be read: why, and what to do. */
export function Failed({ error, retry }: { error: unknown; retry?: () => void }) {
  return (
    <div className={classes.failed} role="alert">
      <Icon name="warning" />
      <p>{errorWords(error)}</p>
      {retry === undefined ? null : (
        <Button variant="default" onClick={retry}>
          {t('state.retry')}
        </Button>
      )}
    </div>
  );
}
