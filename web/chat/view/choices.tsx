import { t } from '../words.ts';

type Choice = { key: string; label: string };

/** More than this many, or words longer than this, read better one under another. */
const MANY = 5;
const LONG = 30;

/** The choices that stand now. The number is what may be typed instead. */
export function Choices({ choices, onChoose }: { choices: Choice[]; onChoose: (choice: Choice) => void }) {
  const asList = choices.length > MANY || choices.some(({ label }) => label.length > LONG);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be announced as a form
    <div class={`choices${asList ? ' choices-list' : ''}`} role="group" aria-label={t('log.choices')}>
      {choices.map((choice, index) => (
        <button key={choice.key} type="button" class="choice" onClick={() => onChoose(choice)}>
          <span class="choice-number">{index + 1}</span>
          <span>{choice.label}</span>
        </button>
      ))}
    </div>
  );
}

/** What could have been chosen earlier: kept to be read, quiet, and no button any more. */
export function OldChoices({ choices }: { choices: Choice[] }) {
  return (
    <p class="choices-old">
      {choices.map(({ key, label }, index) => (
        <span key={key}>
          {index + 1}. {label}{' '}
        </span>
      ))}
    </p>
  );
}
