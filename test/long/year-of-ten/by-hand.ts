/** What a report must say: by the name of a row, and of all, each measure by its key. Money in whole đồng. */
export type Table = { rows: Record<string, Record<string, number>>; total: Record<string, number> };

/** The measures in the columns of the tables below; those from `asked` on are written in million đồng. */
const COLUMNS = {
  ...{ sent: 'requests', taken: 'accepted', est: 'establishments' },
  ...{ proj: 'projects', appr: 'approvedProjects', done: 'doneProjects', supp: 'supportedEstablishments' },
  ...{ wom: 'womanOwned', mark: 'trademarks', learn: 'trainees', fair: 'fairTurns', booth: 'fairBooths' },
  ...{ asked: 'proposedVnd', nat: 'nationalVnd', loc: 'localVnd', both: 'supportVnd', own: 'counterpartVnd' },
  ...{ pNat: 'paidNationalVnd', pLoc: 'paidLocalVnd', pBoth: 'paidSupportVnd', pOwn: 'paidCounterpartVnd' },
  ...{ adv: 'advancedVnd', left: 'leftAdvanceVnd' },
} as const;

// The projects of 2027 that were carried out, in million đồng:
//
//             fund      asked  nat  loc   own  paid: nat  loc   own  status
//   noodles   national    200  120   30   320        120   30   330  closed   (approved 150 and 350, then amended)
//   tea       local       100    0   90   110          0   85   115  settled
//   bamboo    local        35    0   30     5          0   30     5  closed   a trademark
//   bricks    national    900  700  100 2,000        690  100 2,100  closed
//   smiths    national    120  100    0    20        100    0    20  settled  25 learners
//   weavers   local        20    0   15     5          0   12     6  closed   2 booths at a fair
//
// Of the carpenters (local, stopped) 40 was advanced and 10 came back: 30 are left with them. What was advanced to the noodles is
// part of what was paid.
//
// Otherwise nowhere counted: carpenters (stopped), bakers (withdrawn), mushrooms (refused out of the plan). Never a project: distillers
// (refused), the second request of the tea (accepted). Of the plan of 2028: the second request of the noodles, 80 asked.

// 2026: 11 sent, less 2 refused, 1 stopped and 1 withdrawn = 7; 11 less the one that is the tea's = 10 establishments.
// 2027: asked 200+100+35+900+120+20 = 1,375; nat 120+700+100 = 920; loc 30+90+30+100+15 = 265;
//       own 320+110+5+2,000+20+5 = 2,460; paid nat 120+690+100 = 910; loc 30+85+30+100+12 = 257;
//       own 330+115+5+2,100+20+6 = 2,576. Women own the noodles, the tea and the weavers.
// All: an establishment of two years is one.
export const BY_YEAR = readTable(`
  year   sent taken est  proj appr done supp wom mark learn fair booth  asked nat loc both  own  pNat pLoc pBoth pOwn adv left
  2026     11     7  10     0    0    0    0   0    0     0    0     0      0   0   0    0    0     0    0     0    0   0    0
  2027      1     1   1     6    6    6    6   3    1    25    1     2   1375 920 265 1185 2460   910  257  1167 2576   0   30
  2028      0     0   0     1    0    0    0   0    0     0    0     0     80   0   0    0    0     0    0     0    0   0    0
  total    12     8  10     7    6    6    6   3    1    25    1     2   1455 920 265 1185 2460   910  257  1167 2576   0   30
`);

// closed: noodles, bamboo, bricks, weavers: asked 200+35+900+20 = 1,155; nat 120+700 = 820; loc 30+30+100+15 = 175;
//         own 320+5+2,000+5 = 2,330; paid nat 120+690 = 810; loc 30+30+100+12 = 172; own 330+5+2,100+6 = 2,441.
// settled: tea and smiths: asked 100+120; nat 100; loc 90; own 110+20; paid nat 100; loc 85; own 115+20.
export const BY_STATUS = readTable(`
  status     sent taken est  proj appr done supp wom mark learn fair booth  asked nat loc both  own  pNat pLoc pBoth pOwn adv left
  accepted      1     1   1     0    0    0    0   0    0     0    0     0      0   0   0    0    0     0    0     0    0   0    0
  proposed      1     1   1     1    0    0    0   0    0     0    0     0     80   0   0    0    0     0    0     0    0   0    0
  settled       2     2   2     2    2    2    2   1    0    25    0     0    220 100  90  190  130   100   85   185  135   0    0
  closed        4     4   4     4    4    4    4   2    1     0    1     2   1155 820 175  995 2330   810  172   982 2441   0    0
  stopped       1     0   1     0    0    0    0   0    0     0    0     0      0   0   0    0    0     0    0     0    0   0   30
  declined      2     0   2     0    0    0    0   0    0     0    0     0      0   0   0    0    0     0    0     0    0   0    0
  withdrawn     1     0   1     0    0    0    0   0    0     0    0     0      0   0   0    0    0     0    0     0    0   0    0
  total        12     8  10     7    6    6    6   3    1    25    1     2   1455 920 265 1185 2460   910  257  1167 2576   0   30
`);

