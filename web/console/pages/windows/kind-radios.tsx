import { Radio } from '@mantine/core';
import type { WindowChoices } from '../../api/window-queries.ts';
import { t } from '../../words/words.ts';
import classes from './windows.module.css';

type Kind = WindowChoices['kinds'][number];

/** What a window is for. */
export function KindRadios({
  kinds,
  chosen,
  onChange,
}: {
  kinds: readonly Kind[] | undefined;
  chosen: Kind['id'];
  onChange: (kind: Kind) => void;
}) {
  return (
    <Radio.Group
      label={t('windows.form.kind')}
      value={chosen}
      onChange={(value) => {
        const kind = kinds?.find(({ id }) => id === value);
        if (kind !== undefined) onChange(kind);
      }}
    >
      <div className={classes.radios}>
        {(kinds?.map(({ id }) => id) ?? [chosen]).map((id) => (
          <Radio key={id} size="md" value={id} label={t(`windows.kind.${id}`)} />
        ))}
      </div>
    </Radio.Group>
  );
}
