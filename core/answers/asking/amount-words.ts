import { readTable } from '../typing/read-table.ts';
import { type Syllable, splitSyllables } from '../typing/syllables.ts';

// What may stand in a question about the support for a price without changing what the sum is. Everything else leaves it
// open: then no sum is asserted. Written with accents; commas part phrases, the names before the colons are for the reader.

/** Words of asking, being polite, saying who one is and what one wants to buy. */
const FRAME_WORDS: readonly string[] = wordsOf(`
asking: phải, tự, góp, ri, rày, thảy, cả thảy, cụm, gấp, khử, miếng, ướp, mẻ, động, dàn, hợp, khi, rưỡi, rưởi, nghìn, ngàn, bao nhiêu, nhiêu, nhiu, nhu, bao nhiu, bn, mấy, được, dc, đặng, đc, gì, sao, ra sao, thế nào, như thế nào, chừng nào, mức nào,
    không, ko, k, hong, hông, phần trăm, phần, nửa, một nửa, tiền, đồng, đ, vnd, triệu, tr, trăm, chục, củ, tỷ, tối đa, nhiều nhất, cao nhất,
    kịch trần, kịch kim, mức, số tiền, con số, tổng cộng, bao tiền, là, hay, tức là, tương đương, tính, tính ra, ra, hết, cỡ
support: hỗ trợ, hổ trợ, hộ trợ, ht, htro, trợ giúp, giúp, giúp đỡ, phụ, đỡ, cho, cấp, chịu, gánh, lo, bù, bỏ ra, trả, xin, nhận, nhận về, lợi,
    khuyến công, nhà nước, chính phủ, trung tâm, tỉnh, bên mình, chương trình, chính sách, quốc gia, trung ương, địa phương, nguồn, mong, đề nghị,
    được nhận, được hưởng, hưởng
manners: dạ, vâng, thưa, chào, kính, alo, ơi, ạ, ah, à, á, nhé, nhe, nha, nhỉ, hỉ, hè, hả, ha, hen, vậy, zậy, z, v, vầy, thế, rứa, rồi, ad, admin, shop, giùm,
    dùm, giúp em, với, cảm ơn, cám ơn, trước, hỏi, hỏi thăm, cho hỏi, biết, muốn biết, xem, xem giúp, về, đây, này, kia, đó, ấy,
    mà, thì, nếu, nếu như, giả sử, ví dụ, lỡ như, vd, trường hợp, nhưng, và, còn, cũng, đều, chỉ, chắc, ngay, luôn, lắm, thôi, nữa thôi, ý, cái, con, chiếc, em nó,
    trong, ngoài, trên, của, để, mới biết, lại, ai ơi, làm ơn, ước chừng, chẵn
people: em, anh, chị, tôi, tui, mình, cháu, con, chú, bác, cô, ông, bà, o, dì, thím, mạ, ba, má, bố, mẹ, chồng, vợ, con trai, họ, người ta, người, tụi em, bọn em, bạn,
    chúng tôi, chúng em, nhà, bên, hợp tác xã, htx, tổ hợp tác, hộ, hộ kinh doanh, cá thể, kinh doanh, hkd, doanh nghiệp, công ty, cty, tnhh, tư nhân, xưởng, cơ sở, nhà xưởng, làng nghề,
    bà con, cán bộ, sếp, người tày, người nùng, người dao, người mông, dân tộc, phụ nữ, trẻ, cơ sở sản xuất, thợ, nghèo, tổ, nhóm, làng, nghề
buying: mua, mua mới, mua sắm, sắm, sắm sửa, tậu, đầu tư, lắp, lắp đặt, trang bị, cần, muốn, mún, định, đang định, tính, dự định, dự kiến, chuẩn bị, đang, sẽ, sắp, có ý, nhắm,
    chọn, lấy, lên, thay, đổi, nâng cấp, thêm, làm, mần, xây dựng, dựng, sản xuất, chế biến, kỹ thuật, công nghệ, trình diễn, mới, mới nguyên, mới tinh, mới cứng, hoàn toàn, một, có,
    vào, dùng, sử dụng, chế tạo, đặt làm, bỏ, chi, tiền mua, nhu cầu, nhập khẩu, chính hãng, nội địa, trong nước, chạy, phục nguyên
price: giá, khoảng, tầm, chừng, độ, tổng, trị giá, giá trị, chi phí, kinh phí, báo giá, báo, giá bán, giá chào, chào, chào hàng, đơn giá, nguyên giá, hết, tốn, mất, ngần, cả, bằng, mỗi tội, nguyên bộ, vat, thuế vat
time: giờ, bây giờ, nay, năm nay, năm sau, sang năm, năm tới, hiện nay, hiện tại, lúc này, chừ, bữa nay, đợt này, tới
`);