// From here on 2027 alone: what was sent in it, and its plan. Each commune has one project, as above.
export const BY_COMMUNE = readTable(`
  commune         sent taken est  proj appr done supp wom mark learn fair booth  asked nat loc both  own  pNat pLoc pBoth pOwn adv left
  Xã_Côn_Minh        1     1   1     1    1    1    1   1    0     0    0     0    200 120  30  150  320   120   30   150  330   0    0
  Xã_Đại_Từ          0     0   0     1    1    1    1   1    0     0    0     0    100   0  90   90  110     0   85    85  115   0    0
  Xã_Ba_Bể           0     0   0     1    1    1    1   0    1     0    0     0     35   0  30   30    5     0   30    30    5   0    0
  Xã_Bạch_Thông      0     0   0     1    1    1    1   0    0     0    0     0    900 700 100  800 2000   690  100   790 2100   0    0
  Xã_Phú_Lương       0     0   0     1    1    1    1   0    0    25    0     0    120 100   0  100   20   100    0   100   20   0    0
  Xã_Chợ_Đồn         0     0   0     1    1    1    1   1    0     0    1     2     20   0  15   15    5     0   12    12    6   0    0
  Xã_Định_Hoá        0     0   0     0    0    0    0   0    0     0    0     0      0   0   0    0    0     0    0     0    0   0   30
  total              1     1   1     6    6    6    6   3    1    25    1     2   1375 920 265 1185 2460   910  257  1167 2576   0   30
`);

// food: noodles and tea: 200+100; 120; 30+90; 320+110; paid 120; 30+85; 330+115. The second request of the noodles names no
// sector: it is that of the establishment. null: bamboo, smiths and weavers, whose kinds of support do not ask for it:
// 35+120+20 = 175; 100; 30+15; 5+20+5; paid 100; 30+12; 5+20+6.
export const BY_SECTOR = readTable(`
  sector               sent taken est  proj appr done supp wom mark learn fair booth  asked nat loc both  own  pNat pLoc pBoth pOwn
  food                    1     1   1     2    2    2    2   2    0     0    0     0    300 120 120  240  430   120  115   235  445
  building-materials      0     0   0     1    1    1    1   0    0     0    0     0    900 700 100  800 2000   690  100   790 2100
  null                    0     0   0     3    3    3    3   1    1    25    1     2    175 100  45  145   30   100   42   142   31
  total                   1     1   1     6    6    6    6   3    1    25    1     2   1375 920 265 1185 2460   910  257  1167 2576
`);

// advanced-equipment: noodles and tea, as above.
export const BY_PROGRAMME = readTable(`
  programme                      sent taken est  proj appr done supp wom mark learn fair booth  asked nat loc both  own  pNat pLoc pBoth pOwn
  advanced-equipment                1     1   1     2    2    2    2   2    0     0    0     0    300 120 120  240  430   120  115   235  445
  trademark                         0     0   0     1    1    1    1   0    1     0    0     0     35   0  30   30    5     0   30    30    5
  technical-demonstration-model     0     0   0     1    1    1    1   0    0     0    0     0    900 700 100  800 2000   690  100   790 2100
  vocational-training               0     0   0     1    1    1    1   0    0    25    0     0    120 100   0  100   20   100    0   100   20
  trade-fair                        0     0   0     1    1    1    1   1    0     0    1     2     20   0  15   15    5     0   12    12    6
  total                             1     1   1     6    6    6    6   3    1    25    1     2   1375 920 265 1185 2460   910  257  1167 2576
`);

// By the fund that a project is proposed for. national: noodles, bricks, smiths: 200+900+120; 120+700+100; 30+100;
// 320+2,000+20; paid 120+690+100; 30+100; 330+2,100+20. local: tea, bamboo, weavers: 100+35+20; 90+30+15; 110+5+5;
// paid 85+30+12; 115+5+6; what was sent in 2027 is proposed for the local fund of 2028.
export const BY_FUND = readTable(`
  fund       sent taken est  proj appr done supp wom mark learn fair booth  asked nat loc both  own  pNat pLoc pBoth pOwn adv left
  national      0     0   0     3    3    3    3   1    0    25    0     0   1220 920 130 1050 2340   910  130  1040 2450   0    0
  local         1     1   1     3    3    3    3   2    1     0    1     2    155   0 135  135  120     0  127   127  126   0   30
  total         1     1   1     6    6    6    6   3    1    25    1     2   1375 920 265 1185 2460   910  257  1167 2576   0   30
`);

// true: noodles, tea, weavers: 200+100+20; 120; 30+90+15; 320+110+5; paid 120; 30+85+12; 330+115+6. false: bamboo.
// null: bricks and smiths: 900+120; 700+100; 100; 2,000+20; paid 690+100; 100; 2,100+20.
export const BY_OWNER = readTable(`
  owner  sent taken est  proj appr done supp wom mark learn fair booth  asked nat loc both  own  pNat pLoc pBoth pOwn
  true      1     1   1     3    3    3    3   3    0     0    1     2    320 120 135  255  435   120  127   247  451
  false     0     0   0     1    1    1    1   0    1     0    0     0     35   0  30   30    5     0   30    30    5
  null      0     0   0     2    2    2    2   0    0    25    0     0   1020 800 100  900 2020   790  100   890 2120
  total     1     1   1     6    6    6    6   3    1    25    1     2   1375 920 265 1185 2460   910  257  1167 2576
`);

/** Reads a table as it stands above; a blank in a name is written "_". */
function readTable(text: string): Table {
  const [head = [], ...lines] = text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/));
  const rows = lines.map(([name = '', ...cells]) => {
    const values = cells.map((cell, at): [string, number] => {
      const column = head[at + 1] ?? '';
      const measure = COLUMNS[column as keyof typeof COLUMNS];
      return [measure, Number(cell) * (measure.endsWith('Vnd') ? 1_000_000 : 1)];
    });
    return [name.replaceAll('_', ' '), Object.fromEntries(values)] as const;
  });
  const { total = {}, ...others } = Object.fromEntries(rows);
  return { rows: others, total };
}
