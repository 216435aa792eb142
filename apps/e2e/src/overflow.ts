import type { Page } from '@playwright/test';

/**
 * What does not fit: elements that reach beyond the window's sides, and words cut off in their box, each
 * described. Tabs that scroll on purpose and names that end in “…” on purpose do not count.
 */
export function overflowing(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const sideways = document.documentElement.scrollWidth - window.innerWidth;
    if (sideways > 0) found.push(`the page scrolls sideways by ${sideways}`);

    const visible = (element: Element) =>
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
      !element.closest('.sr-only, svg');
    const scrolls = (element: Element) =>
      element.closest('[role=tablist], pre, input, textarea, select') !== null;
    const named = (element: Element) =>
      `${element.tagName.toLowerCase()} “${(element.textContent || element.getAttribute('aria-label') || '').slice(0, 40)}”`;

    const words = (element: Element) => {
      const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      const boxes: DOMRect[] = [];
      while (texts.nextNode()) {
        const { parentElement } = texts.currentNode;
        if (!parentElement || !visible(parentElement) || parentElement.closest('.truncate')) continue;
        const range = document.createRange();
        range.selectNodeContents(texts.currentNode);
        boxes.push(range.getBoundingClientRect());
      }
      return boxes;
    };

    for (const element of document.querySelectorAll('body *')) {
      if (!(element instanceof HTMLElement) || !visible(element)) continue;
      const { left, right, width } = element.getBoundingClientRect();
      if (width < 2) continue;
      const leaf = element.matches('button, a, p, h1, h2, h3, label, input, select, li, legend, [role=tab]');
      if (leaf && !scrolls(element) && (left < -1 || right > window.innerWidth + 1)) {
        found.push(`${named(element)} stands from ${Math.round(left)} to ${Math.round(right)}`);
      }
      if (element.matches('button, a, [role=tab]') && !scrolls(element)) {
        const sticksOut = words(element).some((box) => box.left < left - 1 || box.right > right + 1);
        if (sticksOut) found.push(`${named(element)} holds words that stick out`);
      }
      const { overflowX, textOverflow } = getComputedStyle(element);
      const excess = element.scrollWidth - element.clientWidth;
      if (excess > 1 && overflowX !== 'visible' && textOverflow !== 'ellipsis' && !scrolls(element)) {
        found.push(`${named(element)} holds ${excess} too much`);
      }
    }
    return found;
  });
}
