import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ApplicationAction, allowedActions, EVENT_OF } from '../../../core/applications/actions.ts';
import { checkProjectDeed } from '../../../core/applications/check-project-deed.ts';
import type { HappenedEvent } from '../../../core/applications/event.ts';
import { progressReports } from '../../../core/applications/progress-reports.ts';
import { askedAmendment, type Project, projectOf } from '../../../core/applications/project.ts';
import { findLastStep, STEPS } from '../../../core/applications/standing-events.ts';
import { type ApplicationStatus, claimedBy, statusOf } from '../../../core/applications/status.ts';

const at = (minute: number): Date => new Date(Date.UTC(2026, 10, 23, 2, minute));
const history = (...events: [kind: string, data?: object][]): HappenedEvent[] =>
  events.map(([kind, data = {}], minute) => ({ kind, at: at(minute), actorId: 'hoa', data }));

const PROPOSED = { planYear: 2027, fund: 'national', amountVnd: 300_000_000 };
const APPROVED = {
  ...{ nationalVnd: 200_000_000, localVnd: 0, counterpartVnd: 250_000_000 },
  decision: { number: '12/QĐ', date: '2027-01-15' },
};
const SIGNED = { number: '01/HĐ', signedOn: '2027-02-01', endsOn: '2027-11-30' };
const PAID = { paidNationalVnd: 180_000_000, paidLocalVnd: 0, counterpartVnd: 240_000_000, settledOn: '2027-12-20' };
const accepted = [['started'], ['submitted'], ['claimed'], ['accepted']] satisfies [string][];
const signed = [...accepted, ['proposed', PROPOSED], ['approved', APPROVED], ['contracted', SIGNED]] satisfies [
  string,
  object?,
][];

describe('the status of a project', () => {
  const base = 'started submitted claimed accepted';
  it.each([
    ['proposed', 'proposed'],
    ['claimed', 'accepted'],
    ['released', 'accepted'],
    ['proposed claimed', 'proposed'],
    ['proposed declined', 'declined'],
    ['proposed declined reopened', 'in-review'],
    ['proposed withdrawn', 'withdrawn'],
    ['proposed approved', 'approved'],
    ['proposed approved contracted', 'contracted'],
    ['proposed approved contracted begun', 'in-progress'],
    ['proposed approved contracted begun progress-reported', 'in-progress'],
    ['proposed approved contracted begun amendment-asked', 'amendment-asked'],
    ['proposed approved contracted begun amendment-asked progress-reported', 'amendment-asked'],
    ['proposed approved contracted begun amendment-asked amendment-granted', 'in-progress'],
    ['proposed approved contracted begun amendment-asked amendment-refused', 'in-progress'],
    ['proposed approved contracted amendment-asked amendment-refused', 'contracted'],
    ['proposed approved contracted begun inspected settled', 'settled'],
    ['proposed approved contracted begun inspected settled closed released', 'closed'],
    ['proposed stepped-back', 'accepted'],
    ['proposed approved stepped-back', 'proposed'],
    ['proposed approved claimed stepped-back', 'proposed'],
    ['proposed approved stepped-back stepped-back', 'accepted'],
    ['proposed approved stepped-back approved', 'approved'],
    ['proposed approved contracted begun amendment-asked stepped-back', 'in-progress'],
    ['proposed approved contracted begun amendment-asked amendment-refused stepped-back', 'amendment-asked'],
  ])('after %s is %s', (kinds, status) => {
    expect(statusOf(`${base} ${kinds}`.split(' ').map((kind) => ({ kind })))).toBe(status);
  });

  it('is stopped once a stop was granted, and only then', () => {
    const granted = (amendment: string): [string, object?][] => [
      ...signed,
      ['begun'],
      ['amendment-asked', { amendment, text: 'Xin.' }],
      ['amendment-granted', { amendment, by: 'moit' }],
    ];
    expect(statusOf(history(...granted('stop')))).toBe('stopped');
    expect(statusOf(history(...granted('place')))).toBe('in-progress');
    expect(statusOf(history(...granted('stop'), ['stepped-back', { reason: 'Nhầm.' }]))).toBe('amendment-asked');
  });

  it('computed from the whole history is the one that each step led to, for any history that the table allows', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(), fc.boolean()), { maxLength: 40 }), (choices) => {
        const events: HappenedEvent[] = history(...accepted);
        const before: ApplicationStatus[] = [];
        let status: ApplicationStatus = 'accepted';
        for (const [choice, isStop] of choices) {
          const actions = (['person', 'officer'] as const)
            .flatMap((actor) => allowedActions(status, actor))
            .filter((action): action is Exclude<ApplicationAction, 'answer'> => action !== 'answer');
          const action = actions[choice % actions.length];
          if (action === undefined) return;
          const kind = EVENT_OF[action];
          const amendment = isStop ? 'stop' : 'place';
          const asked = askedAmendment(events)?.amendment ?? amendment;
          const data = kind === 'amendment-asked' ? { amendment, text: 'Xin.' } : { amendment: asked, by: 'moit' };
          const was = status;
          events.push({ kind, at: at(events.length), actorId: 'hoa', data });
          if (action === 'step-back') status = before.pop() ?? status;
          else if (action === 'grant-amendment' && asked === 'stop') status = 'stopped';
          else if (action === 'grant-amendment' || action === 'refuse-amendment') status = before.at(-1) ?? status;
          else status = stepTo(action, status, claimedBy(events) !== undefined);
          if (STEPS.includes(kind)) before.push(was);
          expect(statusOf(events)).toBe(status);
        }
      }),
      { numRuns: 500 },
    );
  });
});