/** What machines are called after: what they do, and to what. Where marks were typed, they must be these. */
const NAME_WORDS: readonly string[] = wordsOf(`
work: sấy, xay, nghiền, ép, rang, sao, vò, ủ, đóng, gói, hút, chân không, chiết, rót, trộn, nhào, cán, tráng, thái, lát, bóc, tách, hạt, phân loại, cưa, bào, bao, tiện, phay,
    hàn, cắt, khắc, laser, cnc, 3d, đục, chưng, cất, cô, đặc, lọc, tiệt, trùng, hấp, luộc, dệt, may, thêu, in, đùn, đột, dập, uốn, mài, đánh, tơi, bóng, khoan, nhuộm, cuốn, quấn, cuộn, se, xe, sợi, chẻ,
    chuốt, vót, đan, băm, tẽ, xát, rửa, gọt, dán, cạnh, nhãn, nắp, chai, lon, hộp, túi, lọ, màng, co, dò, bắn, màu, sàng, rây, nén, khí, sục, bơm, nhiệt, nung, men, phun, sơn, tĩnh điện, thăng hoa,
    lạnh, cấp đông, đông, hơi, gas, ga, điện, than, củi, trấu, rơm, đá, viên, bánh, ống, vòng, trục, vít, quay, đứng, nằm, ngang, tự động, bán tự động, công nghiệp, mini, cỡ, loại, lớn, to, nhỏ,
    bé, vừa, đa năng, tầng sôi, đối lưu, năng lượng, mặt trời, mặt, plasma, hồng ngoại, vi sóng, siêu âm, công nghệ cao, liên hoàn, khép kín, sơ chế, bảo quản, trữ, chiên, rán, nướng, quết,
    giã, nấu, đun, cháo, hòa, tan, đồng hóa, ly tâm, tạo, tạo hạt, ra, thô, tinh, tinh chế, dẻo, nở, bung, phồng, cắt lát, xẻ, xẻ sấy, bóc vỏ, vỏ, sạch, khô, ướt, tươi, kéo, đập, chà, chải, ép viên, kim loại,
    kiểm, cân, định lượng, đếm, hàn túi, lò, sợi, bật, bông, tuốt, lột, ngâm, diệt, khuẩn, độc tố, heat pump, bơm nhiệt, thấp, cao, chiết xuất, cắt gọt, dầm, lên men, đúc, rèn, mạ, lốc, chấn, tôn
goods: bún, miến, phở, mì, mỳ, bánh, đa, cuốn, tét, chưng, gai, khảo, quy, kẹo, dồi, mứt, ô mai, rượu, bia, chè, trà, gạo, lúa, ngô, khoai, sắn, mì, dong, riềng, bột, tinh bột, đậu, phụ, đỗ, tương, tào phớ, tàu hũ, tàu hủ, ky,
    lạc, phộng, vừng, mè, dầu, dừa, mía, đường, mật, ong, nấm, mộc nhĩ, thịt, cá, tôm, mực, lạp, sườn, xưởng, xúc xích, giò, chả, lụa, nem, chua, ruốc, mắm, nước, nước mắm, giấm, ớt, tỏi, đen, gừng, nghệ, hành, quế, hồi, sả, tiêu, cà phê, cafe, ca cao, mắc ca,
    macca, điều, chuối, mít, xoài, vải, vải thiều, thiều, nhãn, cam, quýt, bưởi, hồng, mận, đào, chanh, leo, thanh long, dược liệu, thuốc, thuốc nam, thuốc lá, sâm, cao, linh chi, đông trùng, hạ thảo, atiso, giảo cổ lam, thạch, thạch đen, sữa, chè xanh, búp, lá,
    măng, tre, nứa, mây, giang, trúc, luồng, gỗ, ván, bóc, dăm, mùn, pallet, giường, tủ, bàn, ghế, đũa, tăm, nan, mành, chổi, chít, đót, chiếu, cói, nón, hương, nhang, nến, xà phòng, gạch, ngói, không nung, xi măng, bê tông, cát, sỏi, cống,
    sắt, thép, nhôm, đồng, inox, cơ khí, kim khí, nhựa, bao bì, giấy, bìa, thùng, vải, thổ cẩm, tơ, tằm, len, chỉ, quần áo, áo, da, giày, dép, gốm, sứ, phân, hữu cơ, vi sinh, cám, thức ăn, chăn nuôi, bã, đá viên, nước đá, tinh khiết, đóng chai, đóng bình,
    nông sản, lâm sản, thủy sản, thực phẩm, nông lâm sản, rau, củ, quả, củ quả, trái cây, hoa quả, hoa, giá đỗ, giá đỡ, hạt nêm, hạt giống, viên nén, viên nang, nang, than, than củi, sinh khối, tinh dầu, bơ, kem, yến, trứng, gà, lợn, heo, trâu, bò, gác bếp, khô,
    vỏ, trấu, lon, vịt, đồ gỗ, mỹ nghệ, thủ công, lưới, dây, cáp, ốc, bulong, cửa, nội thất, đồ, hàng, sản phẩm, nguyên liệu, phế phẩm, phụ phẩm, bát, lưu ly, đất, ván ép, ép ván, răng, lược, lông
`);

