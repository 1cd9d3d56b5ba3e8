"""Plans of the generator that were once read wrongly in silence, with what misled the reading.

They stay, so that what was learned from them is not forgotten.
"""

from __future__ import annotations

from typing import Final

import pytest

from tests.renaksi.variants.readings import judged
from tests.renaksi.variants.variant import variant

ONCE_WRONG: Final = {
    2034: "an old spelling of an official name's first word, with a slip in it",
    5322: "a program without label word, its indicator and its quarters below it in one column",
    5787: "indicators numbered 2 and 3 below one whose text, and number, was lost",
    6423: "a row moved by a cell, so that its last target stood among amounts of rupiah",
    6591: "an indicator printed with its unit in one cell, and again with the two apart",
    10464: "a long name above a name with a number such as 1.1.1.2.2: not its rest",
    10986: "a sub-activity under an activity of another field, its name official twice",
    20167: "quarters spread over cells, with an indicator that just fills its column above them",
    20549: "an indicator that is a list of two with bullets",
    21140: "a long name above another, both in a table that numbers its rows",
    21581: "a program's row in one column, below a header of its own",
    22416: "a name official on two levels, moved out of its column",
    23159: "a header printed again in one half of a table, beside quarters of the other",
    24353: "an activity and its sub-activity in one cell, by their numbers apart",
    24595: "the rest of an indicator below its four quarters",
    24999: "a name of another office's field, moved out of its column",
    25033: "an indicator below the program's name, in one drawn cell",
    25738: "a sub-activity in the activity's columns: the quarters below are its own",
    30132: "an activity and its sub-activity in one cell, with numbers and no label words",
    30883: "rows numbered a, b in a column of their own, one below the other",
    31111: "a dash among amounts of rupiah, in a row moved by a cell",
    31168: "an indicator in the words of its sub-activity, moved",
    31372: "the rest of an indicator alone in another column",
    31526: "a printed code of another field, whose name a kecamatan has, too",
    32568: "the rest of an indicator alone in another column, beside a name that is whole",
    32849: "an objective printed again, its quarters beside those of a sub-activity",
    33747: "an objective behind a unit in one cell",
    34129: "an indicator that begins with *Nilai* below the program's name, in one drawn cell",
    34207: "a quarter without its value, and the next name in its place",
    34260: "a header whose second row is printed again in another form",
    34705: "a zero among amounts of rupiah, in a row moved by a cell",
    35319: "sub-activities with names that several lines share, below an activity of another field",
    35380: "a sub-activity that is called as its activity",
    35447: "a kecamatan whose name is written with a small letter in the list",
    35476: "a program's name in full width above another, with a numbered indicator",
    35551: "a name of another field that is nearly one of a kecamatan",
    35708: "a section's heading inside a table, and a table without header below it",
    40110: "a program's row above the heading that names it, in the columns of activities",
    40241: "a header moved and printed again over the rows of a stacked table",
    40651: "a dash, and a numbered objective, in one cell",
    41302: "a target, and a numbered objective, in one cell",
    41371: "a header's word twice, a row moved, an output behind the sub-activity's name",
    41629: "an amount of rupiah where a quarter's value was lost",
    42098: "a header's row printed again beside quarters",
    43307: "a kecamatan with a dash in its name",
    43425: "lines within drawn cells, in a text with signs that are not seen",
    43800: "a predicate among amounts of rupiah, in a row moved by a cell",
    51314: "a rest that reads like a remark: *tindak lanjut pengawasan*",
    60233: "a header's words printed again in part, which name no element",
    61103: "a value's column with one row, into which a name slipped",
    61629: "quarters left over in a program's columns: no objective's, though that has a dash",
    61826: "an objective printed again with the row that its first printing lost",
    62409: "a predicate, and a numbered objective, in one cell",
    71771: "a name of another field that is the beginning of a kecamatan's",
    72583: "quarters that all slipped into the column of units, and rupiah into theirs",
    81610: "a name in full width above *2 Tujuan : …*",
    92967: "a plan of one row that lost its indicator and a quarter: it was refused",
    102288: "a sub-activity whose name goes on from its activity's, in a row that was moved",
    2001252: "an indicator that begins with *Kegiatan*, the third of its sub-activity",
    2002518: "figures that are the numbers of their columns by chance",
    2002583: "a header's word printed again where units stand",
    2003030: "names that each row prints again, below a row of one line in a drawn table",
    2003308: "a quarter's label alone in a row of a table",
    2004391: "figures that are the numbers of their columns, in a row of all kinds",
    2005845: "a row without its tabs, whose number goes on with a program passed long before, too",
    2006142: "a page's number in the first cell of a row",
    2006332: "quarters side by side with a dash and a figure, below a header printed again",
    2007662: "a name in the very words of an ordinary line, in a region with lines of its own",
    2007811: "an indicator and its quarters in one cell, below a text that ends in *dalam*",
    2008231: "a header printed again in one half, beside quarters, below names that fill their columns",
    2011465: "a header's row in small letters printed again below a name that fills its column",
    3000110: "a header whose second row was lost, its quarters in one cell and in rows",
    3000887: "an objective's second indicator printed again, its row fused beside a program",
    3001035: "an objective's second indicator printed again, its header lost",
    3001348: "a predicate in the column of remarks, in a row moved by a cell",
    3001472: "a value that wrapped below its quarter's label, in a box without rules between rows",
    3004084: "the end of a wrapped name that is the end of another, too",
    3009249: "a page's number with dashes in the first cell of a row",
    3011132: "an indicator in small letters that lost the border behind its sub-activity's name",
    3012445: "a table whose header was lost, in the columns of another level",
    3013505: "a second indicator with four quarters in its cell, beside one with quarters below",
    3016886: "a quarter that lost its value, beside a cell whose quarters lost one of theirs",
    3023332: "the rest of an indicator that is called as a field of government",
    3023973: "quarters that begin anew between the same two rules of a box",
    3024165: "the rest of an indicator moved beside the quarters of two rows",
    3024269: "an indicator printed again with its unit in one cell",
}


@pytest.mark.parametrize("seed", ONCE_WRONG)
def test_what_was_read_wrongly_once_is_read_rightly(seed: int) -> None:
    verdict = judged(variant(seed))
    assert verdict.wrong == 0, verdict.findings
