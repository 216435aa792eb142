import type { listening as english } from '../en/listening.ts';
import type { Words } from '../words.ts';

export const listening: Words<typeof english> = {
  'listening.menu': 'Cách bạn nghe {name}',
  'listening.menuMuted': 'Cách bạn nghe {name}: đã tắt tiếng với bạn',
  'listening.menuVolume': 'Cách bạn nghe {name}: {volume}',
  'listening.volume': 'Âm lượng',
  'listening.muteForMe': 'Tắt tiếng với tôi',
  'listening.muteForMeHint': 'Chỉ mình bạn không nghe nữa. Không ai được báo.',
  'listening.reset': 'Như ban đầu',
  'listening.noKey': 'Trình duyệt của họ không giữ khóa, nên cài đặt này chỉ được nhớ trong lần này.',
  'listening.levelling': 'Mọi người to đều nhau',
  'listening.levellingHint': 'Giọng nhỏ được nâng lên, giọng to hạ xuống, từng chút một. Chỉ với riêng bạn.',

  'settings.sound': 'Âm thanh',
  'settings.connection': 'Kết nối',
};