/**
 * Phrases with words that would leave a doubt by themselves and leave none here. Heard before any doubt; "*" stands for up to
 * three syllables.
 */
export const HARMLESS_PHRASES: readonly string[] = phrasesOf(`
places: an giang, bắc ninh, cà mau, cao bằng, cần thơ, đà nẵng, đắk lắk, điện biên, đồng nai, đồng tháp, gia lai, hà nội, hà tĩnh,
    hải phòng, hưng yên, khánh hòa, lai châu, lạng sơn, lào cai, lâm đồng, nghệ an, ninh bình, phú thọ, quảng ngãi, quảng ninh, quảng trị,
    sơn la, tây ninh, thái nguyên, thanh hóa, hồ chí minh, tuyên quang, vĩnh long, bắc kạn
asking: phần trăm, mấy trăm triệu, mấy trăm, mấy chục triệu, mấy chục, mấy triệu, trăm triệu hay, gia công, áp dụng, xử lý, năng suất cao, mua về dùng
not old: không phải máy cũ, chứ không phải máy cũ, chứ không phải cũ, không phải đồ cũ, không phải hàng cũ, không mua máy cũ, thay máy cũ, thay cái máy cũ, thay thế máy cũ, thay cho máy cũ, bỏ máy cũ,
    máy cũ hỏng rồi, máy cũ hỏng, máy cũ nhà em hỏng rồi, máy cũ nhà em hỏng, máy cũ hư rồi, máy cũ hư, máy cũ yếu rồi, máy cũ yếu, máy cũ của em hỏng, máy cũ hết hơi, máy cũ nát rồi, máy cũ nát, máy cũ xuống cấp, máy cũ rồi hỏng, quảng bình cũ, bắc kạn cũ, tỉnh cũ, huyện cũ, xã cũ, xưởng cũ, nhà cũ, cách cũ, kiểu cũ, lò cũ, nghề cũ, máy cũ chạy chậm, mới 100, mới hoàn toàn, mới một trăm phần trăm
not bought: hỗ trợ mới mua, rồi mới mua, thì mới mua, mới dám mua, mới tính mua, chưa mua, chưa mua gì, chưa sắm, chưa lắp, chưa đặt, chưa đặt cọc, không vay, không vay mượn, không vay mượn gì, không phải vay, chưa vay
not helped: chưa được hỗ trợ lần nào, chưa được hỗ trợ, chưa từng được hỗ trợ, chưa từng nhận hỗ trợ, chưa nhận hỗ trợ, chưa nhận, chưa xin lần nào, lần đầu, lần đầu tiên
heard of: nghe nói có hỗ trợ, nghe nói có chương trình hỗ trợ, nghe nói nhà nước có hỗ trợ, nghe nói nhà nước hỗ trợ, nghe nói có chính sách, thấy bảo có chương trình, thấy bảo có hỗ trợ, thấy nói có hỗ trợ, nghe bảo có hỗ trợ, được biết có hỗ trợ,
    được biết, nghe cán bộ xã nói có hỗ trợ
rule: theo quy định, theo quy định mới, theo thông tư, theo nghị định, theo luật, quy định, được duyệt, nếu được duyệt, có đủ điều kiện, đủ điều kiện, hồ sơ mua, hồ sơ
who: đã có xưởng, đã có đăng ký kinh doanh, đã đăng ký kinh doanh, có đăng ký kinh doanh, đăng ký kinh doanh, đã đăng ký, đã thành lập, mới thành lập, mới mở, mới ra nghề, đã hoạt động, hoạt động được, hoạt động,
    bà nội để lại, ông nội để lại, ông bà để lại, cha ông để lại, các cụ để lại, bố mẹ để lại, ba má để lại, nghề để lại, đời trước để lại, đã làm nghề, đã hỏi xã, đã hỏi, làm chủ, nhà xưởng có rồi, xưởng có rồi, có xưởng rồi, thuê lao động, quy mô nhỏ, quy mô
plan: dự án mua, dự án, đề án mua, đề án, kế hoạch, kế hoạch mua, xin tư vấn, tư vấn giúp, tư vấn cho, nhờ tư vấn, tư vấn dùm, đăng ký mua, trả thẳng, trả một lần, có đáng, tiến lên, nhà cung cấp, bên bán, bên bán báo, người bán máy, bên bán máy, chỗ bán máy, nơi bán máy, công ty bán máy, hãng bán máy, đại lý bán máy, hãng báo, thợ báo, thợ bảo, cửa hàng báo, người ta báo,
    có báo giá, sau thuế, trước thuế, chưa thuế, gồm thuế, đã gồm vat, chưa vat, giá mới, chưa kể công lắp, chưa tính công lắp, chưa gồm công lắp, chưa kể vận chuyển, chưa tính vận chuyển, chưa gồm vận chuyển, chưa kể tiền công, chưa kể lắp đặt, bao lắp đặt, bao vận chuyển, gồm vận chuyển
made: trung quốc, đài loan, nhật bản, nhật, đức, hàn quốc, ý, thái lan, việt nam, sản xuất trong nước, từ nhật về, từ trung quốc về, nhập từ, nhập về, nhập khẩu
bought for: trong mức, mức hưởng, phần thiếu, để còn tính, còn tính, còn liệu, biết đường tính, có được một nửa, có một nửa, được một nửa
`);

