import type { Theme } from './theme.ts';

/** Infrastructure: schools, kindergartens, health posts, greenery and sports. */
export const buildings: readonly Theme[] = [
  {
    key: 'school-heating',
    field: 'infrastructure',
    coverage: 'listed',
    places: 2,
    n: [3, 8, 1],
    heading: ['Ngrohja në shkolla', 'Heating in schools'],
    says: [
      [
        'Ngrohje qendrore në {n} shkolla, duke nisur nga {du} dhe {du2}, me lëndë djegëse deri në fund të dimrit',
        'Central heating in {n} schools, starting with {u} and {u2}, with fuel until the end of winter',
      ],
      [
        'Asnjë klasë pa ngrohje në shkollat e {gu} dhe {gu2}',
        'No classroom without heating in the schools of {u} and {u2}',
      ],
    ],
    components: [
      {
        says: ['{n} shkolla kanë ngrohje qendrore që punon', '{n} schools have working central heating'],
        shown: ['Matje e temperaturës në klasa, në janar', 'Classroom temperatures measured in January'],
        about: ['ngrohjen qendrore', 'central heating'],
        done: [
          'Në të {n} shkollat temperatura e matur ishte mbi 18 gradë',
          'In all {n} schools the measured temperature was above 18 degrees',
        ],
        half: ['Ngrohja punon në {p} nga {n} shkolla', 'The heating works in {p} of {n} schools'],
      },
      {
        says: ['Lënda djegëse mjafton nga nëntori deri në mars', 'Fuel lasts from November to March'],
        shown: ['Fletëdaljet e depos dhe fjala e mësuesve', "Store records and the teachers' word"],
        about: ['lëndën djegëse', 'fuel'],
        done: ['Lënda djegëse mjaftoi deri në mars', 'The fuel lasted until March'],
        half: ['Lënda djegëse mbaroi në shkurt', 'The fuel ran out in February'],
      },
    ],
    needs: [
      ['Nxënësit rrinë me xhupa në klasë gjithë dimrin', 'Pupils keep their coats on in class all winter'],
      ['Sobat me dru nxjerrin tym; duan ndërruar', 'The wood stoves smoke; they need replacing'],
    ],
  },
  {
    key: 'kindergarten',
    field: 'infrastructure',
    coverage: 'listed',
    places: 1,
    n: [30, 90, 5],
    heading: ['Kopshti', 'Kindergarten'],
    says: [
      ['Hapja e një kopshti me {n} vende në {u}', 'Open a kindergarten with {n} places in {u}'],
      [
        'Rikonstruksioni i kopshtit në {u} dhe shtimi i vendeve deri në {n}',
        'Rebuild the kindergarten in {u} and raise its places to {n}',
      ],
    ],
    components: [
      {
        says: ['Kopshti në {u} pranon {n} fëmijë', 'The kindergarten in {u} takes {n} children'],
        shown: ['Regjistri i kopshtit dhe vëzhgim', 'The kindergarten register and a visit'],
        about: ['vendet në kopsht', 'kindergarten places'],
        done: ['Kopshti ka {n} fëmijë të regjistruar', 'The kindergarten has {n} children on its register'],
        half: [
          'Kopshti pranon {p} fëmijë në vend të {n}',
          'The kindergarten takes {p} children instead of {n}',
        ],
      },
      {
        says: [
          'Ndërtesa ka tualete për fëmijë, ujë dhe oborr të rrethuar',
          "The building has children's toilets, water and a fenced yard",
        ],
        shown: ['Vëzhgim me listë kontrolli', 'A visit with a checklist'],
        about: ['kushtet e ndërtesës', 'the state of the building'],
        done: [
          'Tualetet, uji dhe rrethimi i oborrit janë në rregull',
          'Toilets, water and the fence are in order',
        ],
        half: [
          'Tualetet u rregulluan; oborri mbetet i hapur',
          'The toilets are done; the yard is still open',
        ],
      },
      {
        says: ['Kopshti ofron ushqim të ngrohtë çdo ditë', 'The kindergarten serves a warm meal every day'],
        shown: ['Kontrata e furnizimit dhe fjala e prindërve', "The supply contract and the parents' word"],
        about: ['ushqimin e ngrohtë', 'the warm meal'],
        done: ['Ushqimi i ngrohtë shërbehet çdo ditë', 'A warm meal is served every day'],
        half: ['Ushqimi shërbehet tri ditë në javë', 'A meal is served three days a week'],
      },
    ],
    needs: [
      [
        'Nuk ka vende në kopsht; gratë lënë punën',
        'There are no kindergarten places; women leave their jobs',
      ],
      [
        'Kopshti i {gu} ka lagështi dhe tualete të prishura',
        'The kindergarten of {u} is damp and its toilets are broken',
      ],
    ],
  },
  {
    key: 'health-post',
    field: 'infrastructure',
    coverage: 'listed',
    places: 1,
    heading: ['Ambulanca', 'Health post'],
    says: [
      [
        'Rihapja e ambulancës në {u} me infermier të përhershëm dhe mjek dy herë në javë',
        'Reopen the health post in {u} with a permanent nurse and a doctor twice a week',
      ],
      ['Ambulancë me ujë, ngrohje dhe rampë në {u}', 'A health post with water, heating and a ramp in {u}'],
    ],
    components: [
      {
        says: [
          'Ndërtesa e ambulancës ka ujë, ngrohje dhe rampë',
          'The building of the health post has water, heating and a ramp',
        ],
        shown: ['Vëzhgim në terren', 'A field visit'],
        about: ['ndërtesën e ambulancës', 'the building of the health post'],
        done: ['Ndërtesa ka ujë, ngrohje dhe rampë', 'The building has water, heating and a ramp'],
        half: [
          'Ndërtesa u lye dhe ka ujë; ngrohja mungon',
          'The building was painted and has water; heating is missing',
        ],
      },
      {
        says: [
          'Infermieri është çdo ditë pune, mjeku dy herë në javë',
          'The nurse is there every working day, the doctor twice a week',
        ],
        shown: [
          'Katër vizita pa njoftim dhe dëshmi të banorëve',
          'Four unannounced visits and accounts by residents',
        ],
        about: ['personelin e ambulancës', 'staff at the health post'],
        done: [
          'Në katër vizita pa njoftim personeli ishte në vend',
          'Staff were present on four unannounced visits',
        ],
        half: ['Infermieri vjen çdo ditë; mjeku nuk vjen', 'The nurse comes every day; the doctor does not'],
        competence: 'national',
      },
    ],
    needs: [
      ['Për një matje tensioni duhet të shkojmë në qytet', 'For a blood pressure check we must go to town'],
      ['Ambulanca është e mbyllur prej dy vjetësh', 'The health post has been closed for two years'],
    ],
  },
  {
    key: 'park',
    field: 'infrastructure',
    coverage: 'listed',
    places: 1,
    n: [2, 4, 1],
    heading: ['Hapësirat e gjelbra', 'Green spaces'],
    says: [
      [
        'Krijimi i {n} hapësirave të gjelbra me kënde lojërash në {u}',
        'Create {n} green spaces with playgrounds in {u}',
      ],
      [
        'Kthimi i truallit bosh në qendër të {gu} në park publik me pemë dhe stola',
        'Turn the empty lot in the centre of {u} into a public park with trees and benches',
      ],
    ],
    components: [
      {
        says: [
          'Hapësirat e gjelbra në {u} janë të hapura për publikun',
          'The green spaces in {u} are open to the public',
        ],
        shown: ['Vëzhgim në terren, me hartë', 'A field visit, with a map'],
        about: ['hapjen e hapësirave të gjelbra', 'opening the green spaces'],
        done: ['Të gjitha hapësirat e premtuara janë të hapura', 'All the promised spaces are open'],
        half: ['Një hapësirë është hapur; të tjerat presin', 'One space is open; the others wait'],
      },
      {
        says: ['Këndi i lojërave është i sigurt dhe i ndriçuar', 'The playground is safe and lit'],
        shown: ['Vëzhgim me listë kontrolli sigurie', 'A visit with a safety checklist'],
        about: ['këndin e lojërave', 'the playground'],
        done: [
          'Lojërat janë të reja, me tapet mbrojtës dhe ndriçim',
          'The equipment is new, with safety matting and light',
        ],
        half: [
          'Lojërat u vendosën mbi beton, pa tapet mbrojtës',
          'The equipment was set on concrete, without safety matting',
        ],
      },
    ],
    needs: [
      ['Nuk ka asnjë vend ku të luajnë fëmijët', 'There is nowhere for children to play'],
      [
        'Pemët në qendër u prenë dhe nuk u mbollën të tjera',
        'The trees in the centre were cut and no others planted',
      ],
    ],
  },
  {
    key: 'sports-ground',
    field: 'infrastructure',
    coverage: 'listed',
    places: 2,
    heading: ['Terrenet sportive', 'Sports grounds'],
    says: [
      [
        'Terrene sportive shumëfunksionale në {u} dhe {u2}, të hapura edhe pas mësimit',
        'Multi-use sports grounds in {u} and {u2}, open after school too',
      ],
      [
        'Rregullimi i fushës së sportit në {u} dhe ndërtimi i një të reje në {u2}',
        'Repair the sports field in {u} and build a new one in {u2}',
      ],
    ],
    components: [
      {
        says: ['Terreni në {u} është i përdorshëm gjithë vitin', 'The ground in {u} can be used all year'],
        shown: ['Vëzhgim në terren në dy stinë', 'Field visits in two seasons'],
        about: ['terrenin në {u}', 'the ground in {u}'],
        done: [
          'Terreni në {u} është shtruar, rrethuar dhe ndriçuar',
          'The ground in {u} is surfaced, fenced and lit',
        ],
        half: [
          'Terreni në {u} është shtruar, por nuk ka rrethim',
          'The ground in {u} is surfaced, but has no fence',
        ],
      },
      {
        says: ['Terreni në {u2} është i përdorshëm gjithë vitin', 'The ground in {u2} can be used all year'],
        shown: ['Vëzhgim në terren në dy stinë', 'Field visits in two seasons'],
        about: ['terrenin në {u2}', 'the ground in {u2}'],
        done: ['Terreni në {u2} është hapur', 'The ground in {u2} is open'],
        half: ['Në {u2} janë vendosur vetëm portat dhe koshat', 'Only goals and hoops were put up in {u2}'],
      },
      {
        says: [
          'Terrenet janë falas për të rinjtë pas orës 16',
          'The grounds are free for young people after 4 p.m.',
        ],
        shown: ['Rregullorja e përdorimit dhe prova në vend', 'The rules of use and a trial on the spot'],
        about: ['hapjen pas mësimit', 'opening after school'],
        done: ['Terrenet janë falas çdo pasdite', 'The grounds are free every afternoon'],
        half: ['Terrenet hapen falas vetëm të shtunave', 'The grounds open free of charge on Saturdays only'],
      },
    ],
    needs: [
      [
        'Të rinjtë luajnë në rrugë; fusha e vjetër është me gurë',
        'Young people play in the street; the old field is full of stones',
      ],
      ['Terreni i shkollës mbyllet me çelës pas mësimit', 'The school ground is locked after classes'],
    ],
  },
  {
    key: 'school-building',
    field: 'infrastructure',
    coverage: 'listed',
    places: 1,
    heading: ['Shkolla', 'School'],
    says: [
      [
        'Rikonstruksioni i shkollës 9-vjeçare në {u}: çati, tualete dhe laborator',
        'Rebuild the nine-year school in {u}: roof, toilets and a laboratory',
      ],
      [
        'Shkolla në {u} si qendër komunitare, me tualete të rregulluara dhe bibliotekë',
        'The school in {u} as a community centre, with proper toilets and a library',
      ],
    ],
    components: [
      {
        says: ['Çatia nuk pikon dhe tualetet kanë ujë', 'The roof does not leak and the toilets have water'],
        shown: [
          'Vëzhgim pas reshjeve dhe fjala e drejtorisë',
          "A visit after rain and the head teacher's word",
        ],
        about: ['çatinë dhe tualetet', 'the roof and the toilets'],
        done: [
          'Çatia u ndërrua dhe të gjitha tualetet kanë ujë',
          'The roof was replaced and all toilets have water',
        ],
        half: [
          'Tualetet u rregulluan; çatia pikon në dy klasa',
          'The toilets were repaired; the roof leaks in two classrooms',
        ],
      },
      {
        says: [
          'Laboratori ka pajisje dhe përdoret çdo javë',
          'The laboratory is equipped and used every week',
        ],
        shown: ['Inventari dhe ditari i mësuesit', "The inventory and the teacher's diary"],
        about: ['laboratorin', 'the laboratory'],
        done: [
          'Laboratori është pajisur dhe përdoret çdo javë',
          'The laboratory is equipped and used every week',
        ],
        half: ['Dhoma është gati, por pa pajisje', 'The room is ready, but has no equipment'],
        competence: 'shared',
      },
    ],
    needs: [
      ['Çatia e shkollës pikon mbi bankat', 'The school roof leaks onto the desks'],
      ['Në tualetet e shkollës nuk ka ujë', 'There is no water in the school toilets'],
    ],
  },
];
