-- Sum and number of the scores of each unsur. DuckDB is told which word is no score.
select
    sum(U1), count(U1),
    sum(U2), count(U2),
    sum(U3), count(U3),
    sum(U4), count(U4),
    sum(U5), count(U5),
    sum(U6), count(U6),
    sum(U7), count(U7),
    sum(U8), count(U8),
    sum(U9), count(U9)
from read_csv(
    '${table}',
    header = true,
    nullstr = ['', 'x'],
    types = {'U1': 'TINYINT', 'U2': 'TINYINT', 'U3': 'TINYINT', 'U4': 'TINYINT', 'U5': 'TINYINT', 'U6': 'TINYINT', 'U7': 'TINYINT', 'U8': 'TINYINT', 'U9': 'TINYINT'})
