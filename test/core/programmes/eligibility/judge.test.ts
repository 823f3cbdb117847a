import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answers, AnswerValue } from '../../../../core/forms/values.ts';
import type { Condition } from '../../../../core/programmes/eligibility/condition.ts';
import { judgeEligibility } from '../../../../core/programmes/eligibility/judge.ts';
import { ASPECTS, type EligibilityRule, VERDICTS } from '../../../../core/programmes/eligibility/rule.ts';

const DAY = '2026-11-23';

const rule = (change: Partial<EligibilityRule> & Pick<EligibilityRule, 'id'>): EligibilityRule => ({
  aspect: 'who',
  when: [],
  verdict: 'eligible',
  document: 'Điều lệ câu lạc bộ',
  certainty: 'verified',
  articleId: 'club',
  ...change,
});

const everywhere = rule({ id: 'everywhere', aspect: 'place' });
const everything = rule({ id: 'everything', aspect: 'sector' });
const members: EligibilityRule = rule({
  id: 'members',
  when: [{ kind: 'choice', question: 'role', isOneOf: ['member'] }],
});
const guests = rule({
  id: 'guests',
  verdict: 'not-yet',
  when: [{ kind: 'choice', question: 'role', isOneOf: ['guest'] }],
});
const club = [members, guests, everywhere, everything];

const judge = (rules: readonly EligibilityRule[], answers: Answers, { date = DAY, programme = 'club' } = {}) =>
  judgeEligibility(rules, { programme, answers, date });

describe('the verdict', () => {
  it('is eligible only when who, where and what are each settled by a rule', () => {
    expect(judge(club, { role: 'member' }).verdict).toBe('eligible');
    for (const left of [members, everywhere, everything]) {
      expect(
        judge(
          club.filter((each) => each !== left),
          { role: 'member' },
        ).verdict,
      ).toBe('officer');
    }
  });

  it('is for an officer while the answers do not tell, and names what they do not tell with the rule that would settle it', () => {
    const { verdict, reasons } = judge(club, {});
    expect(verdict).toBe('officer');
    expect(reasons[0]).toEqual({ rule: members, verdict: 'officer', aspect: 'who', isOpen: true });
  });

  it('is for an officer when a question was left open by the person', () => {
    expect(judge(club, { role: { isSkipped: true } }).verdict).toBe('officer');
  });

  it('is not yet as soon as one rule says so, whatever the others say, and tells that one first', () => {
    const officer = rule({ id: 'look', aspect: 'support', verdict: 'officer' });
    const { verdict, reasons } = judge([officer, ...club], { role: 'guest' });
    expect(verdict).toBe('not-yet');
    expect(reasons[0]?.rule).toBe(guests);
    expect(reasons).toHaveLength(4);
  });

  it('is for an officer when there are no rules at all', () => {
    const { verdict, reasons } = judge([], { role: 'member' });
    expect(verdict).toBe('officer');
    expect(reasons.map(({ aspect, rule: by }) => [aspect, by])).toEqual([
      ['who', undefined],
      ['place', undefined],
      ['sector', undefined],
    ]);
  });

  it('leaves a rule out where one of its exceptions is known to hold', () => {
    const unless: Condition[] = [{ kind: 'choice', question: 'coach', isOneOf: ['yes'] }];
    const rules = [...club.filter((each) => each !== guests), { ...guests, unless }];
    expect(judge(rules, { role: 'guest' }).verdict).toBe('not-yet');
    expect(judge(rules, { role: 'guest', coach: 'no' }).verdict).toBe('not-yet');
    expect(judge(rules, { role: 'guest', coach: 'yes' }).verdict).toBe('officer');
  });

  it('asks of a rule which programme it is for', () => {
    const rules = [...club, rule({ id: 'camp', aspect: 'support', verdict: 'not-yet', programmes: ['camp'] })];
    expect(judge(rules, { role: 'member' }).verdict).toBe('eligible');
    expect(judge(rules, { role: 'member' }, { programme: 'camp' }).verdict).toBe('not-yet');
    const excepted = club.map((each) => (each === guests ? { ...each, exceptProgrammes: ['camp'] } : each));
    expect(judge(excepted, { role: 'guest' }, { programme: 'camp' }).verdict).toBe('officer');
  });
});

describe('a rule holds on the days of its document', () => {
  const dated = rule({
    id: 'dated',
    aspect: 'support',
    verdict: 'not-yet',
    effectiveFrom: '2026-01-01',
    effectiveTo: '2026-12-31',
  });

  it.each([
    ['2025-12-31', 'eligible'],
    ['2026-01-01', 'not-yet'],
    ['2026-12-31', 'not-yet'],
    ['2027-01-01', 'eligible'],
  ])('on %s: %s', (date, verdict) => {
    expect(judge([...club, dated], { role: 'member' }, { date }).verdict).toBe(verdict);
  });
});

