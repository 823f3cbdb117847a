import { useDraft } from '../../text/drafts.ts';

/**
 * What stands in a form, kept on this machine at each keystroke until it is saved. `name` holds the revision that it began
 * from: what a colleague wrote meanwhile is never covered by it.
 */
export function useFields<Fields extends object>(name: string, begin: Fields) {
  const [draft, { write, clear }] = useDraft(name);
  const fields: Fields = draft.text === '' ? begin : { ...begin, ...JSON.parse(draft.text) };
  return {
    fields,
    /** The same until something is changed, so that saving twice is saving once. */
    requestId: draft.requestId,
    isChanged: draft.text !== '',
    edit: (change: Partial<Fields>): void => write(JSON.stringify({ ...fields, ...change })),
    clear,
  };
}

export type FieldsInForm<Fields extends object> = Pick<
  ReturnType<typeof useFields<Fields>>,
  'fields' | 'edit' | 'isChanged'
>;
