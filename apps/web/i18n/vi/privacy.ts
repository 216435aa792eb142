import type { privacy as english } from '../en/privacy.ts';
import type { Words } from '../words.ts';

export const privacy: Words<typeof english> = {
  'privacy.how': 'Riêng tư đến đâu?',
  'privacy.private': 'Riêng tư',
  'privacy.encrypted': 'Đã mã hóa',
  'privacy.mark': '{kind}: riêng tư đến đâu?',
  'privacy.whatPrivate':
    'Chỉ người biết bí mật của phòng mới vào được, và chỉ họ nghe, thấy và đọc được những gì diễn ra. Máy chủ chuyển đi những gì nó không mở được.',
  'privacy.whatEncrypted':
    'Ai có liên kết đầy đủ thì vào được, và chỉ họ mới nghe, thấy và đọc được những gì diễn ra. Máy chủ chuyển đi những gì nó không mở được.',
  'privacy.protected': 'Những gì được bảo vệ',
  'privacy.sound': 'Những gì bạn nói và cho xem',
  'privacy.chat': 'Trò chuyện, tệp và biểu cảm',
  'privacy.name': 'Tên phòng và chủ đề của phòng',
  'privacy.server': 'Máy chủ không trung thực vẫn có thể',
  'privacy.serverCode': 'Đưa cho bạn mã đã bị sửa, vì trang này đến từ nó',
  'privacy.serverGuess': 'Đoán mật khẩu yếu trên máy của nó',
  'privacy.serverDrop': 'Giữ lại hoặc làm chậm những gì được gửi, hoặc chia đôi phòng',
  'privacy.serverSees': 'Thấy ai ở đây, với tên gì, lúc nào và nói nhiều hay ít',
  'privacy.number': 'Số an toàn',
  'privacy.numberHint':
    'Hãy đọc cho nhau nghe. Nếu mọi người có cùng một số thì không ai đứng giữa. Số đổi khi có người vào hoặc ra.',
  'privacy.numberComing': 'Đang tính…',
  'privacy.people': 'Người ở đây',
  'privacy.alone': 'Chưa có ai khác ở đây.',
  'privacy.verified': 'Biết bí mật',
  'privacy.compared': 'Đã đối chiếu',
  'privacy.unverified': 'Chưa xác minh',
  'privacy.unverifiedHint': 'Họ không có bí mật: hai bên không nghe và không đọc được nhau.',
  'privacy.changed': 'Khóa khác lần trước',
  'privacy.changedHint': 'Thiết bị khác, hoặc người khác dùng tên này. Hãy đối chiếu số.',
  'privacy.markCompared': 'Đánh dấu đã đối chiếu',
  'privacy.markOf': 'Đánh dấu đã đối chiếu với {name}',
  'privacy.change': 'Mật khẩu hoặc liên kết mới…',
  'privacy.compare': 'Đối chiếu',

  'privacy.stopped': 'Mic của bạn đã tắt: việc mã hóa đã dừng.',
  'privacy.stoppedNext': 'Không còn gì được gửi hay nghe thấy. Hãy vào lại để tiếp tục.',
  'privacy.misnamed': 'Máy chủ đưa ra thứ không phải của {name} dưới tên này.',
  'privacy.misnamedNext': 'Thứ đó đã bị bỏ. Máy chủ có thể hỏng hoặc không trung thực.',
  'privacy.misnamedMark': 'Đã bỏ thứ đến dưới tên này mà không phải của họ',
  'privacy.missing': 'Chưa mở được gì của {name}.',
  'privacy.missingNext': 'Khóa của họ chưa đến. Đang hỏi xin.',
  'privacy.stranger': '{name} chưa được xác minh.',
  'privacy.strangerNext': 'Họ không có bí mật của phòng: hai bên không nghe và không đọc được nhau.',
  'privacy.newKey': '{name} có khóa khác lần trước.',
  'privacy.newKeyNext': 'Có thể là thiết bị mới, hoặc người khác dùng tên này.',

  'privacy.unreadable': 'Không mở được tin nhắn này.',
  'privacy.unsigned': 'Chỉ máy chủ nói ai đã viết tin này',
  'privacy.misplaced': 'Máy chủ đã dời tin này',
};
