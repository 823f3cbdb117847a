import type { RequestData } from '../../api/queries.ts';
import { pageLocale, t } from '../../words/words.ts';
import classes from './answers.module.css';

type Answer = RequestData['answers'][number];

/** What was answered, as the form asked it. */
export function Answers({ answers }: { answers: Answer[] }) {
  if (answers.length === 0) return <p className={classes.none}>{t('request.noAnswers')}</p>;
  return (
    <dl className={classes.answers}>
      {answers.map((answer) => (
        <div key={answer.id}>
          <dt>{answer.label}</dt>
          <dd className={answer.isSkipped ? classes.skipped : undefined}>
            <Text answer={answer} />
            {answer.raw === undefined ? null : (
              <span className={classes.raw}>{t('request.inWords', { raw: answer.raw })}</span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Text({ answer }: { answer: Answer }) {
  const digits = answer.text.replace(/[^\d+]/g, '');
  if (answer.id === 'phone' && digits !== '') return <a href={`tel:${digits}`}>{answer.text}</a>;
  if (answer.exactVnd !== undefined) return <span title={exactly(answer.exactVnd)}>{answer.text}</span>;
  return answer.text;
}

/** "300.000.000 đồng" */
function exactly({ min, max }: { min: number; max: number }): string {
  const format = new Intl.NumberFormat(pageLocale() === 'en' ? 'en-GB' : 'vi-VN');
  const sums = min === max ? [min] : [min, max];
  return t('request.exactly', { sum: sums.map((sum) => format.format(sum)).join(' – ') });
}
