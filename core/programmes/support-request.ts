import type { Programme } from './programme.ts';

/**
 * The request (phiếu nhu cầu) with which every dossier begins: at most eight questions after consent.
 * The kinds of support follow the nine groups of NĐ 45/2012 Điều 4, as amended (facts 2.1), in the words of producers;
 * the legal forms follow NĐ 235/2025 Điều 1 khoản 1 (facts 1.2), and "not registered yet", whom an officer advises.
 */
export const supportRequest: Programme = {
  id: 'support-request',
  form: {
    id: 'request',
    version: 1,
    questions: [
      {
        id: 'need',
        field: {
          kind: 'choice',
          options: [
            {
              id: 'machinery',
              aliases: [
                'may',
                'may moc',
                'mua may',
                'thiet bi',
                'day chuyen',
                'lo say',
                'chuyen giao cong nghe',
                'mmtb',
              ],
            },
            { id: 'demonstration', aliases: ['mo hinh', 'trinh dien', 'mo hinh trinh dien', 'san xuat thu'] },
            { id: 'trademark', aliases: ['nhan hieu', 'thuong hieu', 'logo', 'dang ky nhan hieu', 'bao ho'] },
            {
              id: 'packaging',
              aliases: ['bao bi', 'mau ma', 'tem', 'tem nhan', 'nhan mac', 'vo hop', 'tui', 'thiet ke'],
            },
            { id: 'fair', aliases: ['hoi cho', 'trien lam', 'gian hang'] },
            {
              id: 'training',
              aliases: ['tap huan', 'dao tao', 'day nghe', 'hoc nghe', 'truyen nghe', 'lop hoc', 'boi duong'],
            },
            {
              id: 'other',
              aliases: [
                'viec khac',
                'chua ro',
                'chua biet',
                'khong ro',
                'khong biet',
                'ko ro',
                'ko biet',
                'phong trung bay',
                'lap doanh nghiep',
                'thanh lap cong ty',
                'xu ly moi truong',
                'cum cong nghiep',
                'san xuat sach hon',
              ],
            },
          ],
        },
      },
      { id: 'product', field: { kind: 'text', maxLength: 200 } },
      { id: 'commune', field: { kind: 'place' } },
      {
        id: 'establishment',
        field: { kind: 'name', of: 'establishment' },
        skip: { phrases: ['chua co ten', 'khong co ten', 'ko co ten', 'khong ten', 'chua dat ten', 'chua co'] },
      },
      {
        id: 'legal-form',
        field: {
          kind: 'choice',
          options: [
            {
              id: 'enterprise',
              aliases: ['doanh nghiep', 'cong ty', 'dn', 'dntn', 'tnhh', 'cty', 'co phan', 'doanh nghiep tu nhan'],
            },
            { id: 'cooperative', aliases: ['hop tac xa', 'htx', 'lien hiep hop tac xa', 'lh htx'] },
            { id: 'cooperative-group', aliases: ['to hop tac', 'tht', 'to hop', 'nhom ho'] },
            {
              id: 'business-household',
              aliases: ['ho kinh doanh', 'hkd', 'ho kd', 'ho ca the', 'ho kinh doanh ca the'],
            },
            {
              id: 'unregistered',
              aliases: [
                'chua dang ky',
                'chua dk',
                'chua co giay phep',
                'ho gia dinh',
                'gia dinh',
                'ca nhan',
                'lam nha',
                'chua co dang ky',
              ],
            },
          ],
        },
      },
      { id: 'contact-name', field: { kind: 'name', of: 'person' } },
      { id: 'phone', field: { kind: 'phone' } },
      {
        id: 'price',
        // Outside of these a slip is likelier than the truth, so the sum is asked back; nothing is refused.
        field: { kind: 'money', plausibleVnd: { min: 1_000_000, max: 100_000_000_000 } },
        wordedBy: 'need',
        skip: {
          phrases: [
            'chua ro',
            'chua biet',
            'chua co gia',
            'chua hoi gia',
            'chua tinh',
            'khong ro',
            'khong biet',
            'ko ro',
            'ko biet',
            'k biet',
            'chua chac',
          ],
        },
      },
    ],
  },
};