describe('a condition', () => {
  const holds = (condition: Condition, answers: Answers): boolean =>
    judge([rule({ id: 'only', aspect: 'support', verdict: 'not-yet', when: [condition] })], answers).verdict ===
    'not-yet';

  it('of a number is known only when all that was said is above it', () => {
    const above: Condition = { kind: 'count', question: 'people', above: 200 };
    expect(holds(above, { people: { minCount: 200, maxCount: 200 } })).toBe(false);
    expect(holds(above, { people: { minCount: 200, maxCount: 250 } })).toBe(false);
    expect(holds(above, { people: { minCount: 201, maxCount: 201 } })).toBe(true);
  });

  it('of words sees whole syllables, with marks where the person typed marks', () => {
    const names: Condition = { kind: 'words', question: 'product', names: ['gạch', 'tạp hóa'] };
    expect(holds(names, { product: 'Gạch nung' })).toBe(true);
    expect(holds(names, { product: 'gach nung' })).toBe(true);
    expect(holds(names, { product: 'quán tạp hoá' })).toBe(true);
    expect(holds(names, { product: 'gachx' })).toBe(false);
    expect(holds({ ...names, names: ['bún'] }, { product: 'vải màu bùn' })).toBe(false);
  });

  it('of a place takes the first that was answered, by its unit and that of its province', () => {
    const condition: Condition = {
      kind: 'place',
      questions: ['workshop', 'commune'],
      units: ['Phường'],
      provinceUnit: 'Thành phố',
    };
    const place = (commune: string, province: string): AnswerValue => ({
      communeCode: '1',
      commune,
      provinceCode: '1',
      province,
      legacyAddressText: '',
    });
    expect(holds(condition, { commune: place('Phường Cửa Nam', 'Thành phố Hà Nội') })).toBe(true);
    expect(holds(condition, { commune: place('Xã Phường Đông', 'Thành phố Hà Nội') })).toBe(false);
    expect(holds(condition, { commune: place('Phường Tân Giang', 'Tỉnh Cao Bằng') })).toBe(false);
    const elsewhere = { workshop: place('Xã Côn Minh', 'Tỉnh Thái Nguyên') };
    expect(holds(condition, { ...elsewhere, commune: place('Phường Cửa Nam', 'Thành phố Hà Nội') })).toBe(false);
  });

  it('of a group looks at every item that is there, and knows nothing of each while one is not told', () => {
    const each: Condition = { kind: 'items', group: 'machines', part: 'state', option: 'new', of: 'each' };
    const some: Condition = { ...each, option: 'used', of: 'some' };
    expect(holds(each, {})).toBe(false);
    expect(holds(each, { 'machines.1.state': 'new' })).toBe(true);
    const second = { 'machines.1.more': 'yes', 'machines.2.name': 'Lò sấy' };
    expect(holds(each, { 'machines.1.state': 'new', ...second })).toBe(false);
    expect(holds(some, { 'machines.1.name': 'Lò sấy', ...second, 'machines.2.state': 'used' })).toBe(true);
    expect(holds(some, { ...second, 'machines.2.state': 'used', 'machines.1.more': 'no' })).toBe(false);
    expect(holds(some, { 'machines.1.state': 'used', 'machines.1.gone': 'yes' })).toBe(false);
  });
});

describe('whatever the rules and the answers', () => {
  const condition: fc.Arbitrary<Condition> = fc.oneof(
    fc.record({
      kind: fc.constant('choice' as const),
      question: fc.constantFrom('a', 'b'),
      isOneOf: fc.array(fc.constantFrom('x', 'y')),
    }),
    fc.record({
      kind: fc.constant('words' as const),
      question: fc.constantFrom('a', 'b'),
      names: fc.array(fc.string()),
    }),
    fc.record({ kind: fc.constant('count' as const), question: fc.constantFrom('a', 'b'), above: fc.nat(300) }),
    fc.record({ kind: fc.constant('answered' as const), question: fc.constantFrom('a', 'b') }),
    fc.record({
      kind: fc.constant('items' as const),
      group: fc.constant('m'),
      part: fc.constant('s'),
      option: fc.constantFrom('x', 'y'),
      of: fc.constantFrom('some' as const, 'each' as const),
    }),
  );
  const rules = fc.array(
    fc.record({
      id: fc.string(),
      aspect: fc.constantFrom(...ASPECTS),
      when: fc.array(condition, { maxLength: 2 }),
      unless: fc.array(condition, { maxLength: 2 }),
      verdict: fc.constantFrom(...VERDICTS),
      document: fc.string(),
      effectiveFrom: fc.constantFrom(undefined, '2026-01-01', '2027-01-01'),
      certainty: fc.constant('verified' as const),
      articleId: fc.string(),
    }),
    { maxLength: 8 },
  );
  const value: fc.Arbitrary<AnswerValue> = fc.oneof(
    fc.string(),
    fc.constantFrom('x', 'y', 'yes'),
    fc.record({ minCount: fc.constant(1), maxCount: fc.integer({ min: 1, max: 400 }) }),
    fc.record({ optionIds: fc.array(fc.constantFrom('x', 'y'), { minLength: 1 }) }),
    fc.record({ isSkipped: fc.constant(true as const) }),
  );
  const answers = fc.dictionary(fc.constantFrom('a', 'b', 'm.1.s', 'm.1.more', 'm.2.s', 'm.2.gone'), value);

  it('there is exactly one verdict, that of the gravest reason, and each reason is there once', () => {
    fc.assert(
      fc.property(rules, answers, (all, given) => {
        const { verdict, reasons } = judge(all, given);
        expect(VERDICTS).toContain(verdict);
        const said = reasons.map((reason) => reason.verdict);
        const gravest = said.includes('not-yet') ? 'not-yet' : said.includes('officer') ? 'officer' : 'eligible';
        expect(verdict).toBe(gravest);
        expect(reasons[0]?.verdict).toBe(verdict);
        expect(new Set(reasons.map((reason) => reason.rule ?? reason.aspect)).size).toBe(reasons.length);
      }),
    );
  });
});
