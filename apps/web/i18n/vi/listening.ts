import type { listening as english } from '../en/listening.ts';
import type { Words } from '../words.ts';

export const listening: Words<typeof english> = {
  'listening.menu': 'Cách bạn nghe {name}',
  'listening.menuMuted': 'Cách bạn nghe {name}: đã tắt tiếng với bạn',
  'listening.menuVolume': 'Cách bạn nghe {name}: {volume}',
  'listening.volume': 'Âm lượng',
  'listening.muteForMe': 'Tắt tiếng với tôi',
  'listening.muteForMeHint': 'Chỉ mình bạn không nghe nữa. Không ai được báo.',
  'listening.reset': 'Trở về mặc định',
  'listening.noKey': 'Trình duyệt của họ không giữ khóa, nên cài đặt này chỉ được nhớ trong lần này.',
  'listening.levelling': 'Mọi người to đều nhau',
  'listening.levellingHint': 'Giọng nhỏ được nâng lên, giọng to hạ xuống, từng chút một. Chỉ với riêng bạn.',

  'line.fair': 'Đường truyền tạm được: đôi lúc có thể mất một từ',
  'line.poor': 'Đường truyền kém: có thể khó nghe rõ',
  'line.own_good': 'Đường truyền của bạn tốt',
  'line.own_fair': 'Đường truyền của bạn tạm được: đôi lúc có thể mất một từ',
  'line.own_poor': 'Đường truyền của bạn kém: bạn và những người khác có thể khó nghe rõ',

  'connection.looking': 'Đang xem…',
  'connection.line': 'Đường truyền',
  'connection.path': 'Đường đến máy chủ',
  'connection.relayed': '{protocol}, qua trạm chuyển tiếp',
  'connection.noPath': 'Chưa có âm thanh đi hay đến',
  'connection.roundTrip': 'Khứ hồi',
  'connection.table': 'Âm thanh của từng người',
  'connection.person': 'Người',
  'connection.you': 'Bạn',
  'connection.loss': 'Mất',
  'connection.jitter': 'Dao động',
  'connection.delay': 'Giữ lại',
  'connection.bitrate': 'Tốc độ bit',
  'connection.codec': 'Bộ mã',
  'connection.hint':
    'Với bạn: giọng bạn đến máy chủ ra sao. Với người khác: giọng họ đến bạn ra sao. Giữ lại là thời gian trình duyệt chờ để âm thanh không đứt quãng.',
  'connection.copy': 'Chép dạng chữ',
  'connection.copied': 'Đã chép',
  'connection.notCopied': 'Trình duyệt không cho trang này sao chép.',

  'settings.sound': 'Âm thanh',
  'settings.connection': 'Kết nối',
};
