import type { inside as english } from '../en/inside.ts';
import type { Words } from '../words.ts';

export const inside: Words<typeof english> = {
  'inside.nobody': 'Chưa có ai ở đây. Bạn sẽ là người đầu tiên.',
  'inside.who': { other: '{names} đang ở trong phòng' },
  'inside.others': { other: '{count} người khác' },
  'inside.people': { other: '{count} người đang ở trong phòng' },
  'inside.talking': { other: '{names} đang nói' },
  'inside.somebodyTalks': { other: '{count} người đang nói' },
  'inside.locked': 'Phòng đang khóa.',
  'inside.anotherTab': 'Bạn đang ở trong phòng này ở một thẻ khác. Nếu vào cả ở đây, bạn sẽ có mặt hai lần.',
  'inside.leaveThere': 'Rời phòng ở thẻ kia',
};
