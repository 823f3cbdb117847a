import type { ApplicationStatus } from '../applications/status.ts';
import { ANY_PROGRAMME, type Condition } from './condition.ts';
import { productWords } from './product-words.ts';

type DossierFacts = {
  programme: string;
  status: ApplicationStatus;
  place: Place;
  /** What it says, or else its establishment. */
  sector?: string;
  product?: string;
};
type Place = { communeCode?: string; provinceCode?: string };

/** What a condition looks at. */
export type PersonFacts = {
  wantsNews: boolean;
  /** What the person said of themselves. */
  place: Place;
  /** All dossiers; `place` is what the dossier names. */
  dossiers: DossierFacts[];
  /** What the person asked about. */
  topics: string[];
  /** Topics whose news the person follows. */
  follows: string[];
  /** Programmes, or `any`, that the person wants to be reminded of. */
  reminderWishes: string[];
  /** The language they read. */
  locale: string;
  /** Where they would be written to; none when nothing reaches them. */
  channel?: string;
  /** When they wrote last, anywhere. */
  lastSeenAt?: Date;
};

type Progress = 'unfinished' | 'finished' | 'over';

/** A new status does not compile until it is judged here. */
const PROGRESS: Record<ApplicationStatus, Progress> = {
  draft: 'unfinished',
  submitted: 'finished',
  'in-review': 'finished',
  'needs-papers': 'unfinished',
  accepted: 'finished',
  proposed: 'finished',
  approved: 'finished',
  contracted: 'finished',
  'in-progress': 'finished',
  'amendment-asked': 'finished',
  inspected: 'finished',
  settled: 'finished',
  closed: 'finished',
  stopped: 'finished',
  declined: 'finished',
  withdrawn: 'over',
  discarded: 'over',
  expired: 'over',
  erased: 'over',
};

/** Whether a person belongs to an audience. `records/audience.ts` says the same in SQL. */
export function matches(condition: Condition, facts: PersonFacts): boolean {
  const live = facts.dossiers.filter(({ status }) => PROGRESS[status] !== 'over');
  const places = [facts.place, ...live.map(({ place }) => place)];
  switch (condition.kind) {
    case 'all':
      return condition.of.every((part) => matches(part, facts));
    case 'any':
      return condition.of.some((part) => matches(part, facts));
    case 'programme':
      return live.some(({ programme }) => condition.isOneOf.includes(programme));
    case 'commune':
      return places.some(({ communeCode }) => communeCode !== undefined && condition.isOneOf.includes(communeCode));
    case 'province':
      return places.some(({ provinceCode }) => provinceCode !== undefined && condition.isOneOf.includes(provinceCode));
    case 'topic':
      return facts.topics.some((topic) => condition.isOneOf.includes(topic));
    case 'follows':
      return facts.follows.some((topic) => condition.isOneOf.includes(topic));
    case 'reminder-wish':
      return facts.reminderWishes.some((wish) => wish === ANY_PROGRAMME || condition.isOneOf.includes(wish));
    case 'unfinished':
      return live.some(
        ({ programme, status }) => programme === condition.programme && PROGRESS[status] === 'unfinished',
      );
    case 'status':
      return facts.dossiers.some(({ status }) => condition.isOneOf.includes(status));
    case 'sector':
      return live.some(({ sector }) => sector !== undefined && condition.isOneOf.includes(sector));
    case 'product': {
      const wanted = condition.isOneOf.map(productWords);
      return live.some(({ product = '' }) => wanted.some((words) => productWords(product).includes(words)));
    }
    case 'language':
      return condition.isOneOf.includes(facts.locale);
    case 'channel':
      return facts.channel !== undefined && condition.isOneOf.includes(facts.channel);
    case 'last-seen': {
      const { since, before } = condition;
      const at = facts.lastSeenAt?.getTime() ?? Number.NEGATIVE_INFINITY;
      return (since === undefined || at >= Date.parse(since)) && (before === undefined || at < Date.parse(before));
    }
    case 'wants-news':
      return facts.wantsNews;
  }
}
