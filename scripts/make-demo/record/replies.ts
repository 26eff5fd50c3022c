import type { StatusName } from '../compose/progress.ts';
import type { Pair } from '../text.ts';

/** The municipality on the whole round. {y} is the budget year, {total} the number of priorities. */
export const overall: readonly Pair[] = [
  [
    "Bashkia {m} falënderon monitoruesit. I pranojmë vlerësimet dhe do t'i diskutojmë me këshillin para miratimit të buxhetit {y}.",
    '{m} Municipality thanks the monitors. We accept the assessments and will discuss them with the council before the {y} budget is adopted.',
  ],
  [
    'Jemi dakord me shumicën e vlerësimeve. Për pjesën që varet nga qeveria qendrore kërkojmë që raporti ta thotë qartë.',
    'We agree with most of the assessments. For the part that depends on the national government we ask that the report say so plainly.',
  ],
  [
    'Raporti është i drejtë. Vonesat kryesore erdhën nga prokurimet e anuluara; procedurat janë rihapur.',
    'The report is fair. The main delays came from cancelled procurement; the procedures have been reopened.',
  ],
  [
    'Bashkia i qëndron fjalës së dhënë për të {total} prioritetet. Kërkojmë një takim të përbashkët me organizatën për planin e vitit {y}.',
    'The municipality stands by its word on all {total} priorities. We ask for a joint meeting with the organisation on the plan for {y}.',
  ],
  [
    "Disa vlerësime nuk marrin parasysh punimet e muajve të fundit. I kemi dërguar dokumentet; presim që vlerësimi i ardhshëm t'i përfshijë.",
    'Some assessments leave out the works of the last months. We have sent the documents and expect the next assessment to include them.',
  ],
  [
    'I kemi caktuar çdo prioriteti një nëpunës përgjegjës dhe do të botojmë çdo tre muaj se ku ka arritur puna.',
    'We have named an official for each priority and will publish every three months how far the work has come.',
  ],
];

/** The municipality on one priority, by what was found. {about} follows "për" / "on". */
export const single: Readonly<Record<StatusName, readonly Pair[]>> = {
  fully: [
    [
      'Premtimi u mbajt. Mirëmbajtja ka zërin e vet në buxhetin {y}.',
      'The promise was kept. Upkeep has its own line in the {y} budget.',
    ],
    [
      'Falënderojmë banorët që ndoqën punën për {about} nga afër.',
      'We thank the residents who followed the work on {about} closely.',
    ],
  ],
  partly: [
    [
      'E pranojmë vlerësimin. Pjesa e mbetur për {about} është në buxhetin {y}.',
      'We accept the assessment. What remains on {about} is in the {y} budget.',
    ],
    [
      'Puna për {about} u ndal në dimër; rinis në pranverë.',
      'Work on {about} stopped in winter; it starts again in spring.',
    ],
    [
      'Mendojmë se është bërë më shumë: për {about} i kemi dërguar rrjetit situacionet e fundit.',
      'We think more has been done: on {about} we have sent the network the latest work records.',
    ],
  ],
  not: [
    [
      'Nuk jemi të një mendjeje: procedura për {about} ka nisur, edhe pse ende nuk duket.',
      'We do not agree: the procedure on {about} has begun, even if it does not show yet.',
    ],
    [
      'Nuk kishte fonde për {about}. Do ta paraqesim sërish në buxhetin {y}.',
      'There were no funds for {about}. We will put it forward again in the {y} budget.',
    ],
    [
      'E pranojmë. Prioritetin do ta shohim bashkë me banorët në dëgjesën e buxhetit.',
      'We accept this. We will go over the priority with residents at the budget hearing.',
    ],
  ],
  'no-data': [
    [
      "Dokumentet për {about} do t'i dërgohen rrjetit sapo të mbyllet kontrolli i brendshëm.",
      'The documents on {about} will be sent to the network once the internal audit is closed.',
    ],
    [
      'Kërkesa për dokumente shkoi te drejtoria e gabuar; kërkojmë ndjesë.',
      'The request for documents went to the wrong directorate; we apologise.',
    ],
  ],
  'not-assessable': [
    [
      'Jemi të gatshëm ta shkruajmë këtë prioritet në mënyrë që të mund të matet.',
      'We are ready to rewrite this priority so that it can be measured.',
    ],
  ],
};

export const disputing: Pair = [
  'Bashkia e kundërshton vlerësimin: kontrata për {about} është lidhur dhe punimet kanë nisur. Kontratën e gjeni bashkëngjitur.',
  'The municipality disputes the assessment: the contract on {about} is signed and works have begun. The contract is attached.',
];

export const deputy: { man: Pair; woman: Pair } = {
  man: ['zëvendëskryetar i bashkisë', 'deputy mayor'],
  woman: ['zëvendëskryetare e bashkisë', 'deputy mayor'],
};

export const directorate: Pair = [
  'drejtoria e planifikimit e bashkisë',
  'planning directorate of the municipality',
];
