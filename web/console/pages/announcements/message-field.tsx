import { Button, Textarea } from '@mantine/core';
import { useRef } from 'react';
import { t } from '../../words/words.ts';
import classes from './announcement.module.css';

export const MAX_LENGTH = 4000;
const NEAR_LENGTH = 3500;
const VARIABLES = ['name', 'commune'] as const;

/** Where the words are written, with what can be left open for each person. */
export function MessageField({ text, onChange }: { text: string; onChange: (text: string) => void }) {
  const field = useRef<HTMLTextAreaElement>(null);
  const length = text.trim().length;
  const insert = (words: string): void => {
    const { selectionStart = text.length, selectionEnd = text.length } = field.current ?? {};
    onChange(text.slice(0, selectionStart) + words + text.slice(selectionEnd));
    field.current?.focus();
  };
  return (
    <div className={classes.message}>
      <Textarea
        ref={field}
        label={t('announce.compose.text')}
        value={text}
        autosize
        minRows={5}
        maxRows={18}
        placeholder={t('announce.compose.placeholder')}
        error={length > MAX_LENGTH ? t('announce.compose.tooLong', { max: MAX_LENGTH }) : undefined}
        description={
          length > NEAR_LENGTH && length <= MAX_LENGTH
            ? t('announce.compose.left', { left: MAX_LENGTH - length })
            : undefined
        }
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <div className={classes.deeds}>
        {VARIABLES.map((variable) => (
          <Button key={variable} variant="default" onClick={() => insert(t(`announce.variable.${variable}`))}>
            {t(`announce.variable.add.${variable}`)}
          </Button>
        ))}
      </div>
    </div>
  );
}