function wordsOf(table: string): string[] {
  return readTable(table).flatMap(({ items }) => items.flatMap((item) => item.split(' ')));
}

function phrasesOf(table: string): string[] {
  return readTable(table).flatMap(({ items }) => items);
}

const FRAMES = FRAME_WORDS.flatMap(splitSyllables);
const FRAME: ReadonlySet<string> = new Set(FRAMES.map(({ folded }) => folded));
const FRAME_EXACT: ReadonlySet<string> = new Set(FRAMES.map(({ exact }) => exact));
const NAMES = NAME_WORDS.flatMap(splitSyllables);
const NAMES_EXACT: ReadonlySet<string> = new Set(NAMES.map(({ exact }) => exact));
const NAMES_FOLDED: ReadonlySet<string> = new Set(NAMES.map(({ folded }) => folded));

/** Words that stand in nearly every question: with other marks they are still these. */
const CORE: ReadonlySet<string> = new Set(
  'duoc ho tro bao nhieu khong nha nuoc tien mua gia cho xin nhieu muon hoi thi phan tram em anh'.split(' '),
);

/** Where marks were typed, they must be its own. */
export function isFrameWord({ exact, folded }: Syllable): boolean {
  return exact === folded || CORE.has(folded) ? FRAME.has(folded) : FRAME_EXACT.has(exact);
}

export function isNameWord({ exact, folded }: Syllable): boolean {
  return exact === folded ? NAMES_FOLDED.has(folded) : NAMES_EXACT.has(exact);
}

export function isHarmlessFolded(folded: string): boolean {
  return FRAME.has(folded) || NAMES_FOLDED.has(folded);
}