/** Where an action leads, whatever was before; what is not named changes nothing of the status. `isHeld`: an officer has it. */
function stepTo(action: ApplicationAction, status: ApplicationStatus, isHeld: boolean): ApplicationStatus {
  const to: Partial<Record<ApplicationAction, ApplicationStatus>> = {
    ...{ propose: 'proposed', approve: 'approved', contract: 'contracted', begin: 'in-progress', settle: 'settled' },
    ...{ 'ask-amendment': 'amendment-asked', inspect: 'inspected', close: 'closed', accept: 'accepted' },
    ...{ decline: 'declined', withdraw: 'withdrawn', reopen: 'in-review', return: 'needs-papers' },
    ...{ resubmit: isHeld ? 'in-review' : 'submitted' },
  };
  if (status === 'in-review' && action === 'release') return 'submitted';
  if (status === 'submitted' && action === 'claim') return 'in-review';
  return to[action] ?? status;
}

describe('what the events say of a project', () => {
  it('is nothing before it was proposed, and nothing again once that is taken back or reopened', () => {
    expect(projectOf(history(...accepted))).toBeUndefined();
    const proposed = [...accepted, ['proposed', PROPOSED]] satisfies [string, object?][];
    expect(projectOf(history(...proposed))).toMatchObject({
      planYear: 2027,
      fund: 'national',
      proposedVnd: 300_000_000,
    });
    expect(projectOf(history(...proposed, ['stepped-back', { reason: 'Nhầm.' }]))).toBeUndefined();
    expect(projectOf(history(...proposed, ['declined', { reason: 'Hết tiền.' }]))).toMatchObject({ planYear: 2027 });
    expect(projectOf(history(...proposed, ['declined'], ['reopened']))).toBeUndefined();
  });

  it('adds up to the settlement, and forgets what is taken back', () => {
    const events = history(
      ...signed,
      ['begun'],
      ['inspected', { inspectedOn: '2027-12-01', passed: true }],
      ['settled', PAID],
      ['closed'],
    );
    expect(projectOf(events)).toMatchObject({
      ...{ nationalVnd: 200_000_000, localVnd: 0, counterpartVnd: 250_000_000 },
      ...{ decisionNumber: '12/QĐ', decidedOn: '2027-01-15', contractNumber: '01/HĐ', endsOn: '2027-11-30' },
      ...{ inspectedOn: '2027-12-01', paidNationalVnd: 180_000_000, paidCounterpartVnd: 240_000_000 },
      ...{ settledOn: '2027-12-20', closedAt: at(10) },
    });
    const back = ['stepped-back', { reason: 'Ghi nhầm số tiền.' }] as [string, object];
    const taken = [...events, ...history(back, back)];
    expect(projectOf(taken)).toMatchObject({ paidNationalVnd: null, settledOn: null, closedAt: null });
    expect(projectOf(taken)?.inspectedOn).toBe('2027-12-01');
    expect(findLastStep(taken)?.kind).toBe('inspected');
  });

  it('takes sums and days from a granted amendment, and nothing from a refused one', () => {
    const sums = { nationalVnd: 150_000_000, localVnd: 20_000_000, counterpartVnd: 100_000_000 };
    const asked = [...signed, ['begun'], ['amendment-asked', { amendment: 'amount', text: 'Xin.' }]] satisfies [
      string,
      object?,
    ][];
    const granted = history(...asked, ['amendment-granted', { amendment: 'amount', by: 'moit', sums }]);
    expect(projectOf(granted)).toMatchObject({ ...sums, endsOn: '2027-11-30', stoppedAt: null });
    const refused = history(...asked, ['amendment-refused', { amendment: 'amount', by: 'moit', note: 'Không.' }]);
    expect(projectOf(refused)).toMatchObject({ nationalVnd: 200_000_000 });
    expect(askedAmendment(refused)).toEqual({ amendment: 'amount', text: 'Xin.', askedAt: at(8) });
  });

  it('where its data was deleted is nothing', () => {
    const events = history(...signed, ['begun']).map(({ kind, at }) => ({ kind, at, data: {} }));
    expect(projectOf(events)).toBeUndefined();
    expect(statusOf(events)).toBe('in-progress');
  });

  it('of its progress are the months that were told, in order', () => {
    const events = history(
      ...signed,
      ['progress-reported', { month: '2027-03', text: 'Đã mua máy.', fileIds: ['a'] }],
      ['progress-reported', {}],
      ['progress-reported', { month: '2027-04', fileIds: [] }],
    );
    expect(progressReports(events).map(({ month, text, fileIds }) => [month, text, fileIds])).toEqual([
      ['2027-03', 'Đã mua máy.', ['a']],
      ['2027-04', undefined, []],
    ]);
  });
});

