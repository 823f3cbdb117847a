import { AppError } from '../../core/app-error.ts';
import { SKIPPED } from '../../core/forms/values.ts';
import type { Ids } from '../../core/ids.ts';
import type { Places } from '../../core/places/places.ts';
import { supportRequest } from '../../core/programmes/support-request.ts';
import type { Centre } from '../../records/centre.ts';
import type { Db } from '../../records/database.ts';
import { addSample, isEmpty, type SamplePerson, type SampleRequest } from '../../records/sample.ts';
import { type SampleDraft, sampleDrafts } from './sample-people.ts';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

const sampleCentre = { name: 'Trung tâm Khuyến công tỉnh Thái Nguyên', provinceCode: '19' };

type Options = { db: Db; now: Date; ids: Ids; places: Places };

/** Fills an empty database with the sample centre and its people. Throws `centre.missing` when somebody was here. */
export async function loadSample(options: Options): Promise<Centre> {
  const { db, now, ids } = options;
  if (!(await isEmpty(db))) throw new AppError('centre.missing');
  const people = sampleDrafts.map((draft) => personOf(draft, options));
  await addSample(db, { centre: sampleCentre, people, ids, now });
  return { ...sampleCentre, isSample: true };
}

function personOf(draft: SampleDraft, options: Options): SamplePerson {
  const { ids, now } = options;
  const metAt = new Date(now.getTime() - draft.hoursAgo * HOUR_MS);
  const after = (minutes: number): Date => new Date(metAt.getTime() + minutes * MINUTE_MS);
  return {
    id: ids.next(),
    contactId: ids.next(),
    displayName: draft.displayName,
    communeCode: draft.commune.code,
    metAt,
    messages: draft.said.map((message, index) => ({ ...message, id: ids.next(), at: after(index * 8) })),
    request: requestOf(draft, { ...options, after }),
    question: draft.question === undefined ? undefined : { id: ids.next(), text: draft.question, askedAt: metAt },
  };
}

function requestOf(
  draft: SampleDraft,
  { ids, places, after }: Options & { after: (minutes: number) => Date },
): SampleRequest | undefined {
  const { request, commune } = draft;
  if (!request) return undefined;
  const { need, product, establishment, legalForm, phone, price } = request;
  const answers: Record<string, { value: SampleRequest['answers'][number]['value']; raw: string }> = {
    need,
    product: { value: product, raw: product },
    commune: { value: placeOf(commune, places), raw: commune.asSaid },
    establishment: { value: establishment ?? SKIPPED, raw: establishment ?? 'chua co ten' },
    'legal-form': legalForm,
    'contact-name': { value: `${draft.displayName} (mẫu)`, raw: draft.displayName },
    phone: { value: phone, raw: phone },
    price: { value: price ? { minVnd: price.vnd, maxVnd: price.vnd } : SKIPPED, raw: price?.raw ?? 'chua ro' },
  };
  return {
    id: ids.next(),
    code: request.code,
    programme: supportRequest.id,
    form: supportRequest.form,
    answers: Object.entries(answers).map(([questionId, answer]) => ({ questionId, ...answer })),
    submittedAt: after(7),
    claimedAt: request.isInReview ? after(15) : undefined,
  };
}

function placeOf({ code, asSaid }: SampleDraft['commune'], places: Places) {
  const commune = places.findCommune(code);
  if (!commune) throw new AppError('sample.unknown-commune', { code });
  return {
    communeCode: code,
    commune: commune.name,
    provinceCode: commune.provinceCode,
    province: commune.province,
    legacyAddressText: asSaid,
  };
}
