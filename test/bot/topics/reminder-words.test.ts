import { describe, expect, it } from 'vitest';
import { readReminderWords } from '../../../bot/conversation/topics/reminders/read-words.ts';

/** Monday, 23 November 2026, nine in the morning. */
const now = new Date('2026-11-23T02:00:00Z');
const key = (text: string): string | undefined => readReminderWords(text, now)?.replace(/^reminders:/, '');

describe('how long before a deadline', () => {
  it.each([
    ['nhắc tôi trước 7 ngày', '7-days'],
    ['nhac toi truoc 7 ngay nhe', '7-days'],
    ['nhắc em trước hạn 10 ngày', '10-days'],
    ['trước 3 ngày thì nhắc em với', '3-days'],
    ['nho nhac truoc khi het han 5 hom', '5-days'],
    ['báo tôi trước một tuần nhé', '7-days'],
    ['nhắc trước ba ngày và một ngày', '3-days+1-day'],
    ['nhac truoc 14, 7, 3 ngay', '14-days+7-days+3-days'],
    ['nhắc tôi trước hạn 3 tiếng', '3-hours'],
    ['nhắc em trước nửa tháng khi có đợt mua máy sấy', '15-days'],
    ['đừng quên nhắc tôi trước 2 ngày', '2-days'],
    ['nhac truoc 7ngay', '7-days'],
  ])('"%s" is %s', (text, leads) => {
    expect(key(text)).toBe(`lead:${leads}`);
  });
});

describe('once more later', () => {
  it.each([
    ['nhắc lại sau 2 ngày', '2-days@8'],
    ['nhac lai sau 2 ngay', '2-days@8'],
    ['2 hôm nữa nhắc lại em nhé', '2-days@8'],
    ['hai ngày nữa nhắc tôi', '2-days@8'],
    ['sau 3 bữa nữa hãy nhắc', '3-days@8'],
    ['một tuần nữa nhắc lại', '7-days@8'],
    ['nhắc tôi lại sau nửa tháng', '15-days@8'],
    ['3 tiếng nữa nhắc em', '3-hours@8'],
    ['nhac lai sau 2h nua', '2-hours@8'],
    ['mai nhắc lại', '2026-11-24@8'],
    ['để mai nhắc', '2026-11-24@8'],
    ['nhac toi mai nhe', '2026-11-24@8'],
    ['chiều mai nhắc em', '2026-11-24@14'],
    ['tối nay nhắc lại giúp', '2026-11-23@19'],
    ['9 giờ sáng mai nhắc tôi', '2026-11-24@9'],
    ['ngày kia nhắc lại', '2026-11-25@8'],
    ['mốt nhắc lại nghe', '2026-11-25@8'],
    ['tuần sau nhắc lại', '2026-11-30@8'],
    ['sang tuần nhắc em', '2026-11-30@8'],
    ['thứ năm nhắc lại', '2026-11-26@8'],
    ['thứ hai nhắc lại em', '2026-11-30@8'],
    ['thu 6 tuan sau nhac lai', '2026-12-04@8'],
    ['ngày 27/11 nhắc lại', '2026-11-27@8'],
    ['nhắc em ngày 5/12 nhé', '2026-12-05@8'],
    ['nhắc lại ngày 30', '2026-11-30@8'],
  ])('"%s" is %s', (text, when) => {
    expect(key(text)).toBe(`again:${when}`);
  });
});

describe('no more', () => {
  it.each([
    ['đừng nhắc nữa', 'stop-programme:any'],
    ['đừng nhắc cái này nữa', 'stop-this'],
    ['dung nhac cai nay nua', 'stop-this'],
    ['thôi đừng nhắc đợt này nữa', 'stop-this'],
    ['không cần nhắc vụ này nữa đâu', 'stop-this'],
    ['em không cần nhắc việc đó', 'stop-this'],
    ['đừng nhắc giấy tờ nữa', 'stop-about:papers'],
    ['ko can nhac bo sung giay to nua', 'stop-about:papers'],
    ['đừng nhắc báo cáo tiến độ nữa', 'stop-about:progress'],
    ['đừng nhắc mua máy sấy nữa', 'stop-said'],
    ['thôi không nhắc em về hội chợ nữa', 'stop-said'],
  ])('"%s" is %s', (text, meant) => {
    expect(key(text)).toBe(meant);
  });
});

it.each([
  'tôi đang được nhắc gì?',
  'toi dang duoc nhac gi',
  'em đang nhờ nhắc những gì vậy',
  'xem lời nhắc',
  'lời nhắc của tôi',
  'cho tôi xem các lời nhắc',
  'tôi có được nhắc không',
  'khi nào bot nhắc tôi',
])('"%s" asks for the list', (text) => {
  expect(key(text)).toBe('list');
});

it.each([
  'nhắc lại',
  'nhắc tôi khi có đợt nhận phiếu',
  'nhac toi truoc may ngay nhe',
  'nhắc tôi trước ngày 25 có được không',
  'báo giá máy sấy 2 ngày nữa có',
  'hai ngày nữa tôi gửi giấy',
  'máy này chạy được 7 ngày trước thì hỏng, không ai nhắc',
  'tôi chưa được ai nhắc',
  'cán bộ nhắc em mai nộp giấy phải không',
  'hôm qua đã nhắc rồi mai tôi nộp',
  'gọi cho tôi trước giờ nghỉ',
  'báo giá máy trước 7 ngày còn giá trị',
  'gọi tôi trước 2 ngày rồi hãy xuống',
  'bật nhạc lên 2 ngày',
])('"%s" is about something else', (text) => {
  expect(key(text)).toBeUndefined();
});
