import { Radio } from '@mantine/core';
import { nameOfProgramme } from '../words/programme-names.ts';
import { pageLocale } from '../words/words.ts';
import classes from './programme-radios.module.css';

/** Which kind of support something is for. */
export function ProgrammeRadios<T extends string>({
  label,
  programmes,
  chosen,
  onChange,
}: {
  label: string;
  /** Those to choose among; the chosen one alone while they are not known yet. */
  programmes: readonly T[] | undefined;
  chosen: T;
  onChange: (programme: T) => void;
}) {
  const offered = programmes ?? [chosen];
  return (
    <Radio.Group
      label={label}
      value={chosen}
      onChange={(value) => {
        const programme = offered.find((each) => each === value);
        if (programme !== undefined) onChange(programme);
      }}
    >
      <div className={classes.radios}>
        {offered.map((programme) => (
          <Radio key={programme} size="md" value={programme} label={nameOfProgramme(pageLocale(), programme)} />
        ))}
      </div>
    </Radio.Group>
  );
}
