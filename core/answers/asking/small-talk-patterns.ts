import { ME, type Wishes, wish } from './wish-wording.ts';

const YOU = 'bạn|mày|bot|trợ lý|ad|admin|đây|bên này|em|cô|ông';

/** What is said around the matter itself: who answers, good-byes, thanks, greetings. */
export const SMALL_TALK: readonly Wishes[] = [
  wish(
    'about',
    [
      '[bạn|mày|bot|trợ lý|ad|admin|đây|bên này] ~2 [là] ~1 [ai|bot|robot|rô bốt|chatbot|máy à|máy hả|máy hay|người hay]',
      '[mi|mày|bạn|cậu|bot|đây|ông|bà] là ~1 [đứa|người|cái|thằng|con] [nào|mô|chi|gì]',
      '[em|cô|chú|anh|chị] là [ai|bot|robot|chatbot|máy hay|người hay]',
      '[bot|robot] [à|hả|ạ|hử|phải không]',
      '[bot|máy|robot] hay ~2 [người|là người]',
      '[người|người thật] hay ~2 [máy|bot|robot|là máy]',
      '[phải|có phải] ~1 [là]? [người thật|robot|bot|máy|người] ~2 [không|hông|nỏ]',
      'ai [đang|đó|đây]? [trả lời|nhắn tin|nói chuyện|ở đó]',
      '[nói|nói chuyện|chat] với [ai|máy à|máy hả|máy hay|bot|robot]',
      '[giúp|làm] được [gì|chi|những gì]',
      '[bạn|mày|bot|trợ lý|ad] ~1 [tên] ~1 [gì|chi|là gì]',
      '[trợ lý|bot|trang] ~2 này ~2 [là gì|là chi|của ai|của đơn vị nào|làm gì]',
      'đây là ~3 [của ai|trang gì|chỗ nào|ai]',
      `[${YOU}] ~2 [làm|giúp|biết|hỗ trợ] ~1 được ~2 [gì|chi|những gì|việc gì]`,
      '[bạn|bot|trợ lý|ad] ~1 [làm|giúp|biết] ~2 [gì|chi]',
    ],
    {
      asks: true,
      unless: [
        'cán bộ ~2 là ai',
        'ai ~1 trực',
        'trung tâm ~1 [này]? giúp',
        '[ủy ban|ban giám khảo|ban giám đốc|ban tổ chức]',
        '[muốn|cho|cần] ~4 người thật',
        'không muốn',
        'hỗ trợ bao nhiêu',
      ],
    },
  ),
  wish(
    'goodbye',
    [
      '[tạm biệt|bye|bai bai|bái bai|goodbye|pp]',
      '[hẹn] ~2 [gặp lại|hôm khác|bữa khác|khi khác|lần sau|mai|dịp khác|bữa sau]',
      '[gặp lại] ~1 [sau|nhé|nha|nghe|bạn|ad]',
      `[thôi|vậy|rứa|thế] ~1 [${ME}|thôi|nhé|nha]? ~1 [chào|nghỉ|off|out|đi đây|dừng|về]`,
      `[${ME}] ~1 [off|out|nghỉ đây|đi đây|về đây|dừng ở đây|dừng đây|nghỉ đã]`,
      '[đi] ~1 [làm|ngủ|nương|rẫy|chợ|ăn|ruộng|đồng|rừng|nấu cơm|đón con|việc] ~1 [đây|đã|rồi|nhé|nha]',
      '[bữa khác|mai|hôm khác|lúc khác|khi khác|hôm sau|lần sau|bữa sau|tối|chiều] ~2 [hỏi tiếp|nói tiếp|hỏi sau|nhắn tiếp|hỏi lại|quay lại|hỏi thêm|nói chuyện tiếp]',
      '[nói sau|hỏi sau|tính sau|nhắn sau] ~1 [nhé|nha|nghe|hí|đi]?',
      '[khi nào|lúc nào|có gì|cần gì] ~2 [cần|thì]? ~2 [hỏi lại|hỏi sau|hỏi tiếp|quay lại]',
      '[chào] ~2 [nhé|nha|nghe|hí] ~1 [đi]?',
      '[ngủ ngon|ngày tốt lành|ngày vui|buổi tối vui|sức khỏe nhé|mạnh khỏe]',
      '[thôi|vậy thôi|rứa thôi] [nhé|nha|nghe|hí|rứa hí]',
      '[vậy thôi|rứa thôi|thế thôi] ~1 [chào|nhé|nha|ạ]',
      '[rứa hí|vậy hí]',
      'xin phép ~1 [dừng|nghỉ|đi|về|off|thôi]',
    ],
    { isSmallTalk: true, unless: [`[em|cháu|con|xin|kính] chào ~2 [nhé|nha] ~1 [em|cho]`, 'cần hỗ trợ'] },
  ),
  wish(
    'thanks',
    [
      '[cảm ơn|cám ơn|cảm tạ|thanks|thank|tks|đội ơn|biết ơn]',
      '[hiểu|biết|rõ|nắm được|yên tâm|nắm] rồi',
      '[hay quá|tốt quá|may quá|tuyệt quá|tuyệt vời]',
    ],
    { isSmallTalk: true, unless: ['chưa [hiểu|rõ|biết]', 'muốn', 'nhưng', 'xin', 'hỏi'] },
  ),
  wish(
    'greeting',
    [
      '[chào|hello|helo|hi|alo|hey] ~1 [ad|admin|bot|trung tâm|cán bộ|bác|anh|chị|em|cô|chú|o|bạn|các|mọi|buổi|có|alo]?',
      '[ad|admin|anh chị|trung tâm|em|bạn] ơi',
    ],
    { isSmallTalk: true },
  ),
];
