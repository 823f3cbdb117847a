import { describe, expect, it } from 'vitest';
import { readKnowledge } from '../../../bot/library/read-knowledge.ts';
import { findRates } from '../../../core/answers/rate.ts';
import { applicableQuestions } from '../../../core/forms/applicable-questions.ts';
import type { Answers } from '../../../core/forms/values.ts';
import { findEquipmentRate } from '../../../core/programmes/equipment-kind.ts';
import { estimateSupport } from '../../../core/programmes/estimate-support.ts';
import type { Programme } from '../../../core/programmes/programme.ts';
import { findProgramme } from '../../../core/programmes/programmes.ts';
import { projectRoot } from '../../../host/project-root.ts';

const { rates } = await readKnowledge({ root: projectRoot });
const programme = findProgramme('advanced-equipment') as Programme;
const date = '2026-11-23';
const price = (vnd: number) => ({ price: { minVnd: vnd, maxVnd: vnd } });
const machines = (...all: [name: string, vnd: number][]): Answers =>
  Object.fromEntries(
    all.flatMap(([name, vnd], at) => [
      [`machines.${at + 1}.name`, name],
      [`machines.${at + 1}.state`, 'new'],
      [`machines.${at + 1}.price`, { minVnd: vnd, maxVnd: vnd }],
      [`machines.${at + 1}.more`, at + 1 < all.length ? 'yes' : 'no'],
    ]),
  );
const isAsked = (answers: Answers): boolean =>
  programme.details !== undefined &&
  applicableQuestions(programme.details, answers).some(({ id }) => id === 'equipment-kind');
const sums = (answers: Answers) =>
  estimateSupport(rates, { programme, answers, date, province: '19' })?.sums.map(({ support, ownCapital }) => [
    support.maxVnd,
    ownCapital.maxVnd,
  ]);

describe('whether it is a machine or a line', () => {
  it('is asked only from the price on at which more could be got of a line, by the rates that are shipped', () => {
    const [machine] = findRates(rates, { kind: 'machine', date });
    const from = ((machine?.ceilingVnd ?? 0) * 100) / (machine?.percent ?? 1);
    expect([from - 1, from, from + 1].map((vnd) => isAsked(price(vnd)))).toEqual([false, false, true]);
    const differs = (vnd: number): boolean =>
      estimateSupport(rates, { programme, answers: price(vnd), date, province: '19' })?.ifLine.length === 1;
    expect([from - 1, from, from + 2].map(differs)).toEqual([false, false, true]);
  });

  it('is not asked where a name tells it, and stays among the items once it was answered', () => {
    const dear = 900_000_000;
    expect(isAsked(machines(['Máy sấy miến', dear]))).toBe(false);
    expect(isAsked(machines(['day chuyen say mien', dear]))).toBe(false);
    expect(isAsked(machines(['Máy rửa', 500_000_000], ['Máy sấy', 400_000_000]))).toBe(true);
    expect(isAsked(machines(['Máy rửa', 300_000_000], ['Máy sấy', 300_000_000]))).toBe(false);
    expect(isAsked({ ...price(dear), 'equipment-kind': 'line' })).toBe(true);
    expect(isAsked({})).toBe(false);
  });

  it('what was answered holds before what a name tells; who is not sure is told the machine rate, with the line beside it', () => {
    expect(findEquipmentRate({ ...machines(['Dây chuyền', 1]), 'equipment-kind': 'several' })).toBe('machine');
    expect(findEquipmentRate({ 'equipment-kind': 'line' })).toBe('technology-line');
    const unsure = { ...price(900_000_000), 'equipment-kind': 'unsure' };
    const estimate = estimateSupport(rates, { programme, answers: unsure, date, province: '19' });
    expect([estimate?.sums[0]?.support.maxVnd, estimate?.ifLine[0]?.support.maxVnd]).toEqual([
      300_000_000, 450_000_000,
    ]);
  });

  it('a wish that names a line is one, with and without marks; a machine for a line that is there is none', () => {
    const line = { 'equipment-kind': 'line' };
    for (const wish of ['mua dây chuyền sấy miến 900tr', 'muon mua day chuyen say mien', 'mua dây truyền đóng chai']) {
      expect(programme.readWish?.(wish, { hasPrice: false })).toMatchObject(line);
    }
    for (const wish of [
      'Mua máy móc, dây chuyền',
      'mua máy sấy 900tr',
      'mua máy sấy cho dây chuyền cũ',
      'mua may moc',
      'học vận hành máy',
    ]) {
      expect(programme.readWish?.(wish, { hasPrice: false })).not.toMatchObject(line);
    }
  });
});

describe('sums at the ceiling', () => {
  const line = (vnd: number): Answers => ({ ...price(vnd), 'equipment-kind': 'line' });

  it('of a machine: one đồng below, at it, one above, with the own part that is left', () => {
    expect([599_999_999, 600_000_000, 600_000_001].map((vnd) => sums(price(vnd)))).toEqual([
      [[299_999_999, 300_000_000]],
      [[300_000_000, 300_000_000]],
      [[300_000_000, 300_000_001]],
    ]);
  });

  it('of a line: one đồng below, at it, one above, with the own part that is left', () => {
    expect([899_999_999, 900_000_000, 900_000_001].map((vnd) => sums(line(vnd)))).toEqual([
      [[449_999_999, 450_000_000]],
      [[450_000_000, 450_000_000]],
      [[450_000_000, 450_000_001]],
    ]);
  });

  it('of several machines: of what the new ones cost together, one ceiling for the establishment', () => {
    expect(sums(machines(['Máy rửa', 200_000_000], ['Máy sấy', 300_000_000]))).toEqual([[250_000_000, 250_000_000]]);
    expect(sums(machines(['Máy rửa', 400_000_000], ['Máy sấy', 500_000_000]))).toEqual([[300_000_000, 600_000_000]]);
    expect(sums({ ...machines(['Máy rửa', 400_000_000], ['Máy sấy', 500_000_000]), 'equipment-kind': 'line' })).toEqual(
      [[450_000_000, 450_000_000]],
    );
  });
});
