import { nameOfProgramme } from '../../words/programme-names.ts';
import { pageLocale, t, tell } from '../../words/words.ts';
import type { Kind } from './audience.ts';
import type { AudienceChoices } from './queries.ts';

/** "Xã Côn Minh", "Máy móc"; what this page has no word for is told by its id. */
export function nameOfChoice(kind: Kind, id: string, choices: AudienceChoices | undefined): string {
  switch (kind) {
    case 'programme':
      return nameOfProgramme(pageLocale(), id);
    case 'commune':
      return choices?.communes.find(({ code }) => code === id)?.name ?? id;
    case 'province': {
      const found = choices?.provinces.find((province) => province.id === id);
      if (found === undefined || found.former.length === 0) return found?.name ?? id;
      return t('announce.audience.withFormer', { name: found.name, former: found.former.join(', ') });
    }
    case 'sector':
      return choices?.sectors.find((sector) => sector.id === id)?.name ?? id;
    case 'status':
      return tell(`announce.status.${id}`) ?? tell(`request.status.${id}`) ?? id;
    case 'follows':
      return tell(`announce.newsTopic.${id}`) ?? id;
    case 'channel':
      return tell(`channel.${id}`) ?? id;
    case 'topic':
    case 'language':
      return tell(`announce.${kind}.${id}`) ?? id;
  }
}
