import { useDraft } from '../../text/drafts.ts';

/** The items that an officer has marked, each with what they began to write about it. */
export type Marks = Record<string, string>;

export type Returning = {
  marks: Marks;
  /** What is added to the remarks. */
  message: string;
  /** Stays the same until something of it changes, so that sending it again cannot return it twice. */
  requestId: string;
  mark: (questionId: string, remark: string | undefined) => void;
  say: (message: string) => void;
  clear: () => void;
};

/**
 * What is to go back to the person, kept on this machine at each keystroke like everything an officer writes, until it is
 * sent or taken back.
 */
export function useMarks(requestId: string): Returning {
  const [draft, { write, clear }] = useDraft(`return/${requestId}`);
  const { marks, message } = readKept(draft.text);
  const keep = (next: { marks: Marks; message: string }): void =>
    write(Object.keys(next.marks).length === 0 ? '' : JSON.stringify(next));
  const mark: Returning['mark'] = (questionId, remark) => {
    const { [questionId]: _before, ...others } = marks;
    keep({ marks: remark === undefined ? others : { ...marks, [questionId]: remark }, message });
  };
  return { marks, message, requestId: draft.requestId, mark, say: (said) => keep({ marks, message: said }), clear };
}

function readKept(text: string): { marks: Marks; message: string } {
  try {
    const kept: unknown = JSON.parse(text);
    if (typeof kept === 'object' && kept !== null && 'marks' in kept && 'message' in kept) {
      const marks = typeof kept.marks === 'object' && kept.marks !== null ? Object.entries(kept.marks) : [];
      return {
        marks: Object.fromEntries(marks.map(([id, remark]) => [id, String(remark)])),
        message: String(kept.message),
      };
    }
  } catch {
    // What cannot be read is nothing.
  }
  return { marks: {}, message: '' };
}
