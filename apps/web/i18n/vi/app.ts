import type { app as english } from '../en/app.ts';
import type { Words } from '../words.ts';

export const app: Words<typeof english> = {
  'app.name': 'Earshot',
  'app.title': 'Earshot: mở liên kết và trò chuyện',
  'app.description': 'Phòng thoại sau một liên kết. Không cần tài khoản, không cần cài đặt.',
  'app.home': 'Earshot, trang chủ',
  'app.noScript': 'Earshot cần JavaScript để truyền giọng nói của bạn.',

  'missing.heading': 'Ở đây chẳng có gì để nghe.',
  'missing.what': 'Không có trang nào ở địa chỉ này.',
  'missing.home': 'Về trang chủ',

  'broken.heading': 'Trang này vừa vấp ngã.',
  'broken.what': 'Một lỗi của Earshot đã làm trang dừng lại. Bạn không còn ở phòng nào và micrô đã tắt.',
  'broken.again': 'Bắt đầu lại',
  'broken.part': 'Chưa tải được phần này.',
  'broken.partNext': 'Có thể mạng chậm hoặc đã mất. Cuộc gọi của bạn vẫn tiếp tục.',
};
