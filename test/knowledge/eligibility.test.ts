import { describe, expect, it } from 'vitest';
import { readKnowledge } from '../../bot/library/read-knowledge.ts';
import type { Answers } from '../../core/forms/values.ts';
import { judgeEligibility } from '../../core/programmes/eligibility/judge.ts';
import { ASPECTS, type EligibilityRule } from '../../core/programmes/eligibility/rule.ts';
import { PROGRAMMES } from '../../core/programmes/programmes.ts';
import { projectRoot } from '../../host/project-root.ts';
import { wordsFor } from '../../locales/words.ts';

const { eligibility: rules, articles } = await readKnowledge({ root: projectRoot });
const DAY = '2026-11-23';

const place = (commune: string, province: string) => ({
  communeCode: '1',
  commune,
  provinceCode: '19',
  province,
  legacyAddressText: '',
});
const COMMUNE = place('Xã Côn Minh', 'Tỉnh Thái Nguyên');
const WARD_OF_CITY = place('Phường Cửa Nam', 'Thành phố Hà Nội');
const noodles: Answers = { 'legal-form': 'cooperative', product: 'mien dong', commune: COMMUNE };

/** The verdict, and the rules or open aspects by which it came. */
const judge = (answers: Answers, programme = 'trademark', date = DAY): string => {
  const { verdict, reasons } = judgeEligibility(rules, { programme, answers, date });
  const decided = reasons.filter((reason) => reason.verdict === verdict);
  const by = decided.map(({ rule, aspect, isOpen }) => (isOpen ? `${aspect}?` : rule?.id));
  return verdict === 'eligible' ? verdict : `${verdict}: ${by.join(', ')}`;
};

describe('the rules that are shipped', () => {
  it('each have words in both languages, and what to do where something is missing', () => {
    for (const locale of ['vi', 'en'] as const) {
      const { word } = wordsFor(locale);
      for (const { id, verdict } of rules) {
        expect(word(`eligibility:rule.${id}.reason`)).not.toBe('');
        if (verdict === 'not-yet') expect(word(`eligibility:rule.${id}.todo`)).not.toBe('');
      }
      for (const aspect of ASPECTS) expect(word(`eligibility:open.${aspect}`)).not.toBe('');
    }
  });

  it('each have a document, an article of the knowledge that tells them, and an id of their own', () => {
    const known = new Set(articles.map(({ id }) => id));
    expect(rules.filter(({ articleId }) => !known.has(articleId)).map(({ id }) => id)).toEqual([]);
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    expect(rules.filter(({ document }) => document === '')).toEqual([]);
  });

  it('ask only questions and options that some programme has, and name only programmes that exist', () => {
    expect(rules.flatMap(findUnknown)).toEqual([]);
  });
});

