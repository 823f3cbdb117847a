/** What people say of reminders, news, closing dates and the office's people: see `WISH_EXAMPLES`. */
export const SAID_OF_NEWS = `
stop-news: đừng nhắn nữa; thôi khỏi gửi nữa; ngừng gửi đi; tắt tin đi; nhắn chi nhắn lắm rứa, thôi đi; ngày nào cũng nhắn mệt quá thôi nha; em không cần tin này nữa; cho em ra khỏi danh sách nhận tin;
    bỏ tên em khỏi danh sách gửi tin; hủy nhận tin; hủy thông báo; tôi không muốn bị làm phiền; đừng làm phiền nữa; máy kêu suốt, tắt giùm; ting ting cả ngày, tắt thông báo đi; tắt nhắc hẹn giúp em;
    thôi không nhắc nữa nhé; đừng có báo tui nữa; khỏi báo; khỏi nhắc; không cần nhắc đâu; em tự nhớ được khỏi nhắc; bỏ nhắc; hủy lời nhắc; xóa lời nhắc giúp em; ngưng mấy cái thông báo lại;
    dung gui tin cho toi nua; thoi khong nhan tin nua; huy dang ky tin; tat het tin nhan; khong muon nhan thong bao; ngung nhan tin gium; dung nhan cho e nua; bo theo doi; unsubscribe; stop; stop tin;
    từ nay đừng gửi gì cho tôi; đừng liên lạc với tôi nữa; đừng nhắn vào số này nữa; nhầm số rồi đừng gửi nữa; số này không phải của tôi nữa, đừng nhắn; em nghỉ làm rồi không cần tin nữa;
    bán xưởng rồi khỏi gửi tin; tôi chỉ hỏi thôi, không đăng ký nhận tin; ai đăng ký nhận tin cho tôi vậy, bỏ đi; tin rác quá chặn đi; toàn tin linh tinh, không nhận nữa; nhiều tin quá rối, dừng lại;
    cho tui thôi nhận tin; tui nỏ thích nhận tin mô; đừng nhắn chi nữa hết; chớ nhắn tin cho mệ nữa; mệ nỏ biết chữ, đừng gửi; tạm ngưng tin ít bữa; nghỉ gửi tin đi; thôi gửi thông báo mùa vụ này;
    em muốn dừng nhận tin; dừng tin; dừng nhận tin; tôi muốn tắt thông báo; làm sao tắt tin này, tắt giúp em; tắt kiểu gì cho nó đừng nhắn nữa; đừng gửi tin ban đêm nữa, mà thôi tắt luôn đi;
    không theo dõi nữa; hết nhu cầu rồi đừng nhắn; em xin ngừng nhận thông tin từ trung tâm; gỡ em khỏi nhóm nhận tin; rút khỏi danh sách thông báo; cho xin rút tên khỏi tin nhắn tự động;
    đừng gửi tin hội chợ nữa; không quan tâm tin lớp học đâu, đừng báo; tin đợt mở đăng ký cũng thôi khỏi gửi; chặn tin; khóa thông báo; im lặng giúp, không nhắn nữa
remind-me: nhắc em với; có gì báo em nhé; khi nào mở thì hú tui; nhắc em trước hạn; nhớ nhắc nhà em; em hay quên nhắc giúp; đặt nhắc cho em; hẹn giờ nhắc em nộp; bật nhắc; bật thông báo cho em;
    cho em nhận tin khi mở đợt; em muốn nhận thông báo; đăng ký nhận tin; cho tui đăng ký nhận thông báo đợt mới; có đợt mới gửi tin cho em với; gửi tin cho em khi có chương trình; theo dõi đợt này giúp em;
    có hội chợ thì báo cho nhà em; lớp học nghề mở thì ới em; năm sau mở nhớ nhắn tui; sang năm nhắc lại em; tuần sau nhắc em; mai nhắc em gửi ảnh; tối nhắc em làm tiếp phiếu; sáng mai nhắc lại nhé;
    ba ngày nữa nhắc tôi; trước hạn một tuần gọi em dậy nộp; gần hết hạn thì báo trước cho em chuẩn bị; sắp đóng thì nhắn một câu; còn mấy hôm nữa đóng thì nhắc với; đừng để em lỡ hạn nghe;
    lần trước lỡ rồi lần này nhớ báo; sợ quên lắm, nhắc giùm cái; bận đi rẫy hay quên nhắc hộ; bao giờ có tin thì alo tui; khi có kết quả thì nhắn em; có kết quả bình chọn thì báo em biết;
    nhac em voi nha; khi nao mo dot thi bao em; co dot moi nhan cho toi; nhac toi nop ho so; dat lich nhac cho chau; nho nhac han nop cho htx; bat nhac han; toi muon nhan tin nhac; hen nhac giup e;
    mở đợt thì kêu tui với; tới kỳ thì nhắn cho bác; chừng nào nhận đơn nhắn mệ một tiếng; khi mô có thì nói tui nghe; khi mô mở thì ới cho với; có chi mới thì báo tui hí; hễ mở là báo liền;
    nếu có đợt thì nhắn giùm; lúc nào xét thì báo cho xưởng em; đến ngày nhắc htx; nhắc chị Hoa giúp em nữa; nhắc cả nhà em; nhắc lại sau; để sau nhắc em; lát nữa nhắc; chiều nhắc em một tiếng;
    giữ liên lạc báo em khi có tin; em muốn được nhắc hạn; em muốn nhận nhắc nhở; gửi lời nhắc cho em; tạo lời nhắc nộp bổ sung giấy; nhắc em bổ sung giấy tờ; nhắc em hạn nghiệm thu; nhắc em hạn quyết toán;
    bật lại tin nhắn cho em; em muốn nhận tin lại; mở lại thông báo; bữa trước tắt tin giờ bật lại giúp em; cho em nhận tin trở lại; thêm em vào danh sách báo tin; ghi số em để báo khi mở đợt
deadlines: có đợt nào đang mở không; đợt này còn nhận không; bao giờ mở đăng ký; khi nào nhận phiếu; mấy bữa nữa hết hạn; hạn nộp là hôm nào; sắp tới có đợt chi không; các hạn sắp tới; xem hạn; lịch các đợt;
    lịch nhận hồ sơ; lịch nộp năm nay; hạn chót ngày mấy; còn bao nhiêu ngày nữa đóng; đóng đợt chưa ad; hết đợt chưa; giờ nộp còn kịp không; em nộp bây giờ còn kịp chứ; trễ chưa hay còn nhận;
    tháng này có mở đợt nào không; tháng tới có nhận không; năm nay còn đợt nào nữa không; đợt kế tiếp là lúc nào; đợt sau bao giờ; đợt hai mở chưa; mở lại chưa ad; đã mở chưa; đang mở những đợt nào;
    co dot nao mo khong ad; bao gio nhan ho so; khi nao mo dot moi; han nop den ngay nao; han cuoi la bao gio; dot nay den bao gio; con nhan phieu khong; sap het han chua; lich mo dot; dot toi khi nao;
    khi mô nhận đơn; khi mô mở đợt tiếp; chừng mô hết hạn; chừ còn nhận đơn không hè; bữa mô đóng; bựa ni có đợt mô không; đợt ni tới bữa mô; có hạn mô gần đây không; hạn mô gần nhất rứa;
    cho xem hạn nộp; coi các hạn; cho biết các mốc sắp tới; mốc thời gian đợt này; thời hạn nhận phiếu đợt này; sắp có đợt xét nào; đợt xét gần nhất; đang nhận đăng ký cái gì; hiện có chương trình nào đang nhận đăng ký;
    có đợt nào cho hợp tác xã không; hội chợ nào đang nhận đăng ký; lớp nào đang tuyển; có lớp nào sắp mở không; sắp tới có hội chợ không; có hạn gì em phải nhớ không; em còn hạn nào chưa nộp;
    em sợ lỡ hạn, hạn ngày nào ạ; đợt tháng mười mở chưa; trung tâm đang nhận hồ sơ không; bên mình có đang nhận phiếu không; còn suất không ad; giờ còn đăng ký được không; còn mở không; đóng cửa nhận đơn chưa
officer: cho gặp người thật đi; cho tui nói chuyện với người; gọi cán bộ giúp em; kêu cán bộ ra đây; em muốn gặp cán bộ; cho em xin gặp anh phụ trách; nối máy cho tôi với trung tâm; chuyển em qua người khác;
    đừng máy móc nữa cho người trả lời; tôi không muốn nói với máy; hỏi máy mệt quá cho gặp người; máy không hiểu, cho người thật vào; có ai ở đó không trả lời giúp em; có cán bộ nào đang trực không;
    ai rảnh trả lời em cái; cho người gọi lại cho tui; gọi cho em nhé; gọi điện lại giúp bác, bác không biết nhắn; gọi lại số này giúp em; trung tâm gọi em cái; em cần nói chuyện trực tiếp; em cần người tư vấn;
    tư vấn trực tiếp giúp em; nhờ cán bộ giải thích giùm; nhờ cán bộ coi giúp; nhờ chị phụ trách trả lời em; hỏi thẳng cán bộ; tôi muốn hỏi trực tiếp lãnh đạo; cho gặp giám đốc; cho gặp lãnh đạo trung tâm;
    cho em gặp chị Hương; anh Tuấn cán bộ có đó không; cho nói chuyện với anh Nam khuyến công; có chị nào phụ trách mảng này không cho em hỏi; người nào phụ trách xã em cho em gặp; em muốn trao đổi với người có chuyên môn;
    cho gap can bo; gap nguoi that; noi chuyen voi nguoi; chuyen may cho can bo; goi lai cho toi; goi cho e voi; can gap can bo gap; em muon noi chuyen truc tiep; lien he can bo giup em; ket noi can bo; can bo oi;
    gặp cán bộ; gặp người; nói chuyện với cán bộ; nhân viên đâu; cán bộ đâu rồi; có ai không; ai đó giúp tôi với; tổng đài viên; cho gặp tổng đài; hỗ trợ viên đâu; chat với nhân viên; chat với người;
    cho tui gặp o cán bộ; cho gặp mấy anh cán bộ hí; kêu người ra nói chuyện với tui; tui muốn nói với người chơ nỏ nói với máy; nỏ hiểu chi hết, cho gặp người; ai là người thì trả lời tui;
    chuyện này khó nói, để em nói với cán bộ; nhà em rắc rối lắm phải nói với người mới hiểu; mắt mờ không đọc được, gọi cho bác; cháu không biết chữ, gọi điện nói giúp; em viết dở lắm, gọi cho em đi;
    gửi câu này cho cán bộ; chuyển câu hỏi của em cho cán bộ; nhắn cán bộ giúp em; báo cán bộ hộ em; để lại lời nhắn cho cán bộ; xin lịch gặp cán bộ; hẹn gặp cán bộ; cho em hẹn gặp trực tiếp;
    cử người xuống xem xưởng em với; mời cán bộ xuống nhà em xem; cán bộ có thể xuống xưởng em không, nhờ báo giúp; em muốn được tư vấn kỹ hơn với người; trả lời vậy em chưa rõ, cho hỏi cán bộ;
    cho tôi nói với người chịu trách nhiệm; người quản lý đâu; tôi cần gặp sếp; làm ơn kết nối với con người; thôi cho tui gặp cán bộ cho nhanh; đừng trả lời tự động nữa; bot tránh ra cho người nói
`;
