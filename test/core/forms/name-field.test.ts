import { describe, expect, it } from 'vitest';
import { readNameField } from '../../../core/forms/fields/text-fields.ts';

describe('the name of a person', () => {
  it.each([
    ['tôi tên là Nguyễn Thị Hoa ạ', 'Nguyễn Thị Hoa'],
    ['nguyễn thị hoa nhé', 'Nguyễn Thị Hoa'],
    ['Trần Văn A', 'Trần Văn A'],
    ['trần văn bình', 'Trần Văn Bình'],
  ])('is read out of "%s"', (text, value) => {
    expect(readNameField(text, { of: 'person' })).toEqual({ kind: 'value', value });
  });

  it.each(['0900000001', 'http://example.org', '…'])('is not "%s"', (text) => {
    expect(readNameField(text, { of: 'person' }).kind).toBe('unread');
  });
});
