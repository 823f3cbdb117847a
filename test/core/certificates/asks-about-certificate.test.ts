import { describe, expect, it } from 'vitest';
import { asksAboutCertificate } from '../../../core/certificates/asks-about-certificate.ts';
import { findCertificateFault, isDayLead } from '../../../core/certificates/certificate.ts';

describe('asking until when a certificate holds', () => {
  it.each([
    'giấy chứng nhận của tôi đến bao giờ',
    'giay chung nhan cua em den khi nao het han',
    'gcn nha em con han ko',
    'gcn sp cua htx den ngay nao',
    'GCN sản phẩm tiêu biểu của cơ sở mình hết hạn chưa ạ',
    'giay chung nhan mien dong cua toi con gia tri den bao gio',
    'san pham cua toi duoc cong nhan den nam nao',
    'cho em hỏi giấy chứng nhận của em sắp hết hạn chưa',
    'giay cn cua nha toi han den bao h, con han khong',
  ])('"%s" is about their own', (text) => {
    expect(asksAboutCertificate(text)).toBe('own');
  });

  it.each([
    'giấy chứng nhận có giá trị bao lâu',
    'giay chung nhan sp tieu bieu han may nam',
    'bao gio giay chung nhan het han',
  ])('"%s" may be about their own', (text) => {
    expect(asksAboutCertificate(text)).toBe('perhaps');
  });

  it.each([
    'giay chung nhan dang ky kinh doanh cua toi het han khi nao',
    'giay chung nhan attp cua em den bao gio het han',
    'gcn ocop cua toi con han khong',
    'giấy chứng nhận quyền sử dụng đất của tôi đến bao giờ',
    'bao gio toi duoc cap giay chung nhan',
    'khi nao em nhan giay chung nhan',
    'phieu cua toi den bao gio co ket qua',
    'giấy chứng nhận của tôi bị mất',
    'toi muon lam giay chung nhan',
    '',
  ])('"%s" is something else', (text) => {
    expect(asksAboutCertificate(text)).toBeUndefined();
  });
});

describe('the days of a certificate', () => {
  it.each([
    ['2023-09-15', '2023-09-15', 'certificate.ends-before-issue'],
    ['2023-09-15', '2023-09-16', undefined],
    ['2026-11-23', '2029-12-31', undefined],
    ['2026-11-24', '2029-12-31', 'certificate.issued-in-future'],
    ['2023-09-15', '2043-09-15', undefined],
    ['2023-09-15', '2043-09-16', 'certificate.too-long'],
    // One that is over is entered all the same: people ask about it.
    ['2019-09-15', '2022-12-31', undefined],
  ])('from %s to %s: %s', (issuedOn, validUntil, fault) => {
    expect(findCertificateFault({ issuedOn, validUntil }, { today: '2026-11-23' })).toBe(fault);
  });

  it('has leads of days only', () => {
    expect(['90-days', '1-day', '3-hours', '0-days', '1-days'].map(isDayLead)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});
