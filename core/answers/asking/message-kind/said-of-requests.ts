/** What people say of their own requests, and of registering: see `WISH_EXAMPLES`. */
export const SAID_OF_REQUESTS = `
status: hồ sơ nhà em nằm im cả tháng nay; gửi phiếu rồi mà không thấy động tĩnh gì; phiếu em nộp rồi sao im re vậy; đơn của bác tới tay ai rồi; cho hỏi thăm cái phiếu của tui;
    em nộp hồ sơ hai tuần rồi chưa nghe ai nói gì; xem hộ em cái đơn nó tới khâu nào rồi; giấy tờ em gửi có đủ chưa hay còn thiếu; coi giùm hồ sơ của tui có trục trặc chi không;
    phiếu xin máy của tôi được nhận chưa; kết quả của nhà em ra chưa; trung tâm đã xem phiếu em chưa; hôm trước em đăng ký rồi giờ sao ạ; ủa đăng ký rồi mà chưa thấy gọi;
    ho so cua em co ai dang xu ly khong; phieu cua toi bi treo o dau vay; tra cuu phieu giup em; xem tinh trang phieu; kiem tra don cua chau voi; toi muon biet don cua toi dang o dau;
    đề án nhà em duyệt tới đâu; hồ sơ xưởng mộc của tôi qua chưa; phiếu em gửi hôm thứ hai có nhận được không; em chụp ảnh gửi rồi đã tới nơi chưa; ảnh hóa đơn em gửi nhận được chưa ạ;
    mấy tấm hình gửi tối qua có rõ không; bên mình có thấy phiếu của tui không; em bổ sung giấy rồi coi lại giúp em; đã nộp thêm báo giá rồi xem được chưa; phiếu của em còn thiếu giấy gì;
    hồ sơ htx tôi còn phải bổ sung chi nữa; đơn em có bị loại không; phiếu tui đậu hay rớt rồi; có qua vòng chưa hả ad, phiếu nhà em ấy; chờ dài cổ mà chưa thấy kết quả hồ sơ;
    lâu quá rồi phiếu em sao chưa trả lời; gần hai tháng rồi hồ sơ vẫn vậy à; cả mùa rồi mà đơn vẫn chưa xong; nộp từ hồi đầu năm tới giờ nỏ thấy chi; bựa trước tui gửi đơn chừ ra răng;
    cái giấy tui nạp bữa tê tới mô rồi; phiếu tui gửi đã tới tay cán bộ chưa hè; cho xem lại phiếu em đã gửi; mở lại hồ sơ của tôi coi; xem các phiếu của tôi; phiếu của tôi; hồ sơ của tôi;
    đơn của em; danh sách phiếu em đã nộp; em có mấy phiếu rồi; mã phiếu của em là gì; em quên mã hồ sơ rồi, xem giúp tới đâu; phiếu số 12 của em xử lý chưa; cái phiếu máy ép của nhà em ra sao;
    tình hình hồ sơ máy sấy của htx thế nào; tiến trình đơn của nhà tôi; nhà em được duyệt chưa ạ; em có được chọn không; htx em có trong danh sách được duyệt không; đợt này có tên nhà tôi chưa;
    sao nhà bên cạnh có kết quả mà em chưa; nộp cùng lúc với chị Hoa mà chị ấy xong rồi còn em chưa; phiếu bị trả về là do đâu; sao hồ sơ của em bị trả lại; vì sao phiếu của tôi chưa được duyệt;
    em muốn sửa phiếu đã gửi; cho em sửa lại phiếu; phiếu gửi nhầm rồi, sửa được không; em ghi sai giá máy trong phiếu muốn sửa; đổi loại máy trong phiếu đã nộp giúp em;
    em muốn rút phiếu; cho tui rút hồ sơ lại; hủy phiếu đăng ký của em đi; thôi em không xin máy nữa, rút đơn giúp em; xóa phiếu vừa gửi giúp em; em muốn gửi thêm giấy vào hồ sơ đã nộp;
    bổ sung ảnh vào phiếu hôm trước; gửi tiếp phiếu đang làm dở; phiếu em đang khai dở đâu rồi; hôm qua đang điền dở chừng thì mất mạng, giờ tiếp tục; lam tiep phieu con dang do;
    phieu cua htx chung toi the nao roi; don xin ho tro nha em co ket qua chua a; may hom nay ngong mai ma chua thay bao phieu; hs e gui tuan truoc den dau r ad; phiếu e nộp r có tin j chưa ad;
    vụ máy xay em gửi đơn tới đâu rồi nhỉ; chuyện em đăng ký bữa trước có gì mới không; cái vụ xin máy của nhà em tiến triển chưa; bao giờ thì có kết quả phiếu của em; phiếu của em bao giờ xong;
    còn phải đợi đơn của tôi bao lâu nữa; khi nào xử lý xong hồ sơ của nhà em; cán bộ đã đọc phiếu của em chưa; em có hồ sơ nào đang chờ không; đơn tui nạp ai đang giữ rứa
register: cho em một suất với; em làm hồ sơ xin máy được không, làm luôn giúp em; tui muốn xin cái máy xay, làm giấy cho tui; ghi tên nhà tôi vào đợt này; cho tôi vào danh sách xin hỗ trợ;
    em muốn xin hỗ trợ mua máy, bắt đầu luôn nhé; đăng ký cho tôi với; đăng kí giúp em cái; làm thủ tục cho tui luôn đi; mở đơn cho bác; em muốn nộp đơn xin hỗ trợ; tôi muốn gửi nhu cầu;
    nhà em cần hỗ trợ bao bì, ghi nhận giúp; htx muốn gửi nhu cầu thiết kế mẫu mã; em gửi nhu cầu ở đây luôn nhé; cho em điền phiếu; điền phiếu ngay; bắt đầu điền phiếu; làm phiếu mới;
    tạo phiếu mới; tạo hồ sơ mới cho em; đăng ký mới; khai phiếu; em khai phiếu đây; vào đăng ký; tôi sẵn sàng làm hồ sơ; rồi, làm luôn cho em; ok vậy đăng ký luôn; ừ đăng ký cho bác đi;
    thế thì cho em đăng ký; nghe được đó, ghi tên tui vô; được rồi làm phiếu thôi; chốt, em đăng ký; em lấy một suất; cho em xin một suất máy vò chè; giữ cho em một suất; xí cho tui một suất;
    toi muon lam ho so xin may; dang ky giup chau voi; cho em dang ki mua may; lam don xin ho tro cho nha em; e muon dk; dk cho e; lam phieu cho toi; ghi danh cho htx chung toi; nop phieu o day luon;
    em muốn đăng ký đi hội chợ; đăng ký gian hàng hội chợ cho cơ sở em; cho htx tham gia hội chợ với; đăng ký lớp học nghề cho mấy chị trong xã; em đăng ký học nghề; cho em đăng ký lớp may;
    tui muốn xin mở lớp dạy đan lát, đăng ký giúp; đăng ký làm nhãn hiệu cho em với; giúp nhà em làm cái nhãn hiệu, đăng ký luôn; em xin đăng ký thiết kế bao bì; đăng ký làm mô hình trình diễn;
    cơ sở tôi xin được làm mô hình; nhà tui muốn xin dây chuyền, ghi cho tui; cho công ty em đăng ký tham quan học tập; đăng ký tư vấn cho xưởng em; em xin được tư vấn, làm phiếu giúp em;
    tôi đồng ý, làm đi; em muốn được hỗ trợ, làm ơn ghi nhận; em muốn được nhà nước hỗ trợ cái máy; xin đăng ký đợt tới; đăng ký trước cho đợt sau; tui ưng cái ni, mần hồ sơ cho tui;
    mần phiếu cho tui với; ghi cho mệ một phiếu; tui muốn nạp đơn; cho tui nạp hồ sơ; chừ tui muốn gửi đơn luôn; đăng ký hí; nhà tui muốn vô chương trình ni; cho bầy tui đăng ký với;
    ghi hộ nhà mình cái nhu cầu; làm giùm cái đơn, mắt kém không viết được; bố em già rồi, em đăng ký thay được không, làm giúp em; em đăng ký hộ cho mẹ; đăng ký hộ hàng xóm một phiếu;
    giúp em hoàn thành đăng ký; hướng dẫn em điền phiếu từng bước; chỉ em điền phiếu với; em muốn làm hồ sơ nhờ ad hướng dẫn; em bấm vào đâu để gửi phiếu; gửi phiếu ở chỗ nào trên này; nút đăng ký đâu;
    xưởng em cần máy cắt, ghi phiếu giúp em; tụi em muốn sắm máy sấy, cho đăng ký; có máy vò chè nào hỗ trợ thì cho em đăng ký một cái; xin gửi phiếu; gửi phiếu đăng ký hỗ trợ; cho xin cái phiếu;
    cho em xin tờ phiếu nhu cầu để điền; lấy cho tui tờ phiếu; em làm thêm phiếu nữa; gửi thêm một phiếu cho cơ sở thứ hai; em muốn đăng ký thêm máy nữa; nhà em xin thêm cái máy đóng gói, làm phiếu nhé
register-selection: cho sản phẩm nhà em đi thi; em muốn mang chè đi thi tiêu biểu; đăng ký bình chọn; đăng ký sản phẩm tiêu biểu; tôi muốn dự thi bình chọn; ghi tên sản phẩm em vào cuộc bình chọn;
    nhà em có miến ngon muốn dự thi; cho bánh nhà tui tham gia bình bầu; htx muốn đưa tinh dầu đi dự thi; đưa rượu nhà em vào danh sách bình chọn; cho em nộp hồ sơ bình chọn; làm hồ sơ bình chọn giúp em;
    em làm phiếu dự bình chọn; nộp sản phẩm dự thi; gửi sản phẩm dự thi cấp tỉnh; tham gia thi sản phẩm; cho chúng tôi dự cuộc thi sản phẩm công nghiệp nông thôn; đăng ký dự thi cấp huyện cho giỏ tre nhà em;
    dang ky binh chon san pham tieu bieu; muon tham gia binh chon; cho san pham htx du thi; e muon dk thi san pham cnnt; lam ho so du thi cho em; ghi ten che nha em vao dot binh chon nay;
    tui muốn thi cái sản phẩm tiêu biểu đó; cho tui thi với, sản phẩm là mắm; đem nón lá đi thi; mang thổ cẩm đi bình chọn; bác muốn cho mật ong dự thi; xin cho sản phẩm của xưởng được bình chọn;
    em đăng ký danh hiệu sản phẩm tiêu biểu; xin danh hiệu tiêu biểu cho gạo lứt nhà em, đăng ký giúp; đăng ký cho bộ sản phẩm gốm dự bình chọn; em muốn sản phẩm được công nhận tiêu biểu, làm đơn giúp em;
    tui muốn xin giấy tiêu biểu cho sản phẩm, ghi tên tui; cho cơ sở em ứng cử bình chọn; đề cử sản phẩm của htx; giúp em gửi sản phẩm vào vòng bình chọn; năm nay cho nhà em thi với nghe;
    em muốn dự bình chọn năm nay, bắt đầu nhé; đăng ký thi luôn; đăng ký cho măng khô dự thi tiêu biểu cấp khu vực; tụi em muốn ghi danh thi sản phẩm; mần hồ sơ bình chọn cho tui;
    nhà em thêu tay đẹp lắm, cho dự thi tiêu biểu với; hai sản phẩm đều muốn thi, đăng ký giúp; nộp phiếu bình chọn; điền phiếu bình chọn; phiếu đăng ký bình chọn cho em xin; cho xin phiếu dự thi sản phẩm;
    xưởng gỗ nhà em muốn tranh giải sản phẩm tiêu biểu; cho sản phẩm nhà tôi vào bình chọn quốc gia; lập hồ sơ dự bình chọn giúp htx; xã bảo đưa sản phẩm đi thi, làm giúp em; em muốn gửi hàng mẫu dự thi
`;
