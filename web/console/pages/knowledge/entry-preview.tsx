import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import message from '../../parts/message.module.css';
import { MessageButtons } from '../../parts/message-buttons.tsx';
import { t, tell } from '../../words/words.ts';
import classes from './knowledge.module.css';
import type { EntryPreview, Foreseen } from './queries.ts';
import { sayFault } from './say-knowledge.ts';

/** The message as people would read it on each channel, and what keeps it from being put into use. */
export function PreviewOf({ preview, isStale }: { preview: EntryPreview; isStale: boolean }) {
  const { messages, origin, standsFor } = preview;
  const [channel, setChannel] = useState('zalo-bot');
  const shown = messages.find((one) => one.channel === channel) ?? messages[0];
  return (
    <div className={isStale ? classes.stale : undefined}>
      {standsFor === null ? null : <p>{t('knowledge.preview.standsFor', { title: standsFor.title })}</p>}
      {shown === undefined ? (
        <p className={classes.quiet}>{t('knowledge.preview.noMessage')}</p>
      ) : (
        <div className={message.shown}>
          <SegmentedControl
            fullWidth
            aria-label={t('knowledge.preview.channel')}
            value={shown.channel}
            onChange={setChannel}
            data={messages.map((one) => ({ value: one.channel, label: tell(`channel.${one.channel}`) ?? one.channel }))}
          />
          {shown.parts.map((part) => (
            <p key={part} className={message.bubble} data-testid="shown">
              {part}
            </p>
          ))}
          <MessageButtons labels={shown.buttons} />
          {origin.length === 0 ? null : (
            <>
              <p className={message.label}>{t('knowledge.preview.origin')}</p>
              <p className={message.bubble}>{origin.join('\n')}</p>
            </>
          )}
        </div>
      )}
      <ForeseenOf foreseen={preview} />
    </div>
  );
}

/** What a deed would change: faults first, then questions that would be answered otherwise. */
export function ForeseenOf({ foreseen: { faults, broken, mended, leftRates } }: { foreseen: Foreseen }) {
  const isFine = faults.length === 0 && broken.length === 0 && leftRates.length === 0;
  return (
    <div role="status" className={classes.foreseen}>
      {faults.length === 0 ? null : (
        <>
          <p className={classes.warned}>{t('knowledge.preview.faults')}</p>
          <ul>
            {faults.map((fault) => (
              <li key={sayFault(fault)}>{sayFault(fault)}</li>
            ))}
          </ul>
        </>
      )}
      <Questions words={t('knowledge.preview.broken')} questions={broken} isWarning />
      <Questions words={t('knowledge.preview.mended')} questions={mended} />
      {leftRates.length === 0 ? null : (
        <p className={classes.warned}>{t('knowledge.preview.leftRates', { rates: leftRates.join(', ') })}</p>
      )}
      {isFine ? <p>{t('knowledge.preview.fine')}</p> : null}
    </div>
  );
}

function Questions(props: { words: string; questions: Foreseen['broken']; isWarning?: boolean }) {
  const { words, questions, isWarning = false } = props;
  if (questions.length === 0) return null;
  return (
    <>
      <p className={isWarning ? classes.warned : undefined}>{words}</p>
      <ul>
        {questions.map(({ id, question }) => (
          <li key={id}>{question}</li>
        ))}
      </ul>
    </>
  );
}
