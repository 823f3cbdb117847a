/** All that a request asks, one message each. */
export const FILLED = [
  'gửi phiếu nhu cầu',
  'đồng ý',
  'mua máy',
  'miến dong',
  'xã Côn Minh',
  'HTX Tài Hoan',
  'hợp tác xã',
  'Nguyễn Thị Lan',
  '0900000001',
  '400tr',
];
/** In a script: the words that bring a code given on another channel. */
export const TYPED_CODE = 'nối <mã>';
/** In a script: a photo. */
export const PHOTO = '<ảnh>';
/** In a script: an officer gives two items back. */
export const GIVEN_BACK = '<trả lại>';
const SENT = [...FILLED, 'gửi phiếu'];
/** What leads a new person into each state of the conversation. */
export const STATES: Record<string, string[]> = {
  'before the first word': [],
  'after the greeting': ['xin chào'],
  'after an answer': ['mua may ho tro bao nhieu'],
  'after "not known"': ['thời tiết hôm nay thế nào'],
  'at the consent': FILLED.slice(0, 1),
  ...Object.fromEntries(
    ['need', 'product', 'commune', 'establishment', 'legal form', 'name', 'phone', 'price'].map((question, index) => [
      `at the question ${question}`,
      FILLED.slice(0, 2 + index),
    ]),
  ),
  'at "which commune now?"': [...FILLED.slice(0, 4), 'xã Mỹ Phương, Ba Bể'],
  'at the review': FILLED,
  'after sending': SENT,
  'at the card of details': [...SENT, 'bổ sung hồ sơ cho đủ'],
  'at a question of details': [...SENT, 'bổ sung hồ sơ cho đủ', '1'],
  'at the third machine': [
    ...SENT,
    '1',
    '6',
    'lò sấy',
    '1',
    '300tr',
    '1',
    'máy gói',
    '2',
    'chưa có giá',
    'còn máy nữa',
  ],
  'at the photos of a paper': [...SENT, '1', '11', PHOTO],
  'at "which paper?"': [...SENT, '1', '5', PHOTO],
  'after items came back': [...SENT, GIVEN_BACK],
  'at what came back': [...SENT, '1', '5', GIVEN_BACK, 'menu', 'phiếu của tôi', '1'],
  'at what came back, all mended': [...SENT, GIVEN_BACK, '0900000002', PHOTO, 'xong'],
  'in a paused form': [...FILLED.slice(0, 5), 'dừng'],
  'at "give up?"': [...FILLED.slice(0, 5), 'huỷ'],
  'at "what to ask an officer?"': ['gặp cán bộ'],
  'at the officer in the middle of a form': [...FILLED.slice(0, 5), 'gặp cán bộ'],
  'at "delete everything?"': ['dữ liệu của tôi', 'xoá dữ liệu của tôi'],
  'at "what is wrong?" of one\'s data': ['dữ liệu của tôi', 'sửa chỗ sai'],
  'at "take the consent back?" in the middle of a form': [...FILLED.slice(0, 5), 'rút đồng ý', 'rút đồng ý làm phiếu'],
  'at the news': ['việc khác', 'nhận tin của trung tâm'],
  'at "join?"': [TYPED_CODE],
  'at "join?" in the middle of a form': [...FILLED.slice(0, 5), TYPED_CODE],
  'after joining, in a form begun elsewhere': [TYPED_CODE, 'nối hai kênh'],
};
