/** What the invented members wrote. */
export const opinion = {
  kind: 'opinion',
  language: 'sq',
  titleSq: 'Një stacion autobusi nuk është dhuratë',
  titleEn: 'A bus stop is not a gift',
  summarySq: 'Pse banorët e Ullimarës e kërkuan strehën në kontratë, dhe jo si nder.',
  summaryEn: 'Why the residents of Ullimarë asked for the shelter in the contract, and not as a favour.',
  bodySq:
    'Në takimet e dëgjimit gjashtë nga dhjetë fshatra folën për të njëjtën gjë: **pritjen në shi**.\n\nStreha është e vogël. Por kur shkruhet në kontratë, ka afat, ka buxhet dhe dikush jep llogari për të.',
  bodyEn:
    'In the listening sessions six villages of ten spoke of the same thing: **waiting in the rain**.\n\nA shelter is small. But once it is written in the contract, it has a term, it has a budget and somebody answers for it.',
  authors: 'Mira Facilitatorja, Ullinjtë e Paqes',
  isTranslated: 'yes',
};

export const reason = {
  reasonSq: 'Fshatrat ishin shtatë, jo gjashtë.',
  reasonEn: 'There were seven villages, not six.',
};

export const letter = {
  kind: 'open-letter',
  language: 'sq',
  titleSq: 'Letër e hapur: botoni kalendarin e dëgjesave',
  titleEn: 'Open letter: publish the calendar of the hearings',
  summarySq: 'Tri organizata kërkojnë që ditët e dëgjesave të buxhetit të dihen një muaj përpara.',
  summaryEn: 'Three organisations ask that the days of the budget hearings be known a month ahead.',
  bodySq:
    'Të nderuar këshilltarë,\n\nvjet dëgjesat u njoftuan dy ditë përpara. Kërkojmë që kalendari të botohet **tridhjetë ditë** përpara, në faqen e bashkisë dhe në çdo njësi.',
  bodyEn:
    'Dear councillors,\n\nlast year the hearings were announced two days before. We ask that the calendar be published **thirty days** ahead, on the website of the municipality and in every unit.',
  addressedToSq: 'Këshillit Bashkiak të Ullimarës',
  addressedToEn: 'The Municipal Council of Ullimarë',
  signatories:
    'Mira Facilitatorja, Ullinjtë e Paqes\nTeuta Redaktorja, Ullinjtë e Paqes\nDritan Peshku, Shoqata e Peshkatarëve',
  isTranslated: 'yes',
};

export const letterAnswer = {
  by: 'Këshilli Bashkiak i Ullimarës',
  answerSq: 'Kalendari do të botohet çdo vit deri më 1 tetor.',
  answerEn: 'The calendar will be published every year by 1 October.',
  answerUrl: '',
};
