import { type ReactNode, useState } from 'react';
import type { RequestData } from '../../api/queries.ts';
import { CorrectDialog, type Target } from './correct-dialog.tsx';

/** Opens the dialog in which an answer is put right, or such a correction is taken back. */
export type Correcting = { open: (target: Target) => void };

export function useCorrection(request: RequestData): Correcting & { dialog: ReactNode } {
  const [target, setTarget] = useState<Target>();
  return {
    open: setTarget,
    dialog:
      target === undefined ? null : (
        <CorrectDialog key={target.questionId} request={request} target={target} onClose={() => setTarget(undefined)} />
      ),
  };
}
