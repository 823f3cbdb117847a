import { CloseButton, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { Icon } from '../parts/icon.tsx';
import { t } from '../words/words.ts';

const PAUSE_MS = 300;

/** Looks for words while they are typed; `value` is what the address says. */
export function SearchBox({ label, value, onSearch }: { label: string; value: string; onSearch: (q: string) => void }) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  useEffect(() => {
    if (text.trim() === value) return;
    const timer = setTimeout(() => onSearch(text.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, value, onSearch]);

  return (
    <TextInput
      type="search"
      aria-label={label}
      placeholder={label}
      value={text}
      leftSection={<Icon name="search" />}
      rightSection={text === '' ? null : <CloseButton aria-label={t('list.clear')} onClick={() => onSearch('')} />}
      onChange={(event) => setText(event.currentTarget.value)}
      style={{ flex: '1 1 260px', maxWidth: 420 }}
    />
  );
}
