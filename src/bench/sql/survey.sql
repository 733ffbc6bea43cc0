-- Sum and number of the scores of each unsur; what is blank or cannot be read counts nowhere.
select
    sum(try_cast(U1 as tinyint)), count(try_cast(U1 as tinyint)),
    sum(try_cast(U2 as tinyint)), count(try_cast(U2 as tinyint)),
    sum(try_cast(U3 as tinyint)), count(try_cast(U3 as tinyint)),
    sum(try_cast(U4 as tinyint)), count(try_cast(U4 as tinyint)),
    sum(try_cast(U5 as tinyint)), count(try_cast(U5 as tinyint)),
    sum(try_cast(U6 as tinyint)), count(try_cast(U6 as tinyint)),
    sum(try_cast(U7 as tinyint)), count(try_cast(U7 as tinyint)),
    sum(try_cast(U8 as tinyint)), count(try_cast(U8 as tinyint)),
    sum(try_cast(U9 as tinyint)), count(try_cast(U9 as tinyint))
from read_csv('${table}', header = true, all_varchar = true)
