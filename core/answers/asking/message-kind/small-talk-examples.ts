/** Greetings, thanks, good-byes and complaints: see `WISH_EXAMPLES`. */
export const SAID_AROUND = `
greeting: chào; xin chào; chào ad; chào em; chào bạn; chào anh chị; chào cả nhà; em chào anh; dạ chào chị; chào buổi sáng; chào buổi tối ad; hello; hi ad; hê lô; hi mn; alo; alo ad ơi; a lô có ai không;
    ad ơi; ad ơi cho hỏi; em ơi; anh ơi; chị ơi; bạn ơi; trung tâm ơi; bác ơi; cho em hỏi; cho em hỏi chút; cho hỏi tí ad; hỏi tí; em có việc muốn hỏi; em muốn hỏi cái này; cho tui hỏi cái; có ai đó không;
    xin chao trung tam; chao can bo; chao ban nhe; hello shop; chao moi nguoi; alo alo nghe khong; em chao trung tam a; dạ em chào cán bộ; kính chào trung tâm; kính chào quý trung tâm; chào o; chào mấy anh;
    tui mới vô; em mới biết trang này; em mới vào; em lần đầu nhắn; lần đầu nhắn tin, chào ad; chào nha; chào hí; chúc ad buổi sáng tốt lành; chúc buổi chiều vui vẻ; năm mới vui vẻ ad; chúc mừng năm mới trung tâm;
    khỏe không ad; ad khỏe không; dạo này khỏe không; ad ăn cơm chưa; có đó không ad; còn đó không; ad online không; nghe không; ad đâu rồi; ới ad; ê; ê bot; này; này ad; ờ chào; chào trợ lý; hi bot; good morning
thanks: cảm ơn; cảm ơn ad; cám ơn nhiều; cảm ơn em nhé; em cảm ơn ạ; cảm ơn trung tâm; cảm ơn cán bộ nhiều; dạ cảm ơn; thanks ad; thank you; tks; cam on; cam on nhieu nha; cam on em da tra loi; tốt lắm cảm ơn;
    ok; ok ad; oke em; ok cảm ơn; ok em hiểu rồi; ok rõ rồi; à ra thế; à vậy hả; ra là vậy; à hiểu; hiểu rồi; em hiểu rồi ạ; biết rồi; rõ rồi; vâng; vâng ạ; dạ; dạ vâng; dạ được; ừ; ừm; ờ; ờ rứa à; được rồi;
    thế thì tốt; tốt quá; hay quá; hay đó; tuyệt; tuyệt vời; quá tốt; trả lời hay quá; trả lời nhanh ghê; giỏi quá; bot giỏi ghê; tiện thật; dễ hiểu lắm; rõ ràng lắm cảm ơn; đúng ý em rồi; đúng cái em cần;
    may quá có chỗ hỏi; yên tâm rồi; vậy em yên tâm; em nắm được rồi; tui biết rồi hí; rứa à cảm ơn hí; đội ơn cán bộ; quý hóa quá; ơn trung tâm nhiều; biết ơn ad; cảm ơn vì đã giúp; nhờ ad mà em hiểu;
    em ghi lại rồi cảm ơn; để em làm theo, cảm ơn; cảm ơn để em về bàn với chồng; cảm ơn chúc ad khỏe; cảm ơn thông tin; cảm ơn đã tư vấn nhiệt tình; thank ad nhiều nha; tks e; camon; cmon ad; cảm ơn rất nhiều;
    dạ em biết ơn lắm; thế là được rồi; vậy là được; xong rồi cảm ơn; ngon; ngon rồi; chuẩn; chuẩn rồi; chính xác; đúng rồi; phải rồi; good; great; nice; ok bạn; okie; okê; duoc; vang a; hieu roi a; ro roi em
goodbye: tạm biệt; tạm biệt ad; bye; bye ad; bai; bái bai; pp ad; chào nhé em đi đây; thôi chào; thôi em đi; em đi làm đây; em đi đón con đây; tui đi rẫy đã; tui đi ngủ đây; thôi ngủ; ngủ ngon; chúc ngủ ngon;
    hẹn gặp lại; gặp lại sau; gặp sau nhé; mai hỏi tiếp; mai nói tiếp; để mai; để mai em hỏi; khi khác hỏi; hôm nào rảnh hỏi tiếp; lúc khác nhắn; bữa mô rảnh hỏi tiếp; thôi hẹn bữa sau; khi nào cần em hỏi sau;
    có gì em nhắn lại sau; cần gì em hỏi lại; em hỏi thế thôi; thế thôi ạ; vậy thôi; rứa thôi; hết rồi ad; em hết câu hỏi rồi; không hỏi gì nữa; không còn gì hỏi; thôi không hỏi nữa; xong rồi thôi nhé;
    tam biet nhe; bye bye; hen gap lai sau; thoi chao em; thoi em di day; mai em hoi tiep; chuc ngu ngon; em off day; out đây; em out nhé; off đây ad; dừng ở đây nhé; kết thúc; kết thúc trò chuyện; thoát;
    thôi nghỉ; thôi tui về; em về đây; xin phép ad em nghỉ; em xin phép; xin phép đi nấu cơm; tới giờ cho lợn ăn rồi, chào ad; trời sắp tối em về đã; hết pin rồi chào nhé; điện thoại sắp hết pin, bye;
    chào ad nhé mai gặp; chào tạm biệt; chào em bác đi; chúc ad ngày vui; chúc trung tâm mạnh khỏe; giữ sức khỏe nhé; see you; goodbye; good night; thôi hí; rứa hí tui đi; tui đi mần đây; đi đã nghe
complaint: trả lời chẳng ra gì; nói gì không hiểu; hỏi một kiểu đáp một kiểu; chán quá; chán bot này; vô dụng; bot vô dụng; máy ngu; ngu thế; ngu như bò; dở quá; dở ẹc; trả lời dở; trả lời lung tung; trả lời sai rồi;
    sai rồi; sai bét; không đúng; không phải thế; em có hỏi vậy đâu; tôi đâu hỏi cái đó; có hỏi đâu mà trả lời; không đúng câu hỏi; lạc đề; lạc đề quá; hỏi mãi không xong; nói mãi không hiểu à; hỏi gì cũng không biết;
    cái gì cũng không biết; chẳng giúp được gì; chả được tích sự gì; mất thời gian; phí thời gian; tốn công hỏi; làm ăn kiểu gì thế; làm ăn chán; trung tâm làm việc quá tệ; cán bộ thái độ kém; cán bộ hách dịch;
    cán bộ không nghe máy; gọi mãi không ai bắt máy; nhắn mãi không ai trả lời; hứa gọi mà không gọi; cán bộ hẹn rồi không tới; cán bộ đòi tiền; bị cán bộ vòi tiền; tôi muốn khiếu nại; tôi muốn phản ánh;
    em muốn góp ý; góp ý với trung tâm; phản ánh thái độ phục vụ; phàn nàn về cán bộ; không hài lòng; quá thất vọng; bức xúc; bực cả mình; bực quá; điên cả đầu; cáu rồi đấy; tức thật; nực cười; vớ vẩn; nhảm nhí;
    linh tinh; nói nhăng nói cuội; nói như không nói; vòng vo quá; nói vòng vo; dài dòng quá; lằng nhằng; rắc rối quá chán; tra loi chan qua; tra loi sai bet; bot do qua; noi linh tinh gi the; hoi gi cung khong biet;
    khong hieu gi het; do hoi; te qua; chan lam; vo tich su; lam an te qua; hoi hoai khong ra; buc minh qua; phuc vu kem; đồ ngu; đồ điên; cút đi; im đi; biến đi; lừa đảo à; toàn lừa dân; nói dối; nói láo;
    nói chi nỏ hiểu; trả lời chi rứa; nói trớt quớt; hỏi rứa mà cũng nỏ biết; ngu chi mà ngu rứa; chán mớ đời; bot như hạch; như cứt; vãi; vãi cả bot; mẹ kiếp; mẹ mày; khỉ thật; đồ máy ngu ngốc; nản
`;
