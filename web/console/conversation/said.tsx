import type { ConversationEntry } from '../api/queries.ts';
import { sayClock } from '../text/say-time.ts';
import { t, tell } from '../words/words.ts';
import classes from './conversation.module.css';
import { Outcome } from './outcome.tsx';

/** One thing that was said: by the person, by the assistant, or by an officer. */
export function Said({
  entry,
  personName,
  onPhoto,
}: {
  entry: ConversationEntry;
  personName: string;
  onPhoto: (fileId: string) => void;
}) {
  const { said } = entry;
  const clock = sayClock(new Date(entry.at));
  if (said.by === 'person') {
    return (
      <li className={`${classes.said} ${classes.byPerson}`}>
        <p className={classes.who}>
          {personName} · {clock}
        </p>
        {said.photos.length === 0 ? null : (
          <div className={classes.photos}>
            {said.photos.map(({ id }, index) => (
              <button type="button" key={id} className={classes.photo} onClick={() => onPhoto(id)}>
                <img src={`/staff/api/files/${id}`} alt={t('photo.numbered', { number: index + 1 })} loading="lazy" />
              </button>
            ))}
          </div>
        )}
        <PersonWords kind={said.kind} text={said.text} hasPhotos={said.photos.length > 0} />
      </li>
    );
  }

  const author = said.outcome?.author ?? null;
  const isOfficer = said.kind === 'officer';
  const isTroubled = ['failed', 'ambiguous', 'skipped', 'waiting'].includes(said.status);
  return (
    <li className={`${classes.said} ${isOfficer ? classes.byOfficer : classes.byAssistant}`}>
      <p className={classes.who}>
        {isOfficer ? (author ?? t('conversation.officer')) : t('conversation.assistant')} · {clock}
      </p>
      <div className={classes.bubble}>
        {said.content.picture === undefined ? null : <p className={classes.tapped}>{said.content.picture.inWords}</p>}
        {said.content.text}
        {said.content.choices.length === 0 ? null : (
          <ul className={classes.choices} aria-label={t('conversation.choices')}>
            {said.content.choices.map((choice) => (
              <li key={choice.key}>{choice.label}</li>
            ))}
          </ul>
        )}
      </div>
      {isOfficer || isTroubled ? <Outcome said={said} /> : null}
    </li>
  );
}

function PersonWords({ kind, text, hasPhotos }: { kind: string; text: string | null; hasPhotos: boolean }) {
  if (text !== null && text !== '') {
    return (
      <div className={classes.bubble}>
        {kind === 'choice' ? <span className={classes.tapped}>{t('conversation.tapped')} </span> : null}
        {text}
      </div>
    );
  }
  if (hasPhotos) return null;
  return (
    <p className={classes.wordless}>
      {tell(`conversation.wordless.${kind}`) ?? t('conversation.wordless.unsupported')}
    </p>
  );
}
