import { useDraft } from '../../text/drafts.ts';

/** The items that an officer has marked, each with what they began to write about it. */
export type Marks = Record<string, string>;

/**
 * What is to go back to the person, kept on this machine at each keystroke like everything an officer writes, until it is
 * sent or taken back.
 */
export function useMarks(requestId: string): {
  marks: Marks;
  mark: (questionId: string, remark: string | undefined) => void;
  clear: () => void;
} {
  const [draft, { write, clear }] = useDraft(`return/${requestId}`);
  const marks = readMarks(draft.text);
  const mark = (questionId: string, remark: string | undefined): void => {
    const { [questionId]: _before, ...others } = marks;
    const next = remark === undefined ? others : { ...marks, [questionId]: remark };
    write(Object.keys(next).length === 0 ? '' : JSON.stringify(next));
  };
  return { marks, mark, clear };
}

function readMarks(text: string): Marks {
  try {
    const kept: unknown = JSON.parse(text);
    if (typeof kept !== 'object' || kept === null) return {};
    return Object.fromEntries(Object.entries(kept).map(([id, remark]) => [id, String(remark)]));
  } catch {
    // Nothing was marked, or what cannot be read is nothing.
    return {};
  }
}
