import type { Deed, DeedAction, ProjectData } from '../../api/project-queries.ts';
import { readMoney, typeMoney } from '../../text/money.ts';
import { toDayAndTime } from '../../text/office-time.ts';

/** Every field of every deed with the kind of its input; `note` may be left out, `words` may not. */
export const KINDS = {
  planYear: 'choice',
  fund: 'choice',
  amount: 'money',
  national: 'money',
  local: 'money',
  counterpart: 'money',
  decisionNumber: 'line',
  decisionDate: 'day',
  contractNumber: 'line',
  signedOn: 'day',
  endsOn: 'day',
  advanceNational: 'money',
  advanceLocal: 'money',
  advancedOn: 'day',
  returnNational: 'money',
  returnLocal: 'money',
  returnedOn: 'day',
  month: 'choice',
  amendment: 'choice',
  by: 'choice',
  inspectedOn: 'day',
  paidNational: 'money',
  paidLocal: 'money',
  paidCounterpart: 'money',
  settledOn: 'day',
  told: 'words',
  asked: 'words',
  reason: 'words',
  message: 'note',
} as const;

export type FieldName = keyof typeof KINDS;
/** What stands in the form: money as typed, days in ISO. */
export type DeedFields = Record<FieldName, string>;

/** What may be left empty. */
export const OPTIONAL: readonly FieldName[] = ['amount', 'decisionNumber', 'decisionDate', 'message'];

export const FUNDS = ['national', 'local'] as const;
export const AMENDMENTS = ['content', 'place', 'time', 'amount', 'beneficiary', 'stop'] as const;
export const DECIDERS = ['moit', 'promotion-agency', 'doit', 'province'] as const;

/** Just what a deed has to say. */
export function fieldsOf(action: DeedAction, asked: ProjectData['asked']): FieldName[] {
  switch (action) {
    case 'propose':
      return ['planYear', 'fund', 'amount', 'message'];
    case 'approve':
      return ['national', 'local', 'counterpart', 'decisionNumber', 'decisionDate', 'message'];
    case 'contract':
      return ['contractNumber', 'signedOn', 'endsOn', 'message'];
    case 'begin':
    case 'close':
      return ['message'];
    case 'report-progress':
      return ['month', 'told'];
    case 'pay-advance':
      return ['advanceNational', 'advanceLocal', 'advancedOn', 'message'];
    case 'return-advance':
      return ['returnNational', 'returnLocal', 'returnedOn', 'reason'];
    case 'ask-amendment':
      return ['amendment', 'asked'];
    case 'grant-amendment': {
      const changed: Partial<Record<string, FieldName[]>> = {
        amount: ['national', 'local', 'counterpart'],
        time: ['endsOn'],
      };
      return ['by', ...(changed[asked?.amendment ?? ''] ?? []), 'message'];
    }
    case 'refuse-amendment':
      return ['by', 'reason'];
    case 'inspect':
      return ['inspectedOn', 'message'];
    case 'settle':
      return ['paidNational', 'paidLocal', 'paidCounterpart', 'settledOn', 'message'];
    case 'step-back':
      return ['reason'];
  }
}

/** What is known already, for an officer to go on from; a day that something happened on is never assumed. */
export function beginFields(action: DeedAction, { project, asked, planYear, now }: ProjectData): DeedFields {
  const empty = Object.fromEntries(Object.keys(KINDS).map((name) => [name, ''])) as DeedFields;
  const usual = planYear.isPast ? planYear.next.planYear : planYear.planYear;
  const isNational = project?.fund !== 'local';
  const approved = { national: project?.nationalVnd, local: project?.localVnd, counterpart: project?.counterpartVnd };
  const begun =
    action === 'approve'
      ? {
          national: isNational ? project?.proposedVnd : 0,
          local: isNational ? 0 : project?.proposedVnd,
          counterpart: undefined,
        }
      : approved;
  const deciders = new Set(asked?.deciders.map(({ decider }) => decider));
  return {
    ...empty,
    planYear: String(usual),
    month: toDayAndTime(now).day.slice(0, 7),
    national: typeMoney(begun.national),
    local: typeMoney(begun.local),
    counterpart: typeMoney(begun.counterpart),
    paidNational: typeMoney(approved.national),
    paidLocal: typeMoney(approved.local),
    paidCounterpart: typeMoney(approved.counterpart),
    // Where a fund gives nothing, nothing was advanced from it either.
    advanceNational: project?.nationalVnd === 0 ? '0' : '',
    advanceLocal: project?.localVnd === 0 ? '0' : '',
    returnNational: project?.advancedNationalVnd ? '' : '0',
    returnLocal: project?.advancedLocalVnd ? '' : '0',
    by: deciders.size === 1 ? ([...deciders][0] ?? '') : '',
  };
}

