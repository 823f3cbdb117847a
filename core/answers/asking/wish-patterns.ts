import { SMALL_TALK } from './small-talk-patterns.ts';
import { ME, type Wishes, wish } from './wish-wording.ts';

// How wishes are worded, as people type them in Bắc Kạn, Thái Nguyên, Lai Châu and Bình–Trị Thiên: a verb of wishing or of
// stopping, and what it is about within a few words. See `compileWords` for the notation.
const STOP = 'đừng|ngừng|ngưng|dừng|thôi|khỏi|miễn|chấm dứt';
const NOT = 'không|hông|hổng|hong|nỏ|chẳng|chả|ứ';
const SEND = 'gửi|gởi|nhắn|báo|nhận|bắn|đưa|theo dõi';
const NEWS = 'tin|tin nhắn|tin tức|bản tin|thông báo|thông tin';
const PAPER = 'hồ sơ|phiếu|phiếu nhu cầu|đơn|đề án|yêu cầu';
const SENT = 'gửi|gởi|nộp|đăng ký|đăng kí|làm';
const BEFORE =
  'bữa trước|hôm trước|tuần trước|tháng trước|đợt trước|năm trước|bữa hổm|bữa nọ|hôm nọ|hôm bữa|đầu tháng|cuối tháng|hôm qua|bữa qua|bữa tê|lâu rồi|cả tháng|mấy tuần|mấy tháng|mấy bữa|mấy hôm|lâu lắm';
const PROGRESS =
  'sao rồi|răng rồi|thế nào rồi|ra sao rồi|tới đâu|đến đâu|tới mô|đến mô|đi tới đâu|duyệt chưa|được duyệt|xong chưa|kết quả|có tin|đã được chưa|chưa thấy|không thấy|chưa nghe|chưa báo|sao chưa|có ai xem|bị trả lại|bị trả về|bị từ chối|bước nào|bước mô|khâu nào|tình trạng|tiến độ|trạng thái|nhận được chưa|đâu rồi';
const OFFICER =
  'cán bộ|người thật|người thực|nhân viên|tư vấn viên|chuyên viên|người phụ trách|người tư vấn|con người|lãnh đạo|người có trách nhiệm|người của trung tâm|người ta';
const DATA = 'dữ liệu|thông tin|thông tin cá nhân|tin nhắn|số điện thoại|tài khoản|lịch sử|tên|ảnh|hình|số';
const USE = 'dùng|xài|sử dụng|lưu|giữ|xử lý|lấy';
const WHEN = 'khi nào|bao giờ|lúc nào|chừng nào|khi mô|bao chừ|chừng mô|ngày nào|bữa nào|bữa mô|khi';
const TELL = 'nhắc|báo|nhắn|gọi|alo|hú|ới|thông báo|nhắc nhở|nói';
const TIME = 'khi|lúc|trước|hạn|đợt|tới|gần|sắp|ngày|chừng nào|hết hạn|mở';
const WANT = 'muốn|xin|cần|cho|định|tính|nhờ|giúp|để|mong|giờ|hãy|nguyện vọng';
const REGISTER =
  'đăng ký|đăng kí|ghi danh|ghi tên|gửi phiếu|gởi phiếu|làm phiếu|nộp phiếu|điền phiếu|làm hồ sơ|nộp hồ sơ|gửi hồ sơ|nộp đơn|làm đơn|gửi nhu cầu|gởi nhu cầu|mở phiếu|ghi phiếu';
const CONTEST = 'bình chọn|tiêu biểu|dự thi|đi thi|thi sản phẩm';

