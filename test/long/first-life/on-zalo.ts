import { writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FakePerson } from '../../platforms/zalo/people.ts';
import type { Phone } from './producer.ts';

/** A phone with Zalo: no buttons, a number picks what stands. */
export function openZaloPhone(person: FakePerson, { name, shots }: { name: string; shots: string | undefined }): Phone {
  const texts = async (): Promise<string[]> => person.texts();
  return {
    name,
    texts,
    hasAlbums: false,
    type: async (text) => void person.says(text),
    choose: async (label, last) => {
      const line = last.split('\n').find((each) => /^\d+\. /.test(each) && each.includes(label));
      if (line === undefined) throw new Error(`There is no "${label}" in:\n${last}`);
      person.says(line.split('.')[0] ?? '');
    },
    photograph: async ([photo]) => {
      if (photo === undefined) throw new Error('One photo at a time.');
      person.sendsPhoto(photo);
    },
    comesBack: async () => await sleep(0),
    shows: async (what) => {
      if (shots !== undefined)
        await writeFile(`${shots}/${what}-${name}-zalo.txt`, person.texts().slice(-6).join('\n\n———\n\n'));
    },
  };
}
