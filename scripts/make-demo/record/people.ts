export interface Bench {
  municipality: string;
  /** Mayor after the elections of 2019 and of 2023; the same name twice: elected again. */
  mayors: readonly [string, string];
  deputy: string;
  chair: string;
  /** The candidate who came second in 2023, where the forum of that year names one. */
  rival?: string;
  /** Where a mayor left early: who had been elected, who stood in, and the months of leaving and of the by-election. */
  resigned?: { name: string; acting: string; left: string; byElection: string };
}

/** Invented people: the surnames are made of words and belong to nobody. */
export const benches: readonly Bench[] = [
  {
    municipality: 'Kreshmirë',
    mayors: ['Ardit Bjeshkanaj', 'Ardit Bjeshkanaj'],
    deputy: 'Mira Lisgjati',
    chair: 'Petrit Kroimiri',
    rival: 'Besa Qafliri',
  },
  {
    municipality: 'Gurëvalë',
    mayors: ['Nikollë Rrasamiri', 'Lule Stanvjeti'],
    deputy: 'Gent Pllajagu',
    chair: 'Drane Gurvalaj',
  },
  {
    municipality: 'Borëmal',
    mayors: ['Zef Ahthelli', 'Zef Ahthelli'],
    deputy: 'Age Dimriku',
    chair: 'Kolë Pishkreshta',
    rival: 'Vera Borëmaliu',
  },
  {
    municipality: 'Ujëkthjellë',
    mayors: ['Teuta Krojnaj', 'Teuta Krojnaj'],
    deputy: 'Sokol Liqenaku',
    chair: 'Ilir Mulliraku',
    rival: 'Agron Drunjtani',
  },
  {
    municipality: 'Luginzë',
    mayors: ['Bardh Lëndinaku', 'Elira Shelgaj'],
    deputy: 'Altin Plepreni',
    chair: 'Mimoza Kodraliu',
    rival: 'Bardh Lëndinaku',
  },
  {
    municipality: 'Vreshtalë',
    mayors: ['Silvana Rrushniku', 'Silvana Rrushniku'],
    deputy: 'Genc Bistaku',
    chair: 'Luan Hardhini',
  },
  {
    municipality: 'Arëgjatë',
    mayors: ['Fatos Kallinji', 'Diana Bujkaj'],
    deputy: 'Arben Lëmaku',
    chair: 'Zana Grurarti',
  },
  {
    municipality: 'Urëzall',
    mayors: ['Skënder Zallaku', 'Skënder Zallaku'],
    deputy: 'Mirela Lumliri',
    chair: 'Edmond Rërbardhi',
  },
  {
    municipality: 'Bregdritë',
    mayors: ['Valbona Portluni', 'Artan Dritbregu'],
    deputy: 'Rezarta Faralaj',
    chair: 'Kreshnik Ranaku',
    rival: 'Orjeta Lagunaj',
  },
  {
    municipality: 'Kripalë',
    mayors: ['Hekuran Moçalaku', 'Hekuran Moçalaku'],
    deputy: 'Lindita Pellgaj',
    chair: 'Dritan Kripaliu',
    resigned: {
      name: 'Astrit Kripmadhi',
      acting: 'Lindita Pellgaj',
      left: '2021-12',
      byElection: '2022-03-13',
    },
  },
  {
    municipality: 'Ullimarë',
    mayors: ['Anila Vajrinaj', 'Anila Vajrinaj'],
    deputy: 'Ermal Degmiri',
    chair: 'Shpresa Gjethnaj',
    rival: 'Gjergj Kodrulli',
  },
  {
    municipality: 'Valëdet',
    mayors: ['Saimir Valdeti', 'Jonida Shkumbardha'],
    deputy: 'Klodian Gjiraku',
    chair: 'Eda Dallgëza',
  },
];

/** Guests and hosts of the conferences. */
export const guests: readonly string[] = [
  'Vjosana Fjalaku',
  'Ingrid Fjordsen',
  'Arlind Shtegaku',
  'Rovena Kthjellaj',
  'Pal Gurabardhi',
  'Elda Tregaku',
  'Mark Uraku',
  'Sidorela Hapaj',
];
