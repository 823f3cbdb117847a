/** One thing that a person may be reminded of: a window, an unsent request, a dossier that waits for something. */
export type ReminderSubject = { kind: 'window' | 'draft' | 'dossier'; id: string };

const SUBJECT = /^(window|draft|dossier)\/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/;

/** "window/<id>": as it is kept, and as it stands in the keys of choices. */
export function writeSubject({ kind, id }: ReminderSubject): string {
  return `${kind}/${id}`;
}

/** Undefined for what is no subject: a key is whatever a platform sent. */
export function readSubject(text: string): ReminderSubject | undefined {
  const [, kind, id] = SUBJECT.exec(text) ?? [];
  if (id === undefined || (kind !== 'window' && kind !== 'draft' && kind !== 'dossier')) return undefined;
  return { kind, id };
}
