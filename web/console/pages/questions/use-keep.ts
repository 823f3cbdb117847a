import { useState } from 'react';
import { t } from '../../words/words.ts';
import { type Prefill, prefill } from './prefill.ts';

export type KeepFields = Prefill & { text: string };
type Edited = Partial<KeepFields>;

/** What is sent beside an answer that is to be an article. */
type KeepBody = {
  title: string;
  question: string;
  text: string;
  source: { document: string; article?: string };
  effectiveFrom?: string;
  effectiveTo?: string;
  publish: boolean;
};

export type Keeping = {
  isOn: boolean;
  turn: (isOn: boolean) => void;
  publish: boolean;
  setPublish: (publish: boolean) => void;
  /** What stands in the fields for this answer: what was typed, otherwise what was read from the answer. */
  fieldsOf: (answer: string) => KeepFields;
  edit: (edited: Edited) => void;
  isComplete: (answer: string) => boolean;
  /** Undefined while the answer is not to be kept. */
  bodyOf: (answer: string) => KeepBody | undefined;
};

/** With the year, since it is kept: "23/11/2026". */
function sayToday(): string {
  return new Intl.DateTimeFormat('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date());
}

/** The fields of the article follow the answer as it is written, until the officer touches them. */
export function useKeep(question: string, startsOn = false): Keeping {
  const [isOn, turn] = useState(startsOn);
  const [publish, setPublish] = useState(true);
  const [edited, setEdited] = useState<Edited>({});
  const fieldsOf = (answer: string): KeepFields => {
    const read = prefill(question, answer, t('asked.keep.ownSource', { day: sayToday() }));
    return { ...read, text: answer.trim(), ...edited };
  };
  const isComplete = (answer: string): boolean => {
    const { title, question: asked, document, text } = fieldsOf(answer);
    return [title, asked, document, text].every((field) => field.trim() !== '');
  };
  return {
    isOn,
    turn,
    publish,
    setPublish,
    fieldsOf,
    edit: (more) => setEdited((before) => ({ ...before, ...more })),
    isComplete,
    bodyOf: (answer) => {
      if (!isOn) return undefined;
      const { title, question: asked, text, document, article, effectiveFrom, effectiveTo } = fieldsOf(answer);
      return {
        title,
        question: asked,
        text,
        source: { document, ...(article.trim() === '' ? {} : { article }) },
        ...(effectiveFrom === '' ? {} : { effectiveFrom }),
        ...(effectiveTo === '' ? {} : { effectiveTo }),
        publish,
      };
    },
  };
}