/** In order: the first that fits is met. */
export const WISHES: readonly Wishes[] = [
  wish(
    'withdraw-consent',
    [
      '[rút|rút lại|hủy|bỏ|thu hồi|thu lại] ~4 [đồng ý|đồng thuận|chấp thuận|cho phép]',
      '[đồng ý|chấp thuận] ~6 [rút|rút lại|hủy|muốn bỏ|đổi ý|nghĩ lại]',
      `[${NOT}|thôi|hết] ~1 [đồng ý] ~6 [nữa|nựa|mô]`,
      `[${NOT}] ~2 [đồng ý] ~3 [${USE}] ~3 [thông tin|dữ liệu|số|ảnh]`,
      `[${NOT}] ~3 [cho|cho phép|được|muốn] ~4 [${USE}] ~3 [thông tin|dữ liệu|số|số điện thoại|ảnh]`,
      `[${STOP}] ~2 [${USE}] ~2 [thông tin|dữ liệu|số|số điện thoại|ảnh]`,
    ],
    { unless: ['cho [em|tôi|tui] [xem|coi]', 'có được dùng', 'lấy thông tin ở'] },
  ),
  wish(
    'my-data',
    [
      `[xóa|gỡ|xoá] ~4 [${DATA}|tất cả] ~6 [${ME}]`,
      `[xóa|gỡ|xoá] ~3 [dữ liệu|thông tin|tài khoản|số điện thoại]`,
      `[xem|coi|tải|lấy|gửi|xuất|kiểm tra|sửa|đổi|cập nhật] ~5 [dữ liệu|thông tin|thông tin cá nhân|tin nhắn] ~2 của? ~1 [${ME}]`,
      '[bỏ|hủy] ~2 [dữ liệu|thông tin cá nhân|thông tin của]',
      `[xem|coi|tải về|tải] ~2 [dữ liệu|thông tin cá nhân]`,
      `[xem|coi] ~2 [thông tin|những gì] ~2 [đã khai|khai|đã gửi]`,
      `[sửa|đổi|sửa lại|cập nhật|khai sai|ghi sai|nhập sai] ~3 [số điện thoại|thông tin|tên|địa chỉ] ~3 [của|${ME}|sửa|sửa lại|đổi]`,
      `[lưu|giữ|có|biết|thu thập] ~2 [những|các]? ~1 [thông tin|dữ liệu]? ~1 [gì|chi|nào] ~2 [về|của] ~1 [${ME}]`,
      `[lưu|giữ|biết] ~2 [thông tin|dữ liệu] ~2 [gì|chi|nào] ~2 [${ME}]`,
    ],
    {
      unless: [
        'bao lâu',
        'có bị',
        'cho ai',
        '[có|những] ai',
        'bảo mật',
        'tên doanh nghiệp',
        'đề án',
        'để làm gì',
        'làm chi',
      ],
    },
  ),
  wish(
    'stop-news',
    [
      `[${STOP}] ~3 [${SEND}] ~4 [${NEWS}]`,
      `[${STOP}|hết] ~3 [${SEND}|nhắn tin|gửi tin|nhắc|nhắc nhở|spam|làm phiền|quảng cáo|thông báo] ~6 [nữa|nựa]`,
      `[${STOP}] ~2 [nhắn tin|gửi tin|gởi tin|nhắn|gửi|gởi|nhắc|nhắc nhở|spam|làm phiền|phiền|quảng cáo]`,
      `[${NOT}] ~1 [muốn|cần|phải|có|thích|nhận|cho] ~2 [${SEND}|đọc|nghe] ~3 [${NEWS}]`,
      `[${NOT}] ~1 [muốn|cần|phải|thích|nhận|có] ~2 [nhận|nhắc|nhắn|báo|gửi] ~5 [nữa|nựa|mô|đâu]`,
      `[${NOT}] nhận ~2 [${NEWS}]`,
      `[${NOT}|thôi] ~2 [nhắc|nhắn|nhắn tin] ~3 [nữa|nựa]`,
      `[tắt|hủy|bỏ|ngắt|khóa|chặn|thoát|dừng|ngừng|hủy đăng ký] ~3 [${NEWS}|nhắc|nhắc hẹn|nhắc nhở|theo dõi|nhận tin]`,
      `[nhắn|gửi|tin|thông báo|nhắn tin] ~3 [nhiều|hoài|miết|suốt|quá] ~3 [${STOP}|tắt|phiền]`,
      `[phiền|nhiều|hoài] ~3 [${STOP}|tắt] ~1 [đi|lại|giúp|hộ|giùm|nhắn|gửi]`,
      'chớ ~1 [gửi|gởi|nhắn|nhắc] ~5 [nữa|tin]',
      `[đọc|xem] ~2 tin ~3 [đừng|khỏi] [gửi|nhắn]`,
    ],
    {
      unless: [
        `[${NOT}] ~1 [nhận|gửi|nhắn] ~1 [được|thấy]`,
        'bao bì',
        'đúng [rồi|hết|cả|đấy|đó|ạ|vậy]',
        '[đừng|chớ] [hủy|bỏ|xóa]',
        'bỏ đề án',
        'dừng đề án',
        'dùng thông tin',
        'thời gian [nhận|nộp|gửi]',
        '[cho|muốn|cần] ~1 [nhận tin lại|bật]',
      ],
    },
  ),
  wish(
    'officer',
    [
      `[gặp|nói chuyện|trao đổi|liên hệ|chat|nối máy|kết nối|chuyển|trò chuyện|nói|hỏi thẳng|hỏi trực tiếp|gọi điện|liên lạc] ~4 [${OFFICER}]`,
      `[cho|để|nhờ|cử|bảo|kêu|mời|xin] ~2 [${OFFICER}|người|ai] ~3 [gọi|gọi lại|trả lời|tư vấn|liên hệ|nói chuyện|gặp|giải thích|hỗ trợ trực tiếp]`,
      `[cho|muốn|cần|xin|để|được|giúp] ~3 [gặp|nói chuyện với|trao đổi với] ~2 [${OFFICER}|người|ai|ai đó|anh|chị]`,
      `[gọi|gọi điện|điện] ~1 lại? ~1 cho [${ME}] [với|cái|được|nhé|nha|đi|lại|ngay]?`,
      `[cần|muốn|tìm] ~2 [${OFFICER}] ~3 [trực tiếp|trả lời|tư vấn|gọi]?`,
      `[${NOT}] ~2 [nói|nói chuyện|chat|hỏi] ~1 [với]? [máy|bot|robot] ~2 nữa?`,
      'có ai ~3 người thật ~5 [không|hông|nỏ]?',
      '[ai|người] ~3 [là]? người thật ~3 [trả lời|nói|không]',
      '[đừng|không muốn] ~2 [bot|robot|máy] [trả lời|nói]',
      '[cho|để] ~2 trao đổi ~1 trực tiếp',
      '[gặp|hỏi|nói chuyện] ~2 [trực tiếp] ~2 [người|ai|cán bộ]?',
    ],
    {
      unless: [
        '[làm sao|làm thế nào|cách nào|làm răng] ~2 [để|mà|gặp]',
        '[gặp|hỏi|liên hệ] ~3 [ở đâu|chỗ nào|ở mô|chỗ mô|mấy giờ]',
        'chuyển giao',
        '[khiếu nại|phản ánh|tố cáo]',
        'là bot hay',
        'máy hay',
        'người hay',
      ],
    },
  ),
  wish(
    'status',
    [
      `[${PAPER}] ~6 [của|${ME}|${SENT}|${BEFORE}|hôm nọ|bữa hổm] ~8 [${PROGRESS}]`,
      `[${SENT}] ~5 [${BEFORE}|rồi] ~8 [${PROGRESS}|chưa ai|không ai]`,
      `[${BEFORE}] ~5 [${SENT}] ~8 [${PROGRESS}|chưa ai|không ai]`,
      `[${PAPER}|đăng ký] ~3 [sao rồi|răng rồi|tới đâu rồi|đến đâu rồi|tới mô rồi|đến mô rồi|thế nào rồi]`,
      `[kiểm tra|xem|coi|tra|tra cứu|hỏi thăm|hỏi|biết] ~4 [tình hình|tình trạng|tiến độ|kết quả|trạng thái] ~3 [${PAPER}]`,
      `[kiểm tra|tra cứu|xem|coi] ~2 [${PAPER}] ~3 [của|${BEFORE}|hôm nọ|em|tôi|tui|mình|cháu]`,
      `[kiểm tra|tra|xem|coi] ~3 [${PAPER}] ~7 [${PROGRESS}]`,
      `[${PAPER}] ~6 của ~1 [${ME}|htx|hợp tác xã|xưởng] ~5 [thiếu|bổ sung|sót] ~1 [gì|chi|giấy|không|nữa]`,
      `[nhận được|thấy] ~3 [${PAPER}] ~3 [${ME}] ~3 chưa`,
      `[tiến độ|tình trạng|kết quả] ~2 [${PAPER}] ~4 [${ME}|thế nào|ra sao|sao rồi]`,
      `[đăng ký|đăng kí] ~1 của? [${ME}] ~3 [duyệt chưa|tới đâu|đến đâu|sao rồi|răng rồi|tới mô|kết quả|thế nào rồi]`,
    ],
    {
      asks: true,
      unless: [
        '[bao lâu|mấy ngày|bao nhiêu ngày|mất bao]',
        '[nếu|lỡ|nhỡ] ~9 thì',
        'thì [sao|làm sao|phải|có]',
        'đăng ký kinh doanh',
        '[nộp|gửi|gởi] rồi có',
        'chắc',
        '[cần|gồm] ~3 [giấy tờ|gì]',
        'bao nhiêu',
      ],
    },
  ),
  wish(
    'remind-me',
    [
      `[nhắc|nhắc nhở|nhắc nhỡ] ~1 [giúp|hộ|giùm|dùm|cho|lại]? [${ME}] ~5 [${TIME}|với|nhé|nha|nghe|hí|cái]?`,
      `[nhắc] [giúp|hộ|giùm|dùm|lại]`,
      `[${TELL}] ~2 cho? [${ME}] ~5 [${TIME}]`,
      `[${TELL}] ~1 [giúp|giùm|dùm|hộ em|hộ tôi|hộ tui|hộ cháu|hộ nhà em] ~2 [${ME}]? ~3 [${TIME}]`,
      `[${WHEN}|hễ|có|tới|đến|gần|sắp|mai mốt|nào] ~8 [báo|nhắn|gọi|alo|hú|ới|nói|thông báo|nhớ báo|bảo] ~2 [${ME}]`,
      `[${WHEN}|hễ|có|tới|đến|gần|sắp|hạn] ~8 [nhắc]`,
      '[nhớ] ~1 [nhắc|báo] ~2 [lại|cho]?',
      '[bật|mở|đặt|cài|hẹn] ~1 nhắc',
      '[đặt|hẹn|để lại|tạo|cài] ~2 [lịch nhắc|lời nhắc|nhắc|nhắc hẹn]',
    ],
    {
      unless: [
        `[${STOP}|${NOT}] ~3 [nhắc|nhắn|báo|gọi]`,
        'cán bộ',
        'gọi lại',
        'phải báo',
        'tin nhắn',
        'bao gồm',
        'bao nhiêu',
      ],
    },
  ),
  wish(
    'register-selection',
    [
      `[${WANT}|đăng ký|đăng kí|làm phiếu|nộp|tham gia] ~9 [${CONTEST}]`,
      `[đăng ký|đăng kí|tham gia|ghi tên|nộp] ~6 [${CONTEST}]`,
      '[đem|đưa|mang|gửi|gởi] ~6 [đi thi|dự thi|bình chọn|thi sản phẩm]',
      '[cho] ~3 [sản phẩm] ~4 [thi với|thi nhé|thi nha|thi đi|đi thi|dự thi|bình chọn]',
    ],
    {
      unless: [
        'đã được',
        '[bao giờ|khi nào|lúc nào|năm nào]',
        '[giấy chứng nhận|hết hạn|khiếu nại|thưởng|tiêu chí|điều kiện|hạn|thang điểm|nhóm]',
        `[chưa|đã|${NOT}] ~3 [bình chọn]`,
        'tiêu biểu ~5 [thì|được]',
        'có [dự thi|được]',
        'ocop hay',
      ],
    },
  ),
  wish(
    'register',
    [
      `[${WANT}|bắt đầu|hướng dẫn] ~5 [${REGISTER}]`,
      `[${REGISTER}] ~1 [cho|giúp|hộ|giùm|dùm] ~1 [${ME}]`,
      `[đăng ký|đăng kí|nộp phiếu|gửi phiếu] [luôn|ngay|đi|nhé|nha|với|liền|giúp|thôi|thử]`,
      `[ghi tên|ghi danh] ~1 [${ME}|sản phẩm]`,
      `[${ME}] [đăng ký|đăng kí|ghi danh] [nhé|nha|luôn|với|ạ]`,
      '[làm|cho|gửi] ~3 [cái|một|tờ] ~1 phiếu',
      '[làm|lập|viết|điền|ghi] ~1 [phiếu|đơn] ~1 [xin|nhu cầu|hỗ trợ]',
      `[muốn|xin|cần] ~2 [gửi|nộp|làm|điền|viết] ~1 [phiếu|hồ sơ|đơn|nhu cầu]`,
    ],
    {
      unless: [
        '[tiền|triệu|phí|để được]',
        '[đăng ký|đăng kí] rồi',
        `[${NOT}|chưa|đã] ~3 [đăng ký|đăng kí|làm hồ sơ|nộp hồ sơ|nộp đơn]`,
        '[đăng ký|đăng kí] ~1 [kinh doanh|nhãn hiệu|thương hiệu|bảo hộ|doanh nghiệp|thuế|xe|kết hôn|khai sinh|hộ khẩu|tin|nhận|sở hữu|thành lập|mã|hộ|mẫu|khám|học|thi|tạm|đất|kiểm|giấy|gì|môi|bản quyền|công ty|nguồn|ocop|sao|vietgap|iso|haccp|hữu cơ]',
        '[thế nào|làm sao|ra sao|ở đâu|chỗ nào|ở mô|làm răng|cách nào|kiểu gì]',
        '[khi nào|bao giờ|bao lâu|khi mô|hạn|hết hạn|mấy ngày|còn kịp]',
        '[bao nhiêu|thì cần|thì phải|thì có|cần gì|cần có|cần những|cần điều|có cần|có phải|mất phí|hộ nghèo]',
      ],
    },
  ),
  wish(
    'deadlines',
    [
      `[đợt|lượt] ~4 [${WHEN}|sắp tới|tới|tiếp|mới] ~4 [mở|có|nhận|đăng ký|là|bắt đầu|nhận phiếu]`,
      `[${WHEN}] ~3 [nhận|mở|có|thu|nhận phiếu] ~3 [phiếu|hồ sơ|đợt|đăng ký|đơn]`,
      `[${WHEN}] ~2 [mở đợt|có đợt|mới có|mở lại|nhận lại|mở nhận]`,
      '[còn|có|đang|đã|sắp] ~3 [nhận|mở|nhận phiếu] ~3 [phiếu|hồ sơ|đơn|đăng ký|đợt] ~4 [không|chưa|nữa|hông|nỏ|hay|nào|mô]',
      '[còn|có|đang|sắp] [mở|tới|đến|mấy]? [đợt|hạn] ~3 [nào|mô|không|gì|chi|nữa]',
      '[hạn|đợt] ~1 [gần nhất|sắp tới|tiếp theo|tới|này|kế tiếp] ~4 [nào|mô|mấy|gì|chi|không|chưa|giờ]?',
      '[hết hạn|đóng|khóa sổ|hết đợt] [chưa|rồi à|rồi hả]',
      '[còn kịp|kịp] ~3 [đợt|đăng ký|nộp|hạn]',
      '[lịch] ~2 [nhận|các đợt|đợt|nộp|đăng ký]',
      '[xem|coi] ~1 [các|mấy|những]? [hạn|đợt|lịch]',
      'đợt này ~4 [đến|tới|hết|đóng|hạn] ~3 [ngày|khi|bao giờ|bữa|mấy]',
      '[hạn chót|hạn cuối|hạn] đợt này',
      'còn ~1 [mấy|bao nhiêu] ngày ~2 [hết hạn|đóng|đến hạn|tới hạn|khóa sổ]',
      '[các|những|mấy] đợt ~4 [mở|nhận|đăng ký]',
      '[có|còn] [hạn|đợt] [nào|mô] ~3 [không|nữa|hông|nỏ]?',
    ],
    {
      asks: true,
      unless: ['bình chọn', 'tiêu biểu', 'gia hạn', '[nhắc|báo|nhắn] ~2 [em|tôi|tui|cháu]', 'giấy', 'du lịch'],
    },
  ),
  ...SMALL_TALK,
];
