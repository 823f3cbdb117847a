import { describe, expect, it } from 'vitest';
import { readFollowWords } from '../../../core/announcements/read-follow.ts';
import { MARKET_TOPICS } from '../../../core/announcements/topics.ts';

const follow = (...topics: string[]) => ({ kind: 'follow', topics });
const unfollow = (...topics: string[]) => ({ kind: 'unfollow', topics });

describe('words about following news', () => {
  it.each([
    ['theo dõi tin thị trường Trung Quốc', follow('china-market')],
    ['theo doi tin thi truong trung quoc', follow('china-market')],
    ['cho tôi tin hội chợ', follow('fairs')],
    ['cho toi tin hoi cho', follow('fairs')],
    ['Cho em theo dõi hội chợ ạ', follow('fairs')],
    ['cho tôi nhận thông tin hội chợ', follow('fairs')],
    ['tôi muốn nhận tin về thuế quan', follow('tariffs')],
    ['dang ky nhan tin rao can ky thuat', follow('technical-barriers')],
    ['gửi cho tôi tin an toàn thực phẩm nhé', follow('food-safety')],
    ['theo dõi tin hội chợ và tập huấn', follow('fairs', 'training')],
    ['theo doi tin hoi cho, thue va vsattp', follow('fairs', 'tariffs', 'food-safety')],
    ['theo dõi tin thị trường', follow(...MARKET_TOPICS)],
    ['theo dõi tin xuất khẩu', follow(...MARKET_TOPICS)],
    ['khi nào có tin hội chợ thì báo tôi nhé', follow('fairs')],
    ['theo dõi tin khuyến công', follow('general')],
    ['bỏ theo dõi tin thuế', unfollow('tariffs')],
    ['bo theo doi tin thue', unfollow('tariffs')],
    ['đừng gửi tin hội chợ nữa', unfollow('fairs')],
    ['thôi nhận tin thị trường Trung Quốc', unfollow('china-market')],
    ['không nhận tin tập huấn nữa', unfollow('training')],
    ['bỏ theo dõi', unfollow()],
    ['thôi theo dõi nữa nhé', unfollow()],
    ['theo dõi tin theo chủ đề', follow()],
    ['tôi đang theo dõi gì?', { kind: 'mine' }],
    ['toi dang theo doi nhung tin gi', { kind: 'mine' }],
    ['em đang nhận tin gì', { kind: 'mine' }],
    ['nhận tin gì được?', { kind: 'offered' }],
    ['nhan duoc nhung tin gi', { kind: 'offered' }],
    ['có thể theo dõi tin nào', { kind: 'offered' }],
    ['có những tin gì để theo dõi', { kind: 'offered' }],
    ['follow fairs', follow('fairs')],
    ['Please follow the news about the Chinese market', follow('china-market')],
    ['I want to follow tariffs and food safety', follow('tariffs', 'food-safety')],
    ['send me news of training courses, fairs', follow('training', 'fairs')],
    ['can I get technical barriers news?', follow('technical-barriers')],
    ['follow market news', follow(...MARKET_TOPICS)],
    ['subscribe to khuyến công in general', follow('general')],
    ['unfollow tariffs', unfollow('tariffs')],
    ['stop following fairs, thanks', unfollow('fairs')],
    ["don't send me news about training", unfollow('training')],
    ['no more fair news please', unfollow('fairs')],
    ['unfollow', unfollow()],
    ['follow more topics', follow()],
    ['what am I following?', { kind: 'mine' }],
    ['What news do I get', { kind: 'mine' }],
    ['what can I follow?', { kind: 'offered' }],
    ['which topics can I follow', { kind: 'offered' }],
    ['stop news', { kind: 'none' }],
    ['Stop all news please', { kind: 'none' }],
    ['unsubscribe', { kind: 'none' }],
  ])('"%s" is understood', (text, meant) => {
    expect(readFollowWords(text)).toEqual(meant);
  });

  it.each([
    ...['dừng', 'dừng nhận tin', 'thôi không nhận tin nữa', 'nhận tin', 'tắt tin', 'nhắn tin cho hội chợ', 'hội chợ'],
    ...['hội chợ năm nay ở đâu', 'thuế xuất khẩu là bao nhiêu', 'tham gia hội chợ được hỗ trợ bao nhiêu'],
    ...['xuất khẩu sang Trung Quốc cần giấy gì', 'theo dõi hồ sơ của tôi', 'tôi muốn theo dõi phiếu', 'bỏ hội chợ'],
    ...['đăng ký hội chợ', 'đăng ký lớp học', 'cho tôi đi tập huấn', 'có lớp tập huấn nào không', 'không đào tạo'],
    ...['nhắc tôi trước 7 ngày', 'đừng nhắc nữa', 'có tin gì mới không', 'nhận tiền', 'khuyến công là gì', 'gì được'],
    ...[
      'không cần chứng nhận an toàn thực phẩm có được không',
      'thông tin hội chợ',
      'cho tôi thông tin về thuế',
      'tin hội chợ',
      'thôi',
      'bỏ',
      'huỷ',
      'đúng thuế',
    ],
    ...['stop', 'news', 'follow', 'follow my request', 'what do I get for a machine', 'where is the fair', 'fairs'],
    ...['how much are export tariffs', 'register for a fair', 'what can I get', 'stop the training'],
    ...["I don't get any news", "I didn't get news of the fair"],
  ])('"%s" is not about following', (text) => {
    expect(readFollowWords(text)).toBeUndefined();
  });
});
