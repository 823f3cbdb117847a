import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { t } from '../../words/words.ts';
import classes from './announcement.module.css';
import { type Option, PickMany } from './pick-many.tsx';
import { communesQuery } from './queries.ts';

const TYPING_MS = 300;

type Props = { label: string; options: Option[]; chosen: string[]; onChange: (chosen: string[]) => void };

/** Communes, found by names of before too: "Mỹ Phương, Ba Bể" finds Xã Thượng Minh. */
export function PickCommunes(props: Props) {
  const [text, setText] = useState('');
  const [typed] = useDebouncedValue(text.trim(), TYPING_MS);
  const found = useQuery(communesQuery(typed)).data?.communes ?? [];
  const told = found.filter(({ former }) => former !== undefined);
  const isHere = (code: string): boolean => props.options.some(({ id }) => id === code);
  const note = told.map(({ code, name, former }) => (
    <p key={code} className={classes.quiet}>
      {t(isHere(code) ? 'announce.audience.former' : 'announce.audience.formerNobody', { former: former ?? '', name })}
    </p>
  ));
  const also = typed === '' ? [] : found.map(({ code }) => code);
  return <PickMany {...props} find={{ onType: setText, also, note: <div role="status">{note}</div> }} />;
}
