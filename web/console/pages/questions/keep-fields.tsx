import { Checkbox, Textarea, TextInput } from '@mantine/core';
import { t } from '../../words/words.ts';
import classes from './keep.module.css';
import type { Keeping } from './use-keep.ts';

/** "Giữ làm bài": what the article will be, filled in from the answer. */
export function KeepFields({ keep, answer }: { keep: Keeping; answer: string }) {
  return (
    <div className={classes.keep}>
      <Checkbox
        className={classes.check}
        size="md"
        label={t('asked.keep.switch')}
        description={t('asked.keep.switchMeans')}
        checked={keep.isOn}
        onChange={(event) => keep.turn(event.currentTarget.checked)}
      />
      {keep.isOn ? <ArticleFields keep={keep} answer={answer} /> : null}
    </div>
  );
}

export function ArticleFields({ keep, answer }: { keep: Keeping; answer: string }) {
  const fields = keep.fieldsOf(answer);
  return (
    <fieldset className={classes.fields}>
      <legend className={classes.legend}>{t('asked.keep.legend')}</legend>
      <TextInput
        label={t('asked.keep.title')}
        value={fields.title}
        maxLength={120}
        required
        onChange={(event) => keep.edit({ title: event.currentTarget.value })}
      />
      <TextInput
        label={t('asked.keep.question')}
        description={t('asked.keep.questionMeans')}
        value={fields.question}
        maxLength={300}
        required
        onChange={(event) => keep.edit({ question: event.currentTarget.value })}
      />
      <Textarea
        label={t('asked.keep.text')}
        description={t('asked.keep.textMeans')}
        value={fields.text}
        autosize
        minRows={2}
        maxRows={6}
        maxLength={2000}
        required
        onChange={(event) => keep.edit({ text: event.currentTarget.value })}
      />
      <TextInput
        label={t('asked.keep.document')}
        value={fields.document}
        maxLength={200}
        required
        onChange={(event) => keep.edit({ document: event.currentTarget.value })}
      />
      <TextInput
        label={t('asked.keep.article')}
        value={fields.article}
        maxLength={200}
        placeholder={t('asked.keep.articleExample')}
        onChange={(event) => keep.edit({ article: event.currentTarget.value })}
      />
      <div className={classes.pair}>
        <TextInput
          type="date"
          label={t('asked.keep.from')}
          value={fields.effectiveFrom}
          onChange={(event) => keep.edit({ effectiveFrom: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={t('asked.keep.to')}
          value={fields.effectiveTo}
          onChange={(event) => keep.edit({ effectiveTo: event.currentTarget.value })}
        />
      </div>
      <Checkbox
        className={classes.check}
        size="md"
        label={t('asked.keep.publish')}
        description={keep.publish ? t('asked.keep.publishMeans') : t('asked.keep.draftMeans')}
        checked={keep.publish}
        onChange={(event) => keep.setPublish(event.currentTarget.checked)}
      />
    </fieldset>
  );
}
