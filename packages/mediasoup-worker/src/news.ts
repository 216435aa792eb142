/**
 * What long work tells whoever shows it. A step lasts until the next one begins or the work ends;
 * progress belongs to the step under way, `done` and `total` in whatever unit the step counts. A setback
 * ends the step under way in failure, and the work goes on another way.
 */
export type News =
  | { at: 'step'; text: string; usually?: string }
  | { at: 'progress'; done: number; total: number }
  | { at: 'setback'; text: string }
  | { at: 'note'; text: string };

export type Report = (news: News) => void;
