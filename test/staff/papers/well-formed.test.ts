import { describe, expect, it } from 'vitest';
import { keepTogether } from '../../../staff/papers/template/typeset.ts';
import { isWellFormed } from '../../../staff/papers/template/well-formed.ts';

describe('an XML text', () => {
  it.each([
    '<a/>',
    '<?xml version="1.0"?>\n<a x="1" y=\'2\'><b>t &amp; &#10; u</b><!-- <c> --><b/></a>',
    '<w:p xml:space="preserve">ế</w:p>\n',
  ])('%j is well formed', (xml) => expect(isWellFormed(xml)).toBe(true));

  it.each([
    ...['', 'a', '<a>', '<a></b>', '<a><b></a></b>', '<a/><b/>', '<a>&</a>', '<a>&nbsp;</a>', '<a>1 < 2</a>'],
    ...['<a x=1/>', '<a x="<"/>', '<a></a>t', '</a>', '<a x="1/>'],
  ])('%j is not', (xml) => expect(isWellFormed(xml)).toBe(false));
});

it.each([
  ['Điều 8, khoản 4', 'Điều_8, khoản_4'],
  ['Thông tư 28/2018/TT-BTC và Nghị định 45/2012/NĐ-CP', 'Thông tư_28/2018/TT-BTC và Nghị định_45/2012/NĐ-CP'],
  ['từ 200 đến 300 triệu đồng, hoặc 1,2 tỷ đồng', 'từ 200 đến 300_triệu_đồng, hoặc 1,2_tỷ_đồng'],
  ['ngày 22 tháng 11 năm 2026', 'ngày_22_tháng_11_năm_2026'],
  ['tối đa 50 % chi phí, tháng 3/2027', 'tối đa 50_% chi phí, tháng_3/2027'],
  ['hàng năm 2 lần, 5 người đồng ý', 'hàng năm_2 lần, 5_người đồng ý'],
  ['không đồng ý, triệu tập', 'không đồng ý, triệu tập'],
])('%j is not torn apart where it must not be', (text, kept) => {
  expect(keepTogether(text).replaceAll('\u00a0', '_')).toBe(kept);
});
