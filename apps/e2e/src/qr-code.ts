import { expect, type Page } from '@playwright/test';
import jsQR from 'jsqr';

/** Its types speak of another kind of module than it is. */
const readCode = jsQR as unknown as (
  pixels: Uint8ClampedArray,
  width: number,
  height: number,
) => { data: string } | null;

/** What a phone's camera would read off the screen. */
export async function readQrCode(page: Page): Promise<string | undefined> {
  const code = page.getByRole('img', { name: 'QR code' });
  await expect(code).toBeVisible();
  const picture = (await code.screenshot()).toString('base64');
  const { data, width, height } = await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
    context.drawImage(bitmap, 0, 0);
    const image = context.getImageData(0, 0, bitmap.width, bitmap.height);
    return { data: [...image.data], width: bitmap.width, height: bitmap.height };
  }, picture);
  return readCode(new Uint8ClampedArray(data), width, height)?.data;
}
