import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Saving } from './entry-form.tsx';
import { type FieldsInForm, useFields } from './use-fields.ts';

type Options<Fields extends object, Content, Saved> = {
  /** Names what is kept on this machine. */
  draft: string;
  begin: Fields;
  toContent: (fields: Fields) => Content | undefined;
  saveWords: string;
  send: (sent: { requestId: string; content: Content }) => Promise<Saved>;
  onSaved?: (saved: Saved) => void;
};

/** What stands in the form of an entry, and its saving. */
export function useEntryForm<Fields extends object, Content, Saved>(
  options: Options<Fields, Content, Saved>,
): FieldsInForm<Fields> & { saving: Saving } {
  const { draft, begin, toContent, saveWords, send, onSaved } = options;
  const client = useQueryClient();
  const { requestId, clear, ...form } = useFields(draft, begin);
  const save = useMutation({
    mutationFn: (content: Content) => send({ requestId, content }),
    onSuccess: (saved) => {
      clear();
      onSaved?.(saved);
    },
    // Also after a refusal: a colleague was faster.
    onSettled: () => client.invalidateQueries({ queryKey: ['knowledge'] }),
  });
  const content = toContent(form.fields);
  return {
    ...form,
    saving: {
      words: saveWords,
      isPending: save.isPending,
      error: save.error,
      save: () => content !== undefined && save.mutate(content),
    },
  };
}
