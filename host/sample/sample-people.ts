/**
 * Invented people of real trades of the province, so that a new copy has something to look at. Their phone numbers are
 * of no network. The pages mark them by `isSample`; the names in what they wrote carry the mark themselves.
 */
export type SampleDraft = {
  displayName: string;
  /** Commune of today, and the words in which its people name it. */
  commune: { code: string; asSaid: string };
  /** Hours before the start at which they came. */
  hoursAgo: number;
  said: { from: 'person' | 'centre'; text: string }[];
  request?: {
    code: string;
    isInReview: boolean;
    need: { value: string; raw: string };
    product: string;
    establishment?: string;
    legalForm: { value: string; raw: string };
    phone: string;
    price?: { vnd: number; raw: string };
  };
  question?: string;
};

export const sampleDrafts: readonly SampleDraft[] = [
  {
    displayName: 'Bà Hoàng Thị Miến',
    commune: { code: '02185', asSaid: 'xã Côn Minh, Na Rì' },
    hoursAgo: 50,
    said: [
      { from: 'person', text: 'htx mien dong muon xin ho tro mua may say' },
      { from: 'centre', text: 'Đã nhận phiếu KC-MAU-0001. Cán bộ sẽ xem và nhắn lại cho anh/chị.' },
      { from: 'centre', text: 'Cán bộ đang xem xét phiếu KC-MAU-0001.' },
    ],
    request: {
      code: 'KC-MAU-0001',
      isInReview: true,
      need: { value: 'machinery', raw: 'may say mien' },
      product: 'Miến dong',
      establishment: 'HTX Miến dong Côn Minh (mẫu)',
      legalForm: { value: 'cooperative', raw: 'htx' },
      phone: '0900000001',
      price: { vnd: 400_000_000, raw: '400tr' },
    },
  },
  {
    displayName: 'Ông Triệu Văn Men',
    commune: { code: '01933', asSaid: 'xã Bằng Phúc, Chợ Đồn' },
    hoursAgo: 26,
    said: [
      { from: 'person', text: 'ruou bang phuc muon lam tem nhan' },
      { from: 'centre', text: 'Đã nhận phiếu KC-MAU-0002. Cán bộ sẽ xem và nhắn lại cho anh/chị.' },
    ],
    request: {
      code: 'KC-MAU-0002',
      isInReview: false,
      need: { value: 'packaging', raw: 'tem nhãn, chai' },
      product: 'Rượu men lá Bằng Phúc',
      establishment: 'Hộ kinh doanh rượu Bằng Phúc (mẫu)',
      legalForm: { value: 'business-household', raw: 'ho kinh doanh' },
      phone: '0900000002',
      price: { vnd: 60_000_000, raw: '60 triệu' },
    },
  },
  {
    displayName: 'Chị Lường Thị Phở',
    commune: { code: '01969', asSaid: 'thị trấn Phủ Thông' },
    hoursAgo: 5,
    said: [
      { from: 'person', text: 'nha lam pho kho, muon mua may thai, may say' },
      { from: 'centre', text: 'Đã nhận phiếu KC-MAU-0003. Cán bộ sẽ xem và nhắn lại cho anh/chị.' },
    ],
    request: {
      code: 'KC-MAU-0003',
      isInReview: false,
      need: { value: 'machinery', raw: 'máy thái, máy sấy' },
      product: 'Phở khô Phủ Thông',
      legalForm: { value: 'unregistered', raw: 'chua dang ky' },
      phone: '0900000003',
    },
  },
  {
    displayName: 'Anh Nông Văn Chè',
    commune: { code: '05818', asSaid: 'xã La Bằng, Đại Từ' },
    hoursAgo: 3,
    said: [
      { from: 'person', text: 'che la bang muon di hoi cho ngoai tinh thi hoi ai' },
      { from: 'centre', text: 'Trợ lý đã gửi câu hỏi này cho cán bộ.' },
    ],
    question: 'che la bang muon di hoi cho ngoai tinh thi hoi ai',
  },
];
