import sharp from 'sharp';
import { expect, test } from 'vitest';
import { drawCard, type CardInput } from '#ui/og/card.ts';
import { renderCard } from './card.ts';

const card: CardInput = {
  title: 'Çfarë iu premtua banorëve të Çelëzit dhe çfarë u bë',
  kicker: 'Kontrata Sociale 2019–2023',
  tagline: 'Përballja e Ofertave Politike',
  figures: [
    { count: '17', of: 'nga 101', label: 'Adresuar plotësisht' },
    { count: '76', of: 'nga 101', label: 'Adresuar të paktën pjesërisht' },
  ],
  counts: [
    { status: 'fully', count: 17 },
    { status: 'partly', count: 59 },
    { status: 'not', count: 25 },
  ],
};

test('a card is a PNG of 1200 x 630, under 100 kB', async () => {
  const png = await renderCard(card);
  expect(png.length).toBeLessThan(100_000);
  expect(await sharp(png).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 });
});

test('the ink of the title really is in the picture', async () => {
  const region = { left: 72, top: 218, width: 700, height: 180 };
  const inkOf = async (title: string) => {
    const { channels } = await sharp(await renderCard({ title, kicker: 'x', figures: card.figures }))
      .extract(region)
      .stats();
    return channels[0]?.mean ?? 255;
  };
  expect(await inkOf('Çfarë u bë')).toBeLessThan((await inkOf(' ')) - 2);
});

test('a long title takes as many lines as there is room for and says that it goes on', async () => {
  const title = 'Ndërtimi i ujësjellësit të ri për të gjitha fshatrat '.repeat(12);
  expect((await renderCard({ ...card, title })).length).toBeLessThan(100_000);
});

test('no text on the card can end the drawing or start an element of its own', async () => {
  const svg = drawCard({ title: '</svg><script>&Ж<', kicker: '<a>', tagline: '"\'&\u0000' });
  expect(svg).not.toContain('<script');
  expect(svg.match(/<\/svg>/g)).toHaveLength(1);
  await expect(renderCard({ title: '</svg>&Ж<\u0000\uD800', kicker: '' })).resolves.toBeInstanceOf(Buffer);
});
