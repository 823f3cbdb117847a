import { describe, expect, it } from 'vitest';
import { readPhotoRemoval } from '../../../core/photos/read-removal.ts';

describe('a wish to take a photo away', () => {
  it.each([
    ['xoá ảnh 2', 2],
    ['xóa ảnh số 2 đi', 2],
    ['xoa anh thu hai', 2],
    ['bo anh 1 giup em', 1],
    ['bỏ cái ảnh đầu tiên', 1],
    ['xoá ảnh thứ nhất', 1],
    ['huỷ ảnh thứ tư', 4],
    ['xoa hinh 3', 3],
    ['xoá ảnh vừa gửi', 'last'],
    ['xoa anh vua roi', 'last'],
    ['xoa anh moi gui nham', 'last'],
    ['cho em xoá ảnh cuối nhé', 'last'],
    ['xoá ảnh này', 'last'],
    ['xoa anh', 'last'],
    ['xoá tấm ảnh vừa gửi', 'last'],
    ['xoá hết ảnh', 'all'],
    ['xoá tất cả ảnh', 'all'],
    ['xoa anh het di', 'all'],
  ])('"%s" is %j', (text, removal) => {
    expect(readPhotoRemoval(text)).toBe(removal);
  });

  it.each([
    'xong',
    'xoá phiếu',
    'xoá dữ liệu của tôi',
    'ảnh báo giá',
    'xoá ảnh có mất phiếu không',
    'máy ép bỏ ảnh hưởng môi trường',
    'bố anh Nam',
    'xoá ảnh 0',
    'gửi ảnh 2',
  ])('"%s" is none', (text) => {
    expect(readPhotoRemoval(text)).toBeUndefined();
  });
});
