import type { sound as english } from '../en/sound.ts';
import type { Words } from '../words.ts';

export const sound: Words<typeof english> = {
  'talk.hold': 'Giữ để nói',
  'talk.heading': 'Nhấn để nói',
  'talk.mode': 'Nhấn để nói',
  'talk.modeHint': 'Bạn tắt mic, và chỉ được nghe thấy khi giữ phím hoặc nút.',
  'talk.key': 'Phím cần giữ',
  'talk.space': 'Phím cách',
  'talk.change': 'Đổi phím',
  'talk.press': 'Nhấn phím bạn muốn…',
  'talk.pressHint': 'Esc để giữ nguyên.',
  'talk.notThis': 'Phím đó dùng cho việc khác. Hãy nhấn phím khác.',
  'talk.holdKey': 'Giữ {key} để nói',

  'mutedTalk.muted': 'Bạn đang tắt mic: không ai nghe thấy bạn.',
  'mutedTalk.press': 'Hãy bật mic để mọi người nghe.',
  'mutedTalk.hold': 'Giữ {key} hoặc nút để nói.',
  'mutedTalk.dismiss': 'Tôi biết',

  'deviceNews.fell_back': 'Không thấy {gone} nữa. Bạn đang dùng {now}.',
  'deviceNews.came_back': 'Đã có lại {now} và đang dùng.',
  'deviceNews.new_default': 'Hệ thống đã chọn micrô khác. Bạn đang dùng {now}.',
  'deviceNews.some': 'Micrô của bạn',
  'deviceNews.other': 'một micrô khác',
  'deviceNews.asBefore': 'Bạn vẫn đang tắt mic.',
  'deviceNews.dismiss': 'Đã hiểu',

  'sound.heading': 'Giọng bạn nghe ra sao',
  'sound.voice': 'Giọng nói',
  'sound.voiceHint': 'Để trò chuyện: rõ ràng, không vọng, không ồn.',
  'sound.music': 'Âm nhạc',
  'sound.musicHint': 'Để chơi nhạc và hát: âm thanh nổi, không lọc gì. Hãy dùng tai nghe.',
  'sound.raw': 'Nguyên bản',
  'sound.rawHint': 'Đúng những gì micrô thu được, với chất lượng cao nhất. Hãy dùng tai nghe.',
  'sound.own': 'Đây là cài đặt riêng của bạn.',
  'sound.fine': 'Tinh chỉnh',
  'sound.echo': 'Khử tiếng vọng',
  'sound.echoHint': 'Để người khác không nghe lại chính mình từ loa của bạn.',
  'sound.noise': 'Giảm tiếng ồn',
  'sound.noiseHint': 'Giảm tiếng quạt, tiếng phím và tiếng đường phố.',
  'sound.learned': 'Giảm ồn bằng máy học',
  'sound.learnedHint':
    'Một mạng nơ-ron nhỏ trên thiết bị này tách giọng bạn khỏi mọi thứ khác. Nó cần thêm chút sức tính toán.',
  'sound.learnedFailed':
    'Không khởi động được ở đây, nên micrô tiếp tục mà không có nó. Hãy tắt rồi bật lại để thử, hoặc dùng tính năng của trình duyệt.',
  'sound.gain': 'Âm lượng tự động',
  'sound.gainHint': 'Giữ giọng bạn to đều, dù gần hay xa micrô.',
  'sound.stereo': 'Âm thanh nổi',
  'sound.dtx': 'Tiết kiệm dữ liệu khi im lặng',
  'sound.dtxHint': 'Hầu như không gửi gì khi bạn im lặng. Nhạc nhỏ có thể bị cắt.',
  'sound.bitrate': 'Tốc độ bit',
  'sound.notOn': 'Trình duyệt không làm việc này với micrô này.',
  'sound.notOff': 'Trình duyệt vẫn làm việc này.',

  'shortcuts.talk': 'Nói khi đang giữ',
};
