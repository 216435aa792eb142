import { limits } from './limits.ts';

const quote = '"'.charCodeAt(0);
const comma = ','.charCodeAt(0);
const backslash = '\\'.charCodeAt(0);
const [openArray, closeArray] = ['['.charCodeAt(0), ']'.charCodeAt(0)];
const [openObject, closeObject] = ['{'.charCodeAt(0), '}'.charCodeAt(0)];

/**
 * Looks at brackets, commas and quotes only; whether the text is JSON at all is for the parser to say.
 * @throws RangeError beyond `frameDepth`, `arrayItems` or `objectKeys`
 */
export function checkJsonShape(text: string): void {
  /** How many more commas each open array and object may have; the first entry stands outside of them all. */
  const commasLeft = [0];
  for (let at = 0; at < text.length; at += 1) {
    switch (text.charCodeAt(at)) {
      case quote:
        at = endOfString(text, at);
        break;
      case openArray:
        commasLeft.push(limits.arrayItems - 1);
        break;
      case openObject:
        commasLeft.push(limits.objectKeys - 1);
        break;
      case closeArray:
      case closeObject:
        commasLeft.pop();
        break;
      case comma: {
        const left = commasLeft.pop() ?? 0;
        if (left === 0) throw new RangeError('too many items');
        commasLeft.push(left - 1);
        break;
      }
    }
    if (commasLeft.length > limits.frameDepth + 1) throw new RangeError('nested too deep');
  }
}

function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === quote) return at;
    if (unit === backslash) at += 1;
  }
  return text.length;
}
