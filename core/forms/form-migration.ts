/**
 * What a version of a form asks otherwise than the one before. Answers carry no version: a migration takes up what is kept
 * under an id or an option that exists no longer, so ids that were given up are never used again (a test watches over it).
 */
export type FormMigration = {
  /** The version whose answers it takes over. */
  from: number;
  /** Old question id → its id in the next version. */
  questions?: Readonly<Record<string, string>>;
  /** By question id in the next version: old option id → the option that means it now. */
  options?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** By question id in the next version: a value in the old shape → in the new one; any other value comes back as it is. */
  values?: Readonly<Record<string, (value: unknown) => unknown>>;
};

type Kept = { value: unknown };

/** Kept answers under the ids and in the shapes of today. What was answered under today's id wins. Nothing is left out. */
export function migrateAnswers<T extends Kept>(
  { migrations = [] }: { migrations?: readonly FormMigration[] },
  kept: Readonly<Record<string, T>>,
): Record<string, T> {
  return migrations.reduce<Record<string, T>>(migrate, { ...kept });
}

function migrate<T extends Kept>(
  kept: Record<string, T>,
  { questions = {}, options = {}, values = {} }: FormMigration,
): Record<string, T> {
  const next: Record<string, T> = {};
  for (const [id, answer] of Object.entries(kept)) {
    const newId = Object.hasOwn(questions, id) ? questions[id] : undefined;
    if (newId === undefined) next[id] = answer;
    else if (!Object.hasOwn(kept, newId)) next[newId] = answer;
  }
  for (const [id, renamed] of Object.entries(options)) {
    const answer = next[id];
    const option =
      typeof answer?.value === 'string' && Object.hasOwn(renamed, answer.value) ? renamed[answer.value] : undefined;
    if (answer !== undefined && option !== undefined) next[id] = { ...answer, value: option };
  }
  for (const [id, change] of Object.entries(values)) {
    const answer = next[id];
    if (answer !== undefined) next[id] = { ...answer, value: change(answer.value) };
  }
  return next;
}
