import type { roomPlan as english } from '../en/room-plan.ts';
import type { Words } from '../words.ts';

export const roomPlan: Words<typeof english> = {
  'plan.topic': 'Chủ đề',
  'plan.topicHint': 'Một dòng nói về nội dung của phòng.',
  'plan.tags': 'Nhãn',
  'plan.tagsHint': 'Tối đa {count} từ để dễ tìm. Nhấn Enter để thêm.',
  'plan.addTag': 'Thêm',
  'plan.removeTag': 'Bỏ {tag}',
  'plan.noLanguage': 'Không nêu',
  'plan.listed': 'Hiện trong các phòng công khai',
  'plan.listedHint': 'Ai cũng tìm thấy ở trang chủ. Nếu không, phải có liên kết.',
  'plan.stage': 'Người mới chỉ nghe trước',
  'plan.stageHint': 'Họ giơ tay, và người quản lý cho họ nói.',
  'plan.newcomers': 'Người mới nghe trước trong',
  'plan.newcomersNot': 'Không cần',
  'plan.newcomersHint': 'Sau đó họ được nói. Người từng ở đây không phải chờ.',
  'plan.size': 'Sức chứa',
  'plan.people': { other: '{count} người' },
  'plan.chat': 'Mọi người được viết chat',
  'plan.chatHint': 'Nếu tắt, chỉ người quản lý viết.',
  'plan.owner': 'Phòng sẽ là của bạn: khóa trong trình duyệt này mở lại được.',
};
