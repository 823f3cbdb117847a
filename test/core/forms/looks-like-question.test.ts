import { describe, expect, it } from 'vitest';
import { looksLikeQuestion } from '../../../core/forms/looks-like-question.ts';
import { fold } from '../../../core/text/fold.ts';

describe('a question in the middle of a form', () => {
  it.each([
    'may say duoc ho tro bao nhieu',
    'mà tiền này có phải trả lại không',
    'ma tien nay co phai tra lai ko',
    'cần giấy tờ gì',
    'nộp hồ sơ ở đâu',
    'khi nào có kết quả',
    'làm nhãn hiệu như thế nào',
    'Cho em hỏi chút',
    'em muốn hỏi về hội chợ',
    'máy cũ có được hỗ trợ không ạ',
    'ntn moi duoc ho tro',
    'sao lâu thế?',
    'mấy ngày thì xong',
    'hộ gia đình có được không',
    'phải làm răng',
    'nếu không mua nữa thì có bị phạt không',
    'đã có quyết định chưa ạ',
    'giấy đó là gì đó em',
    'nộp ở đâu đó chị',
    'máy phải mua mới hay cũ được',
    'phải mua mới hay mua lại',
  ])('"%s" is one, with and without marks', (text) => {
    expect(looksLikeQuestion(text)).toBe(true);
    expect(looksLikeQuestion(text.normalize('NFD'))).toBe(true);
    if (!text.startsWith('mấy')) expect(looksLikeQuestion(fold(text))).toBe(true);
  });

  it.each([
    'Miến dong',
    'bún hay bánh phở',
    'Hợp tác xã Tài Hoan',
    'máy sấy',
    'sữa chua',
    'dầu lạc, đậu phụ',
    'rượu Bằng Phúc',
    'chè Thái Nguyên',
    'Cơ sở Mai Sao',
    'Nguyễn Thị Ái',
    'chưa rõ',
    'chưa có tên',
    'không',
    '400tr',
    '0900000001',
    'xã Mỹ Phương, Ba Bể',
    'đồ gỗ mỹ nghệ và mây tre đan',
    'Tổ hợp tác sản xuất miến Nà Nâu',
    'kẹo lạc',
    'bánh gai Tứ Trụ',
    'HTX Hoà Bình',
    'mì gạo, phở khô',
    'em muốn đi hội chợ mà chưa biết đi đâu',
    'đâu cũng được',
    'lúc nào cũng được ạ',
    'mua máy hút chân không',
    'khoảng hai ba chục triệu gì đó',
    'đâu đó 20 triệu',
    'cái máy nào đó bền bền',
    'làm từ hồi mười mấy tuổi, được 40 năm',
    'mấy mẹ con làm thôi',
    'mẹ làm ở nhà thôi chưa có giấy gì',
  ])('"%s" is none', (text) => {
    expect(looksLikeQuestion(text)).toBe(false);
    expect(looksLikeQuestion(fold(text))).toBe(false);
  });
});