describe('a step of a project is refused when it', () => {
  const project = projectOf(
    history(...signed, ['begun'], ['inspected', { inspectedOn: '2027-12-01', passed: true }]),
  ) as Project;
  const check = (deed: Parameters<typeof checkProjectDeed>[0]['deed'], asked?: string) => () =>
    checkProjectDeed({ deed, project, asked, today: '2027-12-20' });
  const settle = (changes: object) => check({ action: 'settle', data: { ...PAID, ...changes } });

  it('pays more from a fund than was approved from it, whatever the other has left', () => {
    expect(settle({})).not.toThrow();
    expect(settle({ paidNationalVnd: 200_000_000 })).not.toThrow();
    expect(settle({ paidNationalVnd: 200_000_001 })).toThrow('project.paid-above-approved');
    expect(settle({ paidLocalVnd: 1 })).toThrow('project.paid-above-approved');
  });

  it('is of a plan year that nobody plans yet, or of one long gone', () => {
    const propose = (planYear: number) => check({ action: 'propose', data: { planYear, fund: 'local' } });
    expect(propose(2032)).not.toThrow();
    for (const year of [2021, 2033, 2072]) expect(propose(year)).toThrow('project.year-out-of-reach');
  });

  it('tells of days in the future, or in the wrong order', () => {
    expect(check({ action: 'approve', data: { ...APPROVED, decision: { number: '1', date: '2027-12-21' } } })).toThrow(
      'project.day-in-future',
    );
    expect(settle({ settledOn: '2027-12-21' })).toThrow('project.day-in-future');
    expect(settle({ settledOn: '2027-11-30' })).toThrow('project.dates-in-wrong-order');
    expect(check({ action: 'contract', data: { ...SIGNED, endsOn: '2027-01-31' } })).toThrow('wrong-order');
    expect(check({ action: 'inspect', data: { inspectedOn: '2027-01-31', passed: true } })).toThrow('wrong-order');
    expect(check({ action: 'inspect', data: { inspectedOn: '2027-12-31', passed: true } })).toThrow('in-future');
    expect(check({ action: 'report-progress', data: { month: '2028-01', fileIds: [] } })).toThrow('in-future');
    expect(check({ action: 'report-progress', data: { month: '2027-12', fileIds: [] } })).not.toThrow();
  });

  it('grants another amount without the sums, or another time without the day', () => {
    const grant = (data: object, asked: string) =>
      check({ action: 'grant-amendment', data: { by: 'moit', ...data } }, asked);
    expect(grant({}, 'amount')).toThrow('project.sums-missing');
    expect(grant({}, 'time')).toThrow('project.end-missing');
    expect(grant({}, 'place')).not.toThrow();
    expect(grant({ endsOn: '2028-03-31' }, 'time')).not.toThrow();
    expect(grant({ endsOn: '2026-03-31' }, 'time')).toThrow('project.dates-in-wrong-order');
  });
});
