import sharp from 'sharp';
import { drawCard, type CardInput } from '#ui/og/card.ts';

/** The picture of a link preview as PNG, 1200 x 630: a few flat colours, so a palette keeps it small. */
export async function renderCard(input: CardInput): Promise<Buffer> {
  return sharp(Buffer.from(drawCard(input)))
    .png({ palette: true, colours: 64, compressionLevel: 9 })
    .toBuffer();
}
