import type { roomOrder as english } from '../en/room-order.ts';
import type { Words } from '../words.ts';

export const roomOrder: Words<typeof english> = {
  'about.hosts': 'Người quản lý',
  'about.ownerless': 'Phòng này không của riêng ai: mọi người có quyền như nhau.',
  'about.noHosts': 'Hiện không ai trong số họ ở đây.',
  'about.locked': 'Đã khóa',
  'about.newcomers': 'Người mới nghe {time} trước khi nói',
  'about.stage': 'Người mới chỉ nghe',
  'about.chatOff': 'Chat tắt',
  'about.listed': 'Công khai',
  'about.edit': 'Đổi thông tin phòng',

  'order.heading': 'Giữ trật tự',
  'order.lock': 'Khóa phòng',
  'order.lockHint': 'Chỉ người quản lý vào được.',
  'order.slow': 'Chat chậm',
  'order.slowOff': 'Tắt',
  'order.slowEvery': 'Mỗi {time} một tin',

  'bans.heading': 'Bị cấm',
  'bans.none': 'Không ai bị cấm.',
  'bans.left': 'còn {time}',
  'bans.by': 'bởi {name}',
  'bans.vote': 'do bỏ phiếu',
  'bans.unban': 'Bỏ cấm {name}',
  'bans.unbanShort': 'Bỏ cấm',

  'log.heading': 'Việc người quản lý đã làm',
  'log.none': 'Chưa có gì.',
  'log.older': 'Xem cũ hơn',
  'log.failed': 'Không tải được.',
};
