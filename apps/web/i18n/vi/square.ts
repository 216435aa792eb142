import type { square as english } from '../en/square.ts';
import type { Words } from '../words.ts';

export const square: Words<typeof english> = {
  'square.heading': 'Đang mở lúc này',
  'square.search': 'Tìm phòng',
  'square.order': 'Thứ tự',
  'square.hot': 'Sôi nổi',
  'square.new': 'Mới',
  'square.quiet': 'Yên tĩnh',
  'square.language': 'Ngôn ngữ trò chuyện',
  'square.anyLanguage': 'Mọi ngôn ngữ',
  'square.tags': 'Thẻ',
  'square.found': { other: '{count} phòng' },
  'square.people': { other: '{count} người' },
  'square.talking': { other: '{count} đang nói' },
  'square.since': 'Mở được {time}',
  'square.justOpened': 'Vừa mở',
  'square.over': 'Mọi người đã rời phòng',
  'square.waiting': { other: '{count} thay đổi' },
  'square.show': 'Hiện',
  'square.more': 'Hiện thêm phòng',
  'square.moreFailed': 'Chưa tải được thêm phòng.',
  'square.none': 'Ở đây đang yên ắng.',
  'square.noneWhat':
    'Hiện chưa có phòng công khai nào mở. Hãy mở một phòng ở trên: phòng sẽ hiện ở đây khi có người thứ hai.',
  'square.noMatch': 'Không có phòng đang mở nào phù hợp.',
  'square.clear': 'Hiện mọi phòng',
  'square.failed': 'Chưa tải được các phòng đang mở.',
  'square.failedNext': 'Trang sẽ tự thử lại. Trong lúc đó bạn vẫn có thể mở phòng.',
  'square.offline': 'Bạn đang ngoại tuyến.',
  'square.offlineNext': 'Các phòng đang mở sẽ trở lại khi có mạng.',
  'square.notLive': 'Tạm thời chưa trực tiếp. Danh sách sẽ tự bắt kịp.',
};