/** What has to be filled in still; half of a paper's name finds no paper, so a number asks for its day, and a day for it. */
export function missingFields(fields: DeedFields, names: readonly FieldName[]): FieldName[] {
  const isEmpty = (name: FieldName): boolean => fields[name].trim() === '';
  const paper: readonly FieldName[] = ['decisionNumber', 'decisionDate'];
  const isHalf = paper.some((name) => !isEmpty(name)) && names.includes('decisionNumber');
  return names.filter((name) => isEmpty(name) && (!OPTIONAL.includes(name) || (isHalf && paper.includes(name))));
}

/** Undefined while something is missing, or a sum is none. */
export function readDeed(action: DeedAction, fields: DeedFields, names: readonly FieldName[]): Deed | undefined {
  const text = (name: FieldName): string => fields[name].trim();
  if (missingFields(fields, names).length > 0) return undefined;
  const sums = names.filter((name) => KINDS[name] === 'money' && text(name) !== '');
  if (sums.some((name) => readMoney(text(name)) === undefined)) return undefined;
  const vnd = (name: FieldName): number => readMoney(text(name)) ?? 0;
  const approved = () => ({ nationalVnd: vnd('national'), localVnd: vnd('local'), counterpartVnd: vnd('counterpart') });
  const message = text('message') === '' ? undefined : text('message');
  const by = DECIDERS.find((each) => each === fields.by);
  switch (action) {
    case 'propose': {
      const fund = FUNDS.find((each) => each === fields.fund);
      if (fund === undefined) return undefined;
      const amountVnd = text('amount') === '' ? undefined : vnd('amount');
      return { action, data: { planYear: Number(fields.planYear), fund, amountVnd, message } };
    }
    case 'approve': {
      const [number, date] = [text('decisionNumber'), text('decisionDate')];
      const decision = number === '' ? undefined : { number, date };
      return { action, data: { ...approved(), decision, message } };
    }
    case 'contract': {
      const { signedOn, endsOn } = fields;
      return { action, data: { number: text('contractNumber'), signedOn, endsOn, message } };
    }
    case 'begin':
    case 'close':
      return { action, data: { message } };
    case 'report-progress':
      return { action, data: { month: fields.month, text: text('told'), fileIds: [] } };
    case 'pay-advance': {
      const advanced = { nationalVnd: vnd('advanceNational'), localVnd: vnd('advanceLocal') };
      return { action, data: { ...advanced, paidOn: fields.advancedOn, message } };
    }
    case 'return-advance': {
      const returned = { nationalVnd: vnd('returnNational'), localVnd: vnd('returnLocal') };
      return { action, data: { ...returned, returnedOn: fields.returnedOn, reason: text('reason') } };
    }
    case 'ask-amendment': {
      const amendment = AMENDMENTS.find((each) => each === fields.amendment);
      return amendment === undefined ? undefined : { action, data: { amendment, text: text('asked') } };
    }
    case 'grant-amendment': {
      if (by === undefined) return undefined;
      const changed = {
        ...(names.includes('national') ? { sums: approved() } : {}),
        ...(names.includes('endsOn') ? { endsOn: fields.endsOn } : {}),
      };
      return { action, data: { by, ...changed, note: message } };
    }
    case 'refuse-amendment':
      return by === undefined ? undefined : { action, data: { by, note: text('reason') } };
    case 'inspect':
      return { action, data: { inspectedOn: fields.inspectedOn, passed: true, note: message } };
    case 'settle': {
      const paid = { paidNationalVnd: vnd('paidNational'), paidLocalVnd: vnd('paidLocal') };
      return {
        action,
        data: { ...paid, counterpartVnd: vnd('paidCounterpart'), settledOn: fields.settledOn, message },
      };
    }
    case 'step-back':
      return { action, data: { reason: text('reason') } };
  }
}
