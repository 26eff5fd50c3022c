import type { ArticlePlan } from './article-plan.ts';

/** News of the years before. */
export const earlierArticles: readonly ArticlePlan[] = [
  {
    key: 'tabela-e-pergjigjeve-ne-kodervreshte',
    municipality: 'Luginzë',
    on: '2025-10-20',
    title: [
      'Në Kodërvreshtë bashkia erdhi me përgjigje',
      'In Kodërvreshtë the municipality came with answers',
    ],
    summary: [
      'Dëgjesa e buxhetit nisi me tabelën e kërkesave të vitit të kaluar: çfarë u bë, çfarë jo dhe pse.',
      "The budget hearing opened with the table of last year's requests: what was done, what was not, and why.",
    ],
    body: [
      `Zakonisht një dëgjesë nis me një prezantim. Këtë herë nisi me një fletë A3: tridhjetë e katër kërkesat e vitit të kaluar dhe nga një rresht për secilën.

Kolonat ishin katër: *kërkesa*, *përgjigjja*, *sa kushton*, *kur*. Te dymbëdhjetë kërkesa shkruhej "jo", me arsyen pranë.

> "Jo-ja me arsye është më mirë se heshtja," tha një banore.

Forumi Qytetar kërkon që e njëjta tabelë të dalë edhe në njësitë e tjera. Modelin e gjeni te përvojat.`,
      `A hearing usually opens with a presentation. This one opened with an A3 sheet: the thirty-four requests of last year and one line for each.

There were four columns: *request*, *answer*, *cost*, *when*. Beside twelve requests it said "no", with the reason next to it.

> "A no with a reason is better than silence," said one resident.

The Civic Forum asks that the same table be shown in the other units too. The template is among the experiences.`,
    ],
  },
  {
    key: 'peticion-per-plazhin-ne-gjirigjelber',
    municipality: 'Valëdet',
    on: '2025-07-14',
    title: [
      '388 nënshkrime për plazhin e lirë në Gjirigjelbër',
      '388 signatures for the free beach in Gjirigjelbër',
    ],
    summary: [
      'Banorët kërkojnë që këshilli ta diskutojë hartën e lejeve para sezonit të ardhshëm.',
      'Residents ask the council to debate the map of permits before the next season.',
    ],
    body: [
      `Nisma "Gjiri i Gjelbër" i dorëzoi këshillit bashkiak peticionin e banorëve të Gjirigjelbrit. Ata kërkojnë tri gjëra:

- harta e lejeve të botohet çdo maj;
- vija e lirë të matet nga dikush i pavarur;
- dushet dhe rampa të jenë gati më 1 qershor.

Këshilli e vuri çështjen në rendin e ditës të shtatorit.`,
      `The Green Bay Initiative handed the municipal council the petition of the residents of Gjirigjelbër. They ask for three things:

- the map of permits should be published every May;
- the free shore should be measured by someone independent;
- showers and ramp should be ready by 1 June.

The council put the matter on its agenda for September.`,
    ],
  },
  {
    key: 'u-vendos-kundershtimi-i-kripales',
    municipality: 'Kripalë',
    on: '2025-05-22',
    title: ['U vendos kundërshtimi i Kripalës', "Kripalë's dispute is decided"],
    summary: [
      'Një vlerësues që nuk e kishte koduar prioritetin shkoi në vend dhe e ndryshoi gjendjen.',
      'An assessor who had not coded the priority went to see for himself, and the status was changed.',
    ],
    body: [
      `Bashkia Kripalë e kundërshtoi një nga vlerësimet e vitit 2023-2024 dhe solli kontratën e punimeve, që nuk ishte botuar.

Sipas rregullave, kundërshtimin e vendos dikush që **nuk e ka koduar** prioritetin. Ai bëri një vizitë pa njoftim më 29 prill dhe gjeti një pjesë të punës të përfunduar.

Gjendja e re mban datën dhe arsyen. E vjetra mbetet e lexueshme në historikun e prioritetit: asgjë e botuar nuk fshihet.`,
      `Kripalë Municipality disputed one of the assessments of 2023-2024 and brought the works contract, which had not been published.

By the rules, a dispute is decided by someone who **has not coded** the priority. He made an unannounced visit on 29 April and found part of the work done.

The new status carries its date and reason. The old one stays readable in the priority's history: nothing published is deleted.`,
    ],
  },
  {
    key: 'korrigjim-ne-ullimare',
    municipality: 'Ullimarë',
    on: '2025-04-03',
    title: [
      'Korrigjim: një premtim në Ullimarë nuk është mbajtur plotësisht',
      'Correction: a promise in Ullimarë is not kept in full',
    ],
    summary: [
      'Dy dëshmitë tona kishin të njëjtin burim. Gabimi është yni dhe e themi hapur.',
      'Our two items of evidence had one source. The mistake is ours and we say so openly.',
    ],
    body: [
      `Për *adresuar plotësisht* metodologjia kërkon dy dëshmi të pavarura, të dy llojeve të ndryshme. Në një prioritet të Ullimarës shkrimi i gazetës që përdorëm tregonte të njëjtin takim me banorët që kishim edhe ne: ishte e njëjta dëshmi dy herë.

Gjendja e vitit 2023-2024 është tani **adresuar pjesërisht**. Korrigjimi ka datë, arsye dhe lidhje te versioni i parë.

Kërkojmë ndjesë. Kontrollin e burimeve e bën tani një person i dytë.`,
      `For *fully addressed* the methodology asks for two independent items of evidence of two different classes. For one priority in Ullimarë the newspaper article that we used told of the same meeting with residents that we already had: the same evidence twice.

The status for 2023-2024 is now **partly addressed**. The correction has a date, a reason and a link to the first version.

We apologise. Sources are now checked by a second person.`,
    ],
  },
  {
    key: 'bregdrita-nenshkroi',
    municipality: 'Bregdritë',
    on: '2024-01-31',
    title: [
      'Bregdrita nënshkroi, tetë muaj pas zotimit',
      'Bregdritë has signed, eight months after the pledge',
    ],
    summary: [
      'Kryetari e kishte dhënë fjalën në forumin e majit; kontrata u nënshkrua në Qendrën Rinore.',
      'The mayor had given his word at the forum in May; the contract was signed at the Youth Centre.',
    ],
    body: [
      `Në forumin e 8 majit 2023 kandidati Artan Dritbregu u zotua ta nënshkruajë kontratën nëse zgjidhej. U zgjodh në maj; nënshkroi më 30 janar 2024.

Në regjistër qëndrojnë të dyja datat: **zotimi** dhe **nënshkrimi**. Nënshkrimi nuk është një po ose jo, por një fakt me datë.

Teksti është i njëjtë me atë që banorët e miratuan në mars 2023. Që nga dita e nënshkrimit numri i prioriteteve nuk ndryshon më.`,
      `At the forum of 8 May 2023 the candidate Artan Dritbregu pledged to sign the contract if elected. He was elected in May; he signed on 30 January 2024.

Both dates stand in the record: the **pledge** and the **signature**. A signature is not a yes or a no, but a dated fact.

The text is the same that residents approved in March 2023. From the day of signing the number of priorities no longer changes.`,
    ],
  },
  {
    key: 'dy-qytete-dy-pergjigje',
    on: '2023-05-10',
    title: ['Dy forume, dy përgjigje', 'Two forums, two answers'],
    summary: [
      'Në Kreshmirë nënshkruan të dy kandidatët; në Borëmal njëri e refuzoi dhe tha pse.',
      'In Kreshmirë both candidates signed; in Borëmal one declined and said why.',
    ],
    body: [
      `Brenda një jave rrjeti mbajti forume në dy bashki malore.

**Në Kreshmirë** të dy kandidatët iu përgjigjën prioriteteve një nga një dhe e nënshkruan kontratën para sallës.

**Në Borëmal** Zef Ahthelli nuk i pranoi afatet dhe kërkoi një tekst pa data. Kundërshtarja e tij nënshkroi. Refuzimi shënohet me arsyen e tij, me fjalët e tij.

Cilado qoftë përgjigjja, monitorimi nis në shtator në të dyja bashkitë.`,
      `Within a week the network held forums in two mountain municipalities.

**In Kreshmirë** both candidates answered the priorities one by one and signed the contract before the hall.

**In Borëmal** Zef Ahthelli did not accept the due dates and asked for a text without them. His opponent signed. The refusal is recorded with his reason, in his words.

Whatever the answer, monitoring begins in September in both municipalities.`,
    ],
  },
  {
    key: 'dy-anetare-te-reja-2021',
    on: '2021-07-30',
    title: ['Rrjetit i shtohen Arëgjata dhe Valëdeti', 'Arëgjatë and Valëdet join the network'],
    summary: [
      'Dy organizata të reja hartuan kontrata dyvjeçare, me të njëjtën metodologji.',
      'Two new organisations drew up two-year contracts with the same methodology.',
    ],
    body: [
      `Shoqata "Ndihma e Fushës" dhe nisma "Gjiri i Gjelbër" janë anëtarja e dymbëdhjetë dhe e trembëdhjetë e rrjetit.

Kontratat e tyre mbulojnë vitet 2021-2023. Për dy vitet e para të mandatit nuk ka vlerësime: faqet e tyre thonë *ende pa vlerësim*, jo *nuk është adresuar*.

Kontrata e Arëgjatës u nënshkrua në korrik. Ajo e Valëdetit nuk i është paraqitur ende kryetarit.`,
      `The Help of the Plain Association and the Green Bay Initiative are the network's twelfth and thirteenth members.

Their contracts cover 2021 to 2023. There are no assessments for the first two years of the mandate: their pages say *not yet assessed*, not *not addressed*.

The contract of Arëgjatë was signed in July. That of Valëdet has not yet been put before the mayor.`,
    ],
  },
];
