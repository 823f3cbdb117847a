import { advise } from '../../../core/programmes/advise.ts';
import { findProgramme } from '../../../core/programmes/programmes.ts';
import { officeDay } from '../../../core/time.ts';
import { type Locale, wordsFor } from '../../../locales/words.ts';
import type { RequestDetail } from '../../../records/request-detail.ts';
import { putAdvice, type ToldAdvice } from '../../requests/tell-advice.ts';
import type { StaffDeps } from '../../staff-deps.ts';
import { sayPaperDay } from '../form/paper-time.ts';
import { makeRequestForm } from '../form/request-form.ts';
import { makeProjectOutline } from '../outline/project-outline.ts';
import type { Paper } from './read-template.ts';

const PROGRAMME = 'advanced-equipment';
const PHOTO = 'sample';

/** Every paper of a dossier that was made up, with every field filled: what a template is checked with, and shown with. */
export function samplePapers(
  deps: Pick<StaffDeps, 'library' | 'clock'>,
  { centre, locale }: { centre: string; locale: Locale },
): Record<Paper, object> {
  const now = deps.clock.now();
  const words = wordsFor(locale);
  const request = sampleRequest(locale, now);
  const { knowledge, findProvinceName } = deps.library.current();
  const programme = findProgramme(PROGRAMME);
  const kept = Object.fromEntries(Object.entries(request.answers).map(([id, { value }]) => [id, value]));
  const advice = programme && advise(knowledge, { programme, kept, date: officeDay(now), province: undefined });
  const told = fullAdvice(advice && putAdvice(deps, advice, { locale, sayDay: sayPaperDay }), locale);
  const known = { request, centre, now, findProvinceName };
  const photoTimes = new Map([[PHOTO, now]]);
  return {
    'request-form': makeRequestForm({ ...known, advice: told, photoTimes }, { words, locale }),
    'project-outline': makeProjectOutline(
      { ...known, advice, told, articles: knowledge.articles, ofEstablishment: {} },
      wordsFor('vi'),
    ),
  };
}

/** With at least one reason that has all its parts, and one sum. */
function fullAdvice(advice: ToldAdvice | undefined, locale: Locale): ToldAdvice {
  const { t } = wordsFor(locale);
  const ground = { source: t('templates:sample.source'), certainty: t('templates:sample.certainty') };
  const reason = { verdict: 'not-yet' as const, text: t('templates:sample.reason'), todo: t('templates:sample.todo') };
  const sum = { where: t('templates:sample.where'), support: '…', ownCapital: '…', ...ground };
  const sums = advice?.estimate?.sums ?? [];
  return {
    verdict: advice?.verdict ?? 'officer',
    reasons: [{ ...reason, ...ground }, ...(advice?.reasons ?? [])],
    estimate: { price: advice?.estimate?.price ?? '…', sums: sums.length > 0 ? sums : [sum] },
  };
}

function sampleRequest(
  locale: Locale,
  at: Date,
): Pick<RequestDetail, 'code' | 'programme' | 'status' | 'answers' | 'events'> {
  const { t } = wordsFor(locale);
  const legacyAddressText = t('templates:sample.saidPlace');
  const place = { communeCode: '02185', commune: 'Xã Côn Minh', provinceCode: '19', province: 'Tỉnh Thái Nguyên' };
  const money = (vnd: number) => ({ minVnd: vnd, maxVnd: vnd });
  const values: Record<string, RequestDetail['answers'][string]['value']> = {
    ...{
      need: 'machinery',
      product: t('templates:sample.product'),
      establishment: t('templates:sample.establishment'),
    },
    ...{ commune: { ...place, legacyAddressText }, 'legal-form': 'cooperative', price: money(400_000_000) },
    ...{ 'contact-name': t('templates:sample.person'), representative: t('templates:sample.person') },
    ...{ phone: '0900000001', 'tax-code': '0123456787', sector: 'food', workers: { minCount: 7, maxCount: 7 } },
    ...{ 'machines.1.name': t('templates:sample.machine'), 'machines.1.state': 'new' },
    ...{ 'machines.1.price': money(400_000_000), 'machines.1.more': 'no', 'own-capital': money(200_000_000) },
    ...{ when: { fromMonth: '2027-03', toMonth: '2027-03' }, 'earlier-support': 'no', quotation: { fileIds: [PHOTO] } },
  };
  const said = Object.entries(values).map(([id, value]) => {
    const raw = id === 'commune' ? legacyAddressText : typeof value === 'string' ? value : null;
    return [id, { value, raw, answeredAt: at }];
  });
  const event = { id: PHOTO, kind: 'submitted', at, actorKind: 'person', actorId: null, actorName: null, data: {} };
  return {
    ...{
      code: t('templates:sample.code'),
      programme: PROGRAMME,
      status: 'submitted',
      events: [event, ...inPlan(event)],
    },
    answers: Object.fromEntries(said),
  };
}

/** It stands in a plan and is approved, so that the template shows these lines too. */
function inPlan(event: RequestDetail['events'][number]): RequestDetail['events'] {
  const year = event.at.getUTCFullYear() + 1;
  const decision = { number: '12/QĐ', date: `${year}-01-15` };
  const sums = { nationalVnd: 200_000_000, localVnd: 0, counterpartVnd: 200_000_000 };
  return [
    { ...event, kind: 'proposed', data: { planYear: year, fund: 'national', amountVnd: 200_000_000 } },
    { ...event, kind: 'approved', data: { ...sums, decision } },
  ];
}
