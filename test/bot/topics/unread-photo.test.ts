import { expect, it } from 'vitest';
import type { UnreadPhoto } from '../../../records/inbound.ts';
import { prepareRequestHouse } from './request-house.ts';

const { begun } = prepareRequestHouse();

it.each<[UnreadPhoto, what: string, todo: string]>([
  ['photo-unread', 'chưa mở được ảnh', 'gửi lại, hoặc chụp ảnh mới'],
  ['photo-too-large', 'nặng quá', 'gửi lại dạng ảnh'],
  ['photo-wrong-type', 'loại tệp Trợ lý chưa mở được', 'chụp màn hình'],
  ['photo-no-room', 'chỗ chứa ảnh đang đầy', 'gặp cán bộ'],
])(
  '%s: the person reads what happened and what to do, and then the question where they stood',
  async (kind, what, todo) => {
    const lan = await begun(3);
    const { text } = await lan.sendUnread(kind);
    expect(text.toLowerCase()).toContain(what.toLowerCase());
    expect(text).toContain(todo);
    expect(text).toContain('Câu 4/8');
  },
);
