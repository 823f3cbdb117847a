// Words that say little about what a question is about, by folded form. Weights multiply a syllable's rarity.

const FILLER = new Set(
  (
    'a ad admin ah anh ban bac bai can chao chau chi chu co con cung cho da di do e em gium giup ha ho hoi kia la ma minh nay ne ' +
    'nha nhe nhi nua oi qua roi shop thi ta toi tui the u vang va vay voi xin z ai dang day nhu deu cai vi luc khi neu hay nen tin ' +
    'biet nghe thay muon dinh hien tai ben nhung mot cac'
  ).split(' '),
);

const QUESTION_WORDS = new Set('bao nhieu nao gi dau sao khong duoc lam phai chua chang bn ko may ra nho'.split(' '));

/** Machines, products and trades: open lists. A question may name one that no article names and still be answered. */
const TRADE_WORDS = new Set(
  (
    'bun mien pho mi banh keo ruou che tra gao lua ngo khoai san dong rieng bot dau lac vung me dua mia duong mat ong nam moc nhi ' +
    'thit ca tom lap xuong suon gio cha nem mam dam tuong ot toi gung nghe que hoi sa tinh tre nua may tre song giang go moc ban ' +
    'ghe tu giuong van ep det tho cam vai soi theu may mac dan lat chieu coi gom su da bac dong sat thep nhom ren duc co khi ' +
    'tien phay han cat xay xat nghien ep say rang sao vo ham u lanh dong goi hut chan khong chiet rot tron nhao can trang thai boc ' +
    'tach hat phan loai cua bao son phun in khac laser cnc duc chung cat loc tiet trung chan nong hap luoc cay nuoc tinh khiet ' +
    'sua hop chai lo tui mac ca ca phe dieu tieu chuoi mit xoai vai nhan cam quyt buoi hong man dao chanh leo duoc lieu thuoc nam ' +
    'cao sam dong trung thao cay giong'
  ).split(' '),
);

const CLASS_WEIGHTS = { filler: 0.12, question: 0.35, trade: 0.3, money: 0.3, unknownNumber: 0.05 };

const MONEY_WORDS = new Set('trieu tr ty ti dong nghin ngan vnd'.split(' '));

const SUPPORT_WORDS = new Set('ho tro muc can gom nhung xin giup tien cap'.split(' '));

/** Whether a folded syllable is only polite. */
export function isFiller(folded: string): boolean {
  return FILLER.has(folded);
}

/** Whether a folded syllable says nothing of what a question is about. */
export function isEmptyWord(folded: string): boolean {
  return FILLER.has(folded) || QUESTION_WORDS.has(folded) || SUPPORT_WORDS.has(folded);
}

/** How much a syllable counts beside its rarity. `isKnown`: some article has it. */
export function classWeight(folded: string, isKnown: boolean): number {
  if (FILLER.has(folded)) return CLASS_WEIGHTS.filler;
  if (QUESTION_WORDS.has(folded)) return CLASS_WEIGHTS.question;
  if (MONEY_WORDS.has(folded)) return CLASS_WEIGHTS.money;
  if (/^\d/.test(folded) && !isKnown) return CLASS_WEIGHTS.unknownNumber;
  if (TRADE_WORDS.has(folded) && !isKnown) return CLASS_WEIGHTS.trade;
  return 1;
}
