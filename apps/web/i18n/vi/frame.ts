import type { frame as english } from '../en/frame.ts';
import type { Words } from '../words.ts';

export const frame: Words<typeof english> = {
  'frame.panel': 'Bảng bên',
  'frame.closePanel': 'Đóng bảng',
  'frame.back': 'Về lại phòng',
  'frame.people': 'Mọi người',
  'frame.room': 'Phòng',
  'frame.showPeople': '{people}: xem danh sách',
  'frame.more': 'Thêm',
  'frame.settings': 'Cài đặt',
  'frame.fresh': { other: '{count} mới' },

  'settings.sections': 'Các mục',
  'settings.profile': 'Hồ sơ',
  'settings.microphone': 'Micrô',
  'settings.appearance': 'Giao diện & ngôn ngữ',
  'settings.shortcuts': 'Phím tắt',
  'settings.theme': 'Màu nền',
  'settings.themeSystem': 'Theo thiết bị',
  'settings.themeLight': 'Sáng',
  'settings.themeDark': 'Tối',

  'shortcuts.heading': 'Phím tắt',
  'shortcuts.singleKeys': 'Phím tắt một phím',
  'shortcuts.singleKeysHint': 'Hãy tắt nếu bạn đọc chính tả: một từ nói ra có thể nhấn nhầm phím.',
  'shortcuts.mute': 'Tắt hoặc bật mic',
  'shortcuts.hand': 'Giơ hoặc hạ tay',
  'shortcuts.react': 'Bày tỏ bằng biểu tượng',
  'shortcuts.chat': 'Hiện hoặc ẩn trò chuyện',
  'shortcuts.people': 'Hiện hoặc ẩn danh sách người',
  'shortcuts.share': 'Chia sẻ phòng này',
  'shortcuts.settings': 'Mở cài đặt',
  'shortcuts.sheet': 'Hiện danh sách này',
  'shortcuts.close': 'Đóng phần đang mở',
  'shortcuts.escape': 'Esc',

  'share.share': 'Chia sẻ',
  'share.heading': 'Mời thêm người',
  'share.title': '{room} · Earshot',
  'share.qr': 'Mã QR của liên kết đến phòng này',
  'share.system': 'Chia sẻ qua ứng dụng…',
  'share.more': 'Mã QR và hơn nữa',

  'roomPanel.age': 'Đã mở được {age}',
  'roomPanel.justOpened': 'Vừa mở',
  'roomPanel.whoHears': 'Ai có thể nghe bạn',
  'roomPanel.encryption':
    'Ai có liên kết đều có thể vào và nghe. Âm thanh được mã hóa trên đường đến máy chủ rồi đến những người khác, nhưng không mã hóa đầu cuối: người vận hành máy chủ có thể nghe được.',
};
