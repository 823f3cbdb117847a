/** What people say of their data, of the assistant itself and of places: see `WISH_EXAMPLES`. */
export const SAID_OF_DATA = `
my-data: dữ liệu của tôi; thông tin của em; xem thông tin của tôi; cho em coi trung tâm lưu gì của em; trung tâm biết gì về em; bên này giữ thông tin gì của nhà tui; xóa thông tin của em; xóa sạch dữ liệu của tôi;
    xóa tài khoản; xóa số điện thoại của em đi; xóa hết tin nhắn của em; xóa lịch sử trò chuyện; xóa ảnh em gửi; gỡ hết ảnh nhà em xuống; bỏ số em khỏi máy; bỏ thông tin nhà tôi ra; quên tôi đi, xóa hết;
    tải dữ liệu của tôi về; gửi tôi bản sao dữ liệu; cho xin bản thông tin em đã khai; in cho tôi thông tin của tôi; em khai gì cho xem lại; cho xem em đã khai những gì; coi lại thông tin nhà em;
    sửa thông tin của em; đổi số điện thoại cho em; em đổi số rồi cập nhật giúp; sửa tên em, sai dấu rồi; tên tui ghi sai sửa lại; đổi địa chỉ xưởng cho em; em chuyển xã rồi sửa địa chỉ giúp;
    em nhập sai tên cơ sở, sửa giùm; cập nhật thông tin htx; thay số liên hệ; sửa năm sinh cho em; đính chính thông tin của tôi; thông tin em khai bị sai; du lieu ca nhan cua toi; xem du lieu;
    xoa thong tin; xoa tai khoan giup em; xoa het tin nhan cu di; sua so dien thoai cua em; doi sdt; em doi so moi roi; cap nhat lai dia chi; thong tin cua toi dang luu gi; cho xem du lieu ca nhan;
    lưu những gì của tui rứa; bên ni giữ chi của tui; cho tui coi thông tin tui; xóa hết chi tiết về tui đi; bỏ tên mệ ra khỏi sổ; đừng giữ ảnh nhà tui nữa, xóa đi; số tui cũ rồi, đổi số mới;
    tôi muốn biết dữ liệu nào của tôi đang được giữ; yêu cầu xóa dữ liệu cá nhân; yêu cầu cung cấp dữ liệu cá nhân của tôi; tôi yêu cầu chỉnh sửa dữ liệu; em không muốn để lại thông tin, xóa giúp;
    lỡ gửi ảnh căn cước rồi, xóa giúp em; em gửi nhầm ảnh, xóa đi; gửi lộn số tài khoản xóa giùm; xóa câu em vừa nhắn; xóa số của chồng em; mẹ em mất rồi xóa thông tin mẹ em giúp; thông tin nhà em có những gì trong máy
withdraw-consent: tôi rút đồng ý; em rút lại sự đồng ý; hủy đồng ý; không đồng ý nữa; tôi đổi ý không đồng ý nữa; thôi em không đồng ý cho lưu nữa; bỏ cái đồng ý hôm trước; bỏ tick đồng ý giúp em;
    hôm trước lỡ bấm đồng ý giờ bỏ; em bấm nhầm đồng ý rồi; bấm nhầm nút đồng ý, rút lại giúp; lỡ đồng ý rồi giờ không muốn; rút phép dùng dữ liệu; thu lại sự cho phép; tôi không cho phép nữa;
    không cho dùng thông tin của tôi; không cho trung tâm giữ số em nữa; cấm dùng ảnh nhà tôi; đừng dùng tên tuổi của em; đừng sử dụng thông tin nhà em; dừng xử lý dữ liệu của tôi; ngưng dùng dữ liệu của em;
    không cho lưu nữa; không cho giữ nữa; thôi không cho bên này giữ thông tin; tui nỏ cho dùng thông tin tui nữa; tui không bằng lòng cho lưu số nữa; nhà tui không chịu cho dùng thông tin;
    rut dong y; toi muon rut lai dong y; huy su dong y; khong dong y nua; em khong cho phep dung du lieu nua; ngung xu ly du lieu cua em; bo dong y; rut lai su cho phep; khong cho luu so cua toi nua;
    tôi phản đối việc xử lý dữ liệu; từ chối cho xử lý thông tin cá nhân; hạn chế xử lý dữ liệu của tôi; tôi muốn thu hồi chấp thuận; xin rút chấp thuận xử lý dữ liệu cá nhân; hết đồng ý rồi nhé;
    nghĩ lại rồi, không đồng ý nữa; vợ em không cho, em rút đồng ý; con tui bảo đừng cho thông tin, tui rút lại; sợ lộ nên thôi không đồng ý nữa; cháu xin rút lại lời đồng ý; tôi muốn chấm dứt đồng ý
about: bạn là ai; đây là ai; ai đấy; ai vậy; mày là cái gì; đây là máy hay người; bot hay người đấy; em là người hay robot; có phải đang chat với máy không; trợ lý này của ai; trang này của nhà nước à;
    đây có phải trang chính thức không; zalo này có phải của trung tâm khuyến công không; đây là chỗ nào; đây là cái gì vậy; chat này để làm gì; trợ lý này giúp gì được; hỏi được những gì ở đây; giúp được gì cho em;
    bạn biết làm gì; bạn trả lời được chuyện gì; có những chức năng gì; hướng dẫn sử dụng; hướng dẫn em dùng cái này; dùng cái này thế nào; dùng sao đây; cách dùng trợ lý; em mới vào chưa biết dùng;
    em bấm gì bây giờ; giờ em phải làm gì; em nên hỏi gì trước; trợ giúp; giúp với; help; menu; cho xem menu; có mục gì chọn không; em không biết bắt đầu từ đâu; ban la ai the; day la bot a;
    ai dang nhan tin voi toi; co phai nguoi that khong; ban lam duoc gi; ban co the giup gi; tro ly khuyen cong la gi; huong dan su dung; dung the nao; cai nay dung lam gi; day la trang gi; ban ten gi;
    mi là ai rứa; mi là người hay máy; ai nói chuyện với tui rứa; cái ni để mần chi; mình hỏi chi cũng được hả; trả lời tự động à; trả lời tự động phải không; toàn trả lời sẵn à; sao trả lời nhanh thế, máy à;
    ai lập ra trợ lý này; ai làm ra con bot này; bạn do ai quản lý; bạn ở đâu; bạn có phải cán bộ không; em nói chuyện với cán bộ hay máy đây; anh là cán bộ thật hả; cô là người thật à; ông là máy hả;
    tên bạn là gì; gọi bạn là gì; xưng hô thế nào với bạn; bạn nói được tiếng gì; bạn có nói tiếng tày không; có tiếng anh không; do you speak english; who are you; what can you do; can you help me; are you a robot
place: xã cũ của em giờ là xã nào; xã em nhập vào đâu rồi; xã Yên Hân giờ tên gì; xã Thanh Mai nay thuộc tỉnh nào; Ngân Sơn bây giờ thuộc tỉnh nào; phường Sông Cầu nay gọi là gì; nhà em ở xã Quang Thuận cũ;
    em ở xã Đồng Phúc; tui ở Gio Linh; nhà tôi ở thôn Nà Ca xã Bạch Thông; cơ sở em ở Na Rì; xưởng em ở phường Bắc Kạn; em ở huyện Chợ Đồn cũ; xã Nghĩa Tá sáp nhập với xã nào; xã mình đổi tên thành gì rồi;
    Bắc Kạn nhập vào Thái Nguyên rồi xã em tên chi; xã Vĩnh Thủy chừ là xã mô; xã Hải Lâm chừ thuộc mô; Lệ Thủy chừ thuộc tỉnh mô; huyện Phong Thổ còn không, xã em tên gì; xã Mường So cũ giờ là xã gì;
    xa Bang Thanh gio la xa nao; xa cu cua em nay la xa gi; xa Quang Bach nhap vao dau; em o xa Yen My cu; phuong Nguyen Thi Minh Khai cu gio la phuong nao; thi tran Bang Lung gio la gi; xa Ban Bo moi ten gi;
    thị trấn Yến Lạc nay là xã nào; thị trấn Nà Phặc giờ gọi thế nào; xã Khang Ninh có đổi tên không; xã Cao Kỳ nay ghép với xã nào; xã Tà Gia giờ ghi địa chỉ sao; địa chỉ mới của xã Như Cố là gì;
    tên mới của xã Hà Hiệu; xã Tân Lập cũ thuộc xã mới nào; xã Bình Văn sau sáp nhập tên gì; nhà em ở bản Phiêng xã Nậm Tăm; ở xã Pa Ủ; thuộc xã Triệu Phong; quê em Cam Lộ; tìm xã mới của Xuân Dương;
    xã Dân Hóa giờ là xã chi; xã Quảng Phú nhập vô xã mô; huyện Minh Hóa cũ chừ ra răng; phường Đồng Hới gồm những phường nào cũ; xã Ba Bể gồm những xã nào cũ; xã Bản Giang nhập vào xã nào
`;
