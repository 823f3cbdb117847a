import { readTable } from './read-table.ts';

/**
 * Everyday words for the words that the knowledge uses: what stands before the colon is what each of the others is read as.
 * Applied to what is typed and to what is searched alike, so it works both ways; the longest phrase wins.
 * A line with nothing after the colon keeps a phrase whole ("may dong goi" is no "mấy đồng").
 * Marked "!": only where it is typed with its accents, because without them it may be another word.
 */
export const CONCEPTS: readonly { name: string; items: string[] }[] = readTable(`
mua: !sắm, mua sắm, sắm sửa, !tậu, trang bị, đầu tư mua, rước về
mua máy: sắm máy, tậu máy, lên máy mới, thay máy, đổi máy mới, nâng cấp máy
mua thêm: sắm thêm
muốn mua: muốn sắm
hỗ trợ: trợ giúp, giúp đỡ, hổ trợ, tài trợ, giúp tiền, cấp tiền, rót vốn, rót tiền, phụ tiền, đỡ tiền, hỗ trợ tiền,
    cho tiền, bù tiền, trợ vốn, hỗ trợ vốn, giúp vốn, hỗ trợ kinh phí, support, sponsor, reimburse, cover
xin hỗ trợ: xin tiền, xin vốn, xin kinh phí, xin nhà nước
được hỗ trợ: được tiền, được giúp, được nhà nước cho, được cấp
nhà nước hỗ trợ: nhà nước cho, nhà nước giúp, nhà nước bù, nhà nước lo, nhà nước trả, nhà nước bỏ ra
máy: máy móc, thiết bị, máy móc thiết bị, trang thiết bị, cái máy, con máy, dàn máy, giàn máy, cỗ máy, đồ nghề,
    chiếc máy, dụng cụ, machine, machinery, equipment
máy đóng gói: máy gói
máy đóng chai: máy chiết chai
máy đóng hộp:
máy đóng túi:
máy đóng bao:
máy đóng bánh:
máy phân loại:
giấy tờ: giấy má, đơn từ, thủ tục giấy tờ, hồ sơ giấy tờ, giấy tờ hồ sơ, loại giấy, tờ giấy, giấy gì, checklist
bao nhiêu: bao nhiu, nhiêu, mức nào, cỡ nào, bấy nhiêu, cỡ bao nhiêu, khoảng bao nhiêu, chừng bao nhiêu
bao nhiêu tiền: mấy tiền, mấy triệu, mấy đồng, mấy trăm triệu, mấy chục triệu, mấy trăm, bao nhiêu đồng, bao nhiêu triệu, nhiêu tiền, mấy tỷ, số tiền bao nhiêu
bao nhiêu phần trăm: mấy phần trăm, bao nhiêu phần, mấy phần, tỷ lệ bao nhiêu, mấy chục phần trăm
tối đa: nhiều nhất, cao nhất, kịch trần, mức trần, hết cỡ, max, giới hạn
một nửa: phân nửa, nửa tiền, 50 50, năm mươi phần trăm
bao lâu: mấy tháng, mấy ngày, mấy tuần, lâu không, bao nhiêu ngày, bao nhiêu tháng, mất bao lâu,
    trong bao lâu, bao lâu thì, lâu mau, mấy hôm, mấy bữa, bao nhiêu lâu, chờ lâu, đợi lâu
bao giờ: khi nào, lúc nào, chừng nào, hôm nào, ngày nào, bữa nào, khi mô, tháng mấy, tháng nào, đến khi nào,
    thời điểm nào, thời gian nào, dịp nào, quý mấy
ở đâu: chỗ nào, nơi nào, chổ nào, chỗ mô, ở mô, chỗ đâu, tới đâu nộp, ở chỗ nào, địa chỉ nào, !đâu
hỏi ai: gặp ai, liên hệ ai, tìm ai, hỏi người nào, gọi ai, gọi cho ai, nhờ ai, liên hệ với ai, hỏi đâu
thế nào: ra sao, như thế nào, làm sao, kiểu gì, cách nào, kiểu nào, như nào, sao ta, làm răng, mần răng
làm: !mần
bây giờ: !chừ, bây chừ, lúc này, hiện nay, hiện tại, giờ này, !dừ
này: !ni, !nì
đó: !nớ, !tê
chúng tôi: bầy tui, tụi em, bọn em, tụi tui, nhà tui, bọn mình, chúng em, bên tui
cơ sở: xưởng, cơ sở sản xuất, xí nghiệp, phân xưởng, xưởng nhỏ, cơ sở nhỏ, xưởng sản xuất
nhà xưởng: xây xưởng, mở xưởng, dựng xưởng, làm xưởng
doanh nghiệp: công ty, công ty tnhh, doanh nghiệp tư nhân
thành lập doanh nghiệp: mở công ty, lập công ty, mở doanh nghiệp, lập doanh nghiệp, khởi nghiệp, startup, mở cty
hộ kinh doanh: hộ cá thể, hộ kinh doanh cá thể, kinh doanh cá thể, hộ kinh tế, hộ gia đình kinh doanh
đăng ký kinh doanh: giấy phép kinh doanh, giấy kinh doanh, đăng kí kinh doanh, giấy phép kd, giấy đăng ký kinh doanh
chưa đăng ký: chưa có giấy, chưa làm giấy, không có giấy, không giấy phép, chưa có giấy phép, chưa giấy tờ
trả lại: hoàn lại, hoàn trả, nộp lại, thu hồi, !đền, đòi lại, thu lại, trả nợ, bồi thường, bồi hoàn
dừng: bỏ ngang, bỏ dở, ngừng, ngưng, không làm nữa, nghỉ giữa chừng, thôi không làm, bỏ cuộc, rút lui, không mua nữa
hạn: hạn chót, deadline, thời hạn, hạn cuối, kỳ hạn, trễ nhất, muộn nhất, chậm nhất, hết hạn
nộp: !nạp, gửi, đưa lên, !gởi, nạp hồ sơ, submit
đăng ký: ghi tên, ghi danh, đăng kí, apply
mất phí: lệ phí, tốn tiền, mất tiền, đóng tiền, nộp tiền, đóng phí, tốn phí, thu phí, thu tiền, miễn phí, free
lừa đảo: !lừa, mạo danh, giả danh, giả mạo, lừa gạt, gạt tiền, tự xưng
nhãn hiệu: thương hiệu, logo, brand, bảo hộ tên, độc quyền tên, tên thương mại, nhãn hiệu hàng hóa, tên gọi sản phẩm, branding, trademark
bao bì: vỏ hộp, hộp đựng, túi đựng, túi zip, mẫu mã, nhãn mác, tem nhãn, in tem, bao gói, kiểu hộp, tem mác, packaging
hội chợ: triển lãm, hội chợ triển lãm, expo, phiên chợ, hội trợ triển lãm, chợ phiên
nước ngoài: ngoại quốc, hải ngoại, bên lào, bên trung quốc, sang trung, sang lào, bên tàu, bên thái
bình chọn: bình bầu, bầu chọn, cuộc thi sản phẩm, thi sản phẩm, dự thi, đi thi, đem thi, tham gia thi, mang thi
tiêu biểu: công nghiệp nông thôn tiêu biểu, hàng tiêu biểu, cnnt tiêu biểu
giấy chứng nhận: bằng công nhận, bằng chứng nhận, giấy công nhận, chứng nhận tiêu biểu
dân tộc thiểu số: người dân tộc, người tày, người nùng, người dao, người mông, người thái, vân kiều, pa cô, bru,
    đồng bào, dân tộc, người hmong, người h'mông, người lự, người hà nhì
phụ nữ: đàn bà, !nữ, chị em, là nữ, chủ nữ, nữ giới, giám đốc nữ, nữ giám đốc
cán bộ: nhân viên, chuyên viên, người phụ trách, bên khuyến công, cán bộ khuyến công, anh phụ trách,
    người của trung tâm
cũ: đã qua sử dụng, qua sử dụng, xài rồi, đã dùng, đã xài, second hand, secondhand, hàng bãi, dùng rồi, thanh lý,
    hàng si
mới: mới tinh, mới cứng, mới nguyên, mới toanh, mới hoàn toàn, brand new
dùng: xài, sử dụng, áp dụng
nhà nước: chính phủ, ngân sách
tiền: kinh phí, tiền nong, tiền bạc, xiền, khoản tiền, số tiền, nguồn vốn, chi phí, budget, fund
vay: vay vốn, mượn tiền, vay mượn, vay tiền, vay ngân hàng, tín dụng
đối ứng: vốn đối ứng, tự bỏ, bỏ thêm, bỏ ra, bù thêm, tự lo, tiền túi, góp thêm, góp vào, bỏ tiền, tự chi, vốn tự có,
    tiền nhà, matching fund
tạm ứng: ứng trước, ứng tiền, nhận trước, đưa tiền trước, cầm tiền trước, cho ứng, lấy trước, ứng vốn, prepaid
nhận tiền: giải ngân, lấy tiền, tiền về, thanh toán, tiền vào tài khoản
duyệt: phê duyệt, xét duyệt, chấp nhận, chấp thuận, thông qua, đồng ý cho, được chọn, phê chuẩn, approve, approved
trượt: !rớt, bị loại, không đậu, không đạt, tạch, không được duyệt, bị từ chối, bị đánh trượt, bị trả lại
đạt: !đậu, !đỗ, !trúng, được công nhận
vùng khó khăn: vùng sâu, vùng xa, vùng cao, xã nghèo, vùng 3, khu vực 3, khu vực iii, vùng iii, biên giới,
    vùng sâu vùng xa, đặc biệt khó khăn, xã đặc biệt khó khăn, địa bàn khó khăn, xã khó khăn, xa 135,
    thôn bản khó khăn, miền núi
ưu tiên: ưu ái, cộng điểm, ưu đãi, lợi thế, lợi hơn, priority
đào tạo nghề: học nghề, dạy nghề, truyền nghề, lớp nghề, đào tạo, học việc, lớp dạy, dạy việc, mở lớp, training
thông tin: dữ liệu, thông tin cá nhân, dữ liệu cá nhân, thông tin riêng, thông tin khách
lộ: rò rỉ, bị lộ, tuồn ra, bán thông tin, tiết lộ
trên mạng: online, qua mạng, trực tuyến, internet, trên web, qua internet
sàn thương mại điện tử: shopee, lazada, tiktok shop, tiktok, tiki, !sàn, voso, postmart, sendo
trang web: website, web, trang mạng
đề án: dự án, phương án
hợp tác xã: hợp tác, htx, hợp tác xả
tổ hợp tác: tổ nhóm, tổ sản xuất, nhóm hộ, tổ hợp, mấy nhà chung
đối tượng: !diện, thuộc diện, đủ tiêu chuẩn, đủ điều kiện
điều kiện: yêu cầu, tiêu chuẩn, tiêu chí, đòi hỏi, criteria, eligible
các bước: quy trình, trình tự, thủ tục, lộ trình, bắt đầu, đầu tiên
nhập: sáp nhập, hợp nhất, gộp, sát nhập, ghép
đổi: thay đổi, điều chỉnh, sửa đổi, chuyển sang, !thay
số điện thoại: sđt, hotline, đường dây nóng, số phone, alo số
nơi khác: chỗ khác, chương trình khác, nguồn khác, bên khác
hai lần: lần nữa, lần hai, lần thứ hai, thêm lần, 2 lần, xin tiếp, lần 2, xin lại
ăn: đồ ăn, thực phẩm, thức ăn
ô nhiễm: khói bụi, nước thải, xả thải, chất thải, khí thải, mùi hôi
chuyển xưởng: di dời, dời xưởng, dọn xưởng, chuyển cơ sở, di chuyển xưởng
căn cước: căn cước công dân, chứng minh thư, chứng minh nhân dân, cmnd, cccd, thẻ căn cước
nghệ nhân: thợ giỏi, nghệ nhân ưu tú, nghệ nhân nhân dân, thợ cả
làng nghề: làng nghề truyền thống, xóm nghề, phố nghề
thủ công: thủ công mỹ nghệ, đồ thủ công, handmade, mỹ nghệ
gian hàng: booth
phòng trưng bày: showroom
phần mềm: software
chuyển đổi số: digital transformation
tư vấn: consultant, consulting
tiền thưởng: prize money
hợp đồng: contract
`);
