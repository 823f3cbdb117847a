const KINDS = ['window', 'draft', 'dossier', 'certificate'] as const;

/** One thing that a person may be reminded of: a window, an unsent request, a dossier that waits for something, a certificate. */
export type ReminderSubject = { kind: (typeof KINDS)[number]; id: string };

const SUBJECT = /^([a-z]+)\/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/;

/** "window/<id>": as it is kept, and as it stands in the keys of choices. */
export function writeSubject({ kind, id }: ReminderSubject): string {
  return `${kind}/${id}`;
}

/** Undefined for what is no subject: a key is whatever a platform sent. */
export function readSubject(text: string): ReminderSubject | undefined {
  const [, said, id] = SUBJECT.exec(text) ?? [];
  const kind = KINDS.find((known) => known === said);
  return kind === undefined || id === undefined ? undefined : { kind, id };
}