describe('a producer', () => {
  it('who is listed, in a commune, of a listed sector is eligible', () => {
    expect(judge(noodles)).toBe('eligible');
    expect(judge({ ...noodles, 'legal-form': 'business-household', product: 'Chè khô' })).toBe('eligible');
    expect(judge({ ...noodles, product: 'giỏ mây', sector: 'crafts' })).toBe('eligible');
    expect(judge({ ...noodles, commune: place('Đặc khu Cồn Cỏ', 'Tỉnh Quảng Trị') })).toBe('eligible');
  });

  it('who is not registered is told to register; for training, and for founding an enterprise, it is no hindrance', () => {
    const household = { ...noodles, 'legal-form': 'unregistered' };
    expect(judge(household)).toBe('not-yet: unregistered');
    expect(judge(household, 'vocational-training')).toBe('officer: who?');
    expect(judge(household, 'business-startup')).toBe('officer: startup-area');
  });

  it('that is an enterprise is for an officer, since its size is not told; above 200 workers it is large, save for cleaner production', () => {
    const enterprise: Answers = { ...noodles, 'legal-form': 'enterprise' };
    const workers = (count: number): Answers => ({ ...enterprise, workers: { minCount: count, maxCount: count } });
    expect(judge(enterprise)).toBe('officer: enterprise-size');
    expect(judge(workers(200))).toBe('officer: enterprise-size');
    expect(judge(workers(201))).toBe('not-yet: enterprise-large');
    expect(judge(workers(201), 'cleaner-production')).toBe('eligible');
    const investor = { ...workers(201), 'cluster-role': 'investor' };
    expect(judge(investor, 'cluster-environment')).toBe('eligible');
  });

  it('in a ward is eligible in a province, and for an officer in a city, save for cleaner production', () => {
    expect(judge({ ...noodles, commune: place('Phường Tân Giang', 'Tỉnh Cao Bằng') })).toBe('eligible');
    expect(judge({ ...noodles, commune: WARD_OF_CITY })).toBe('officer: ward-of-city');
    expect(judge({ ...noodles, commune: WARD_OF_CITY, workshop: COMMUNE })).toBe('eligible');
    expect(judge({ ...noodles, commune: WARD_OF_CITY }, 'cleaner-production')).toBe('eligible');
    expect(judge({ ...noodles, commune: place('Xã Sóc Sơn', 'Thành phố Hà Nội') })).toBe('eligible');
  });

  it('who wants machines must tell that each is new', () => {
    const equipment = { ...noodles, sector: 'food' };
    const machines = (state: string) => ({ ...equipment, 'machines.1.name': 'Lò sấy', 'machines.1.state': state });
    expect(judge(equipment, 'advanced-equipment')).toBe('officer: machines?');
    expect(judge(machines('new'), 'advanced-equipment')).toBe('eligible');
    expect(judge(machines('used'), 'advanced-equipment')).toBe('not-yet: machine-used');
  });

  it.each([
    ['gạch nung lò vòng', 'not-yet: brick-kiln'],
    ['gach nung thu cong', 'not-yet: brick-kiln'],
    ['gạch', 'officer: brick-unclear'],
    ['gạch đất sét nung', 'officer: brick-unclear'],
    ['gạch không nung', 'eligible'],
    ['gach xi mang', 'eligible'],
    ['trồng chè', 'not-yet: farming-only'],
    ['nuoi lon', 'not-yet: farming-only'],
    ['trồng dong riềng và làm miến', 'officer: farming-and-made'],
    ['buôn bán tạp hoá', 'not-yet: trade-only'],
    ['thu mua và sao chè', 'officer: trade-and-made'],
    ['bán phân bón, thuốc trừ sâu', 'officer: trade-and-made'],
    ['bán điện thoại', 'not-yet: trade-only'],
    ['ban ghe go', 'eligible'],
    ['nấu rượu bán ở chợ', 'eligible'],
    ['mắm ruốc', 'eligible'],
    ['cam quýt', 'officer: sector?'],
    ['lò gạch', 'officer: brick-unclear'],
  ])('who makes "%s": %s', (product, verdict) => {
    expect(judge({ ...noodles, product })).toBe(verdict);
  });

  it('who chose a sector is not called a farmer or a trader by a word; an officer looks', () => {
    expect(judge({ ...noodles, product: 'nuôi lợn', sector: 'food' })).toBe('officer: farming-and-sector');
    expect(judge({ ...noodles, product: 'thu mua ngô', sector: 'food' })).toBe('officer: trade-and-sector');
    expect(judge({ ...noodles, sector: 'mining' })).toBe('officer: mining-area');
    expect(judge({ ...noodles, sector: 'other' })).toBe('officer: sector-other');
  });

  it('who was supported before, or was abroad twice, or does not know what they need', () => {
    expect(judge({ ...noodles, 'earlier-support': 'yes' })).toBe('officer: supported-before');
    const abroad = { ...noodles, 'fair-where': 'abroad', 'fair-abroad-before': 'twice' };
    expect(judge(abroad, 'trade-fair')).toBe('not-yet: fair-abroad-twice');
    expect(judge(noodles, 'support-request')).toBe('officer: need-open');
    expect(judge(noodles, 'technical-demonstration-model')).toBe('officer: model-new-here');
    expect(judge({ ...noodles, 'model-kind': 'replication' }, 'technical-demonstration-model')).toBe('eligible');
  });

  it('who is an artisan needs no establishment, but a title', () => {
    const artisan: Answers = { product: 'thổ cẩm', commune: COMMUNE, 'legal-form': 'unregistered' };
    expect(judge({ ...artisan, 'artisan-title': 'peoples' }, 'artisan')).toBe('eligible');
    expect(judge({ ...artisan, 'artisan-title': 'none' }, 'artisan')).toBe('officer: artisan-no-title');
    expect(judge(artisan, 'artisan')).toBe('officer: who?');
  });

  it('is judged by the rules of the day: those of 15/10/2025 do not hold the day before', () => {
    expect(judge(noodles, 'trademark', '2025-10-15')).toBe('eligible');
    expect(judge(noodles, 'trademark', '2025-10-14')).toBe('officer: who?, place?');
  });
});

/** What a rule asks or names that is not there, one line each. */
function findUnknown({ id, when, unless = [], programmes = [], exceptProgrammes = [] }: EligibilityRule): string[] {
  const questions = PROGRAMMES.flatMap(({ form, details }) => [...form.questions, ...(details?.questions ?? [])]);
  const optionsOf = (question: string): string[] =>
    questions
      .filter((each) => each.id === question)
      .flatMap(({ field }) => ('options' in field ? field.options.map((option) => option.id) : []));
  const conditions = [...when, ...unless].flatMap((condition): string[] => {
    switch (condition.kind) {
      case 'choice':
        return condition.isOneOf
          .filter((option) => !optionsOf(condition.question).includes(option))
          .map((option) => `${condition.question}: ${option}`);
      case 'place':
        return condition.questions.filter((question) => !questions.some((each) => each.id === question));
      case 'items': {
        const part = `${condition.group}.1.${condition.part}`;
        return optionsOf(part).includes(condition.option) ? [] : [part];
      }
      default:
        return questions.some((each) => each.id === condition.question) ? [] : [condition.question];
    }
  });
  const named = [...programmes, ...exceptProgrammes].filter((name) => !PROGRAMMES.some((each) => each.id === name));
  return [...conditions, ...named].map((unknown) => `${id}: ${unknown}`);
}
