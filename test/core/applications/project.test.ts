import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ApplicationAction, allowedActions, EVENT_OF } from '../../../core/applications/actions.ts';
import { findEnd } from '../../../core/applications/ended.ts';
import type { HappenedEvent } from '../../../core/applications/event.ts';
import { progressReports } from '../../../core/applications/progress-reports.ts';
import { askedAmendment, type Project, projectOf } from '../../../core/applications/project.ts';
import { findLastStep, STEPS } from '../../../core/applications/standing-events.ts';
import { type ApplicationStatus, claimedBy, statusOf } from '../../../core/applications/status.ts';
import { sumAdvances, sumLeftAtStopped } from '../../../core/applications/sum-projects.ts';
import { accepted, at, history, PAID, PROPOSED, signed } from './project-history.ts';

describe('the status of a project', () => {
  const base = 'started submitted claimed accepted';
  it.each([
    ['proposed', 'proposed'],
    ['claimed', 'accepted'],
    ['released', 'accepted'],
    ['proposed claimed', 'proposed'],
    ['proposed declined', 'declined'],
    ['proposed declined reopened', 'in-review'],
    ['proposed declined stepped-back', 'proposed'],
    ['proposed declined claimed stepped-back stepped-back', 'accepted'],
    ['proposed declined reopened declined stepped-back', 'in-review'],
    ['proposed approved contracted advance-paid', 'contracted'],
    ['proposed approved contracted begun inspected advance-paid', 'inspected'],
    ['proposed approved contracted begun advance-paid stepped-back', 'in-progress'],
    ['proposed approved contracted begun amendment-asked advance-paid advance-returned', 'amendment-asked'],
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
          else if (action === 'grant-amendment' || action === 'refuse-amendment') {
            status = before.findLast((each) => each !== 'amendment-asked') ?? status;
          } else status = stepTo(action, status, claimedBy(events) !== undefined);
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

  it('has the advance that is held: what was paid of it, without what came back, and without what is taken back', () => {
    const paid = { nationalVnd: 100_000_000, localVnd: 0, paidOn: '2027-03-01' };
    const back = { nationalVnd: 30_000_000, localVnd: 0, returnedOn: '2027-06-01', reason: 'Làm ít hơn.' };
    const advanced = [
      ...signed,
      ['advance-paid', paid],
      ['advance-paid', { ...paid, paidOn: '2027-04-01' }],
    ] satisfies [string, object?][];
    expect(projectOf(history(...signed))).toMatchObject({ advancedNationalVnd: null, advancedOn: null });
    const returned = history(...advanced, ['advance-returned', back]);
    expect(projectOf(returned)).toMatchObject({ advancedNationalVnd: 170_000_000, advancedOn: '2027-04-01' });
    const taken = history(...advanced, ['advance-returned', back], ['stepped-back'], ['stepped-back']);
    expect(projectOf(taken)).toMatchObject({ advancedNationalVnd: 100_000_000, advancedOn: '2027-03-01' });
    expect(findLastStep(taken)?.kind).toBe('advance-paid');
    const settled = history(...advanced, ['inspected', { inspectedOn: '2027-12-01', passed: true }], ['settled', PAID]);
    expect(sumAdvances([{ status: 'in-progress', project: projectOf(returned) as Project }])).toEqual({
      ...{ national: 170_000_000, local: 0, all: 170_000_000 },
    });
    // Stopped, it counts in no plan, and what its producer still has is told by itself.
    const stopped = { status: 'stopped', project: projectOf(returned) as Project } as const;
    expect([sumAdvances([stopped]).all, sumLeftAtStopped([stopped]).national]).toEqual([0, 170_000_000]);
    // What is settled was paid, and is not advanced any more: no sum counts it twice.
    expect(sumAdvances([{ status: 'settled', project: projectOf(settled) as Project }]).all).toBe(0);
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

describe('the end of a dossier', () => {
  it('is its refusal or its withdrawal with the reason, until it is reopened or the refusal is taken back', () => {
    const proposed = [...accepted, ['proposed', PROPOSED]] satisfies [string, object?][];
    const declined = [...proposed, ['declined', { reason: 'Hết tiền.' }]] satisfies [string, object?][];
    expect(findEnd(history(...proposed))).toBeUndefined();
    expect(findEnd(history(...declined))).toMatchObject({
      kind: 'declined',
      reason: 'Hết tiền.',
      event: { at: at(5) },
    });
    expect(findEnd(history(...declined, ['stepped-back']))).toBeUndefined();
    expect(findEnd(history(...declined, ['reopened']))).toBeUndefined();
    expect(findEnd(history(...proposed, ['withdrawn']))).toMatchObject({ kind: 'withdrawn', reason: undefined });
  });
});
