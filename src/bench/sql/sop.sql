-- The rules of rules/drl/sop as SQL, for DuckDB. Times are seconds of local time. Written for speed: what most rows keep
-- is decided by cheap conditions, and only what may break a rule goes through working time, rounds and names.

set threads = ${threads};
set memory_limit = '512MB';
set temp_directory = 'target/bench/duckdb.tmp';
set preserve_insertion_order = false;

create macro normalised(text) as trim(regexp_replace(lower(text), '[^a-z0-9]+', ' ', 'g'));
create macro local_seconds(millis) as millis // 1000 + 25200;

create temp table settings as
select max(value) filter (key = 'maximum-rounds')::int as maximum_rounds,
    max(value) filter (key = 'near-similarity')::double as near,
    string_split(max(value) filter (key = 'state-words'), ' ') as state_words,
    string_split(max(value) filter (key = 'filler-words'), ' ') as filler_words,
    string_split(max(value) filter (key = 'stall-limit'), ' ')[1]::int as stall_days,
    epoch(timestamp '${as-of}')::bigint as as_of
from read_csv('target/bench/definitions/settings.tsv', delim = '\t', header = true, quote = '', all_varchar = true);

create temp table sops as
select row_number() over () - 1 as sop, id, number,
    epoch(in_force::timestamp)::bigint as in_force
from read_csv('target/bench/definitions/sops.tsv', delim = '\t', header = true, quote = '', all_varchar = true);

-- Every step has one step directly before it, or none: what an optional step leaves out falls to the one before that.
create temp table steps as
with given as (
    select s.sop, t.position::int as pos, t.no::int as no, string_split(t.executors, '; ') as executors,
        case unit when 'MENIT' then amount::int * 60 when 'JAM' then amount::int * 3600 end as limit_seconds,
        case unit when 'HARI' then amount::int when 'MINGGU' then amount::int * 5 end as limit_days,
        t.optional = '1' as optional, t.decision = '1' as decision, t.approve::int as approve, t.revise::int as revise,
        case when t.after is null then null else t.after::int end as after_no
    from read_csv('target/bench/definitions/steps.tsv', delim = '\t', header = true, quote = '', all_varchar = true) t
    join sops s on s.id = t.sop)
select g.*, b.pos as before1,
    case when b.optional then c.pos end as before2,
    case when b.optional and c.optional then d.pos end as before3,
    r.pos as revise_pos, a.pos as approve_pos,
    coalesce(r.pos, b.pos) as judged_pos,
    max(g.pos) over (partition by g.sop) as last_pos
from given g
left join given b on b.sop = g.sop and b.no = g.after_no
left join given c on c.sop = g.sop and c.no = b.after_no
left join given d on d.sop = g.sop and d.no = c.after_no
left join given r on r.sop = g.sop and r.no = g.revise
left join given a on a.sop = g.sop and a.no = g.approve;

create temp table documents as
select s.sop, d.no::int as no, d.kind, row_number() over () as item, d.name,
    [d.name] || case when len(parts) > 1 then parts else [] end as alternatives
from (select *, regexp_split_to_array(name, '\s+(?:atau|or)\s+') as parts
    from read_csv('target/bench/definitions/documents.tsv', delim = '\t', header = true, quote = '', all_varchar = true)) d
join sops s on s.id = d.sop;

-- Cells that name just what a step demands, in its order: nearly all do.
create temp table complete as
with recursive ordered as (
    select *, row_number() over (partition by sop, no, kind order by item) as place,
        count(*) over (partition by sop, no, kind) as places,
        case when len(alternatives) > 1 then alternatives[2:] else alternatives end as names
    from documents),
cells as (
    select sop, no, kind, 0 as place, '' as cell from ordered where place = 1
    union all
    select o.sop, o.no, o.kind, o.place, case when c.cell = '' then n.name else c.cell || '; ' || n.name end
    from cells c
    join ordered o on o.sop = c.sop and o.no = c.no and o.kind = c.kind and o.place = c.place + 1,
    unnest(o.names) n(name))
select c.sop, c.no, c.kind, c.cell from cells c
join ordered o on o.sop = c.sop and o.no = c.no and o.kind = c.kind and o.place = 1 and c.place = o.places;

create temp table demanding as select distinct sop, no, kind from documents;

create temp table hours as
with given as (
    select local_seconds(start::bigint) as start, local_seconds(finish::bigint) as finish
    from read_csv('target/bench/definitions/hours.tsv', delim = '\t', header = true, quote = '', all_varchar = true)
    where start <> finish)
select start, finish,
    sum(finish - start) over (order by start) - (finish - start) as worked_before,
    sum(finish - start) over (order by start) as worked_after,
    dense_rank() over (order by start // 86400) as day
from given;

create temp table days as select distinct day, start // 86400 as date from hours;

-- The log, read once. What names all documents as demanded keeps none of their names.
create temp table a as
select l.case_id, c.sop, l.step, p.pos, l.role,
    l.person,
    epoch(l.start)::bigint as start, epoch(l.finish)::bigint as finish,
    epoch(l.start)::bigint * 100000000 + coalesce(epoch(l.finish)::bigint - epoch(l.start)::bigint + 1000000, 99999999) as place,
    case l.decision when 'setuju' then 1 when 'perlu perbaikan' then 2 end::tinyint as decision,
    di.no is not null and ci.cell is null as odd_inputs,
    dq.no is not null and co.cell is null and l.finish is not null and l.decision is distinct from 'perlu perbaikan' as odd_outputs,
    case when di.no is not null and ci.cell is null then l.inputs end as inputs,
    case when dq.no is not null and co.cell is null then l.outputs end as outputs
from read_csv('${log}', delim = ',', quote = '"', escape = '"', header = true, nullstr = '', auto_detect = false,
    timestampformat = '%Y-%m-%d %H:%M',
    columns = {'case_id': 'VARCHAR', 'sop': 'VARCHAR', 'step': 'INTEGER', 'role': 'VARCHAR', 'person': 'VARCHAR',
        'start': 'TIMESTAMP', 'finish': 'TIMESTAMP', 'inputs': 'VARCHAR', 'outputs': 'VARCHAR', 'decision': 'VARCHAR',
        'unit': 'VARCHAR'}) l
left join (select id as cited, sop from sops union select number, sop from sops) c on c.cited = l.sop
left join steps p on p.sop = c.sop and p.no = l.step
left join demanding di on di.kind = 'inputs' and di.sop = c.sop and di.no = l.step
left join demanding dq on dq.kind = 'outputs' and dq.sop = c.sop and dq.no = l.step
left join complete ci on ci.kind = 'inputs' and ci.sop = c.sop and ci.no = l.step and ci.cell = l.inputs
left join complete co on co.kind = 'outputs' and co.sop = c.sop and co.no = l.step and co.cell = l.outputs;

-- What a case holds, in one row.
create temp table cases as
select case_id, any_value(a.sop) as sop,
    bit_or(case when a.pos is not null then 1::bigint << a.pos end) as done,
    max(a.pos) as furthest,
    bool_or(finish is null) as running,
    coalesce(bool_or(decision = 2), false) as refused,
    coalesce(bool_or(a.pos = last_pos and finish is not null and decision is distinct from 2), false) as closed,
    max(finish) filter (a.pos is not null) as latest_end,
    list_value(
        min(coalesce(finish, 9999999999)) filter (a.pos = 0), min(coalesce(finish, 9999999999)) filter (a.pos = 1),
        min(coalesce(finish, 9999999999)) filter (a.pos = 2), min(coalesce(finish, 9999999999)) filter (a.pos = 3),
        min(coalesce(finish, 9999999999)) filter (a.pos = 4), min(coalesce(finish, 9999999999)) filter (a.pos = 5),
        min(coalesce(finish, 9999999999)) filter (a.pos = 6), min(coalesce(finish, 9999999999)) filter (a.pos = 7),
        min(coalesce(finish, 9999999999)) filter (a.pos = 8), min(coalesce(finish, 9999999999)) filter (a.pos = 9),
        min(coalesce(finish, 9999999999)) filter (a.pos = 10), min(coalesce(finish, 9999999999)) filter (a.pos = 11)) as ends
from a left join (select sop, max(last_pos) as last_pos from steps group by all) p on p.sop = a.sop
group by case_id;

-- Violations of an activity, by its place in the case; rounds are counted at the end, for these only.
create temp table found (rule varchar, case_id varchar, step int, place bigint);

insert into found select 'time-reversed', case_id, step, place from a where finish < start;

insert into found select 'time-in-future', case_id, step, place from a, settings where start > as_of or finish > as_of;

insert into found select 'sop-not-in-force', case_id, step, place from a join sops using (sop) where a.start < in_force;

insert into found select 'step-unknown', case_id, step, place from a where sop is not null and pos is null;

insert into found select 'decision-missing', case_id, step, place from a join steps p using (sop, pos)
where p.decision and finish is not null and a.decision is null;

insert into found
with roles as (
    select distinct sop, pos, role from a where pos is not null),
aliases as (
    select s.sop, normalised(alias) as alias, normalised(role) as role
    from read_csv('target/bench/definitions/aliases.tsv', delim = '\t', header = true, quote = '', all_varchar = true) t
    join sops s on s.id = t.sop),
wrong as (
    select r.* from roles r join steps p using (sop, pos)
    left join aliases x on x.sop = r.sop and x.alias = normalised(r.role)
    where not list_contains(list_transform(p.executors, lambda e: normalised(e)), normalised(r.role))
        and not coalesce(list_contains(list_transform(p.executors, lambda e: normalised(e)), x.role), false))
select 'step-wrong-executor', case_id, step, place from a join wrong using (sop, pos, role);

-- Time limits. Working time passes no faster than time.
insert into found
with started as (
    select a.case_id, a.step, a.place, a.start, a.finish, coalesce(a.finish, as_of) as until,
        p.limit_seconds, p.limit_days
    from a join steps p using (sop, pos), settings
    where (p.limit_seconds is not null or p.limit_days is not null)
        and coalesce(a.finish, as_of) - a.start > coalesce(p.limit_seconds, p.limit_days * 86400)),
moved as (
    select s.*, greatest(s.start, h.start) as moved, h.day,
        h.worked_before + greatest(s.start, h.start) - h.start + s.limit_seconds as worked_due
    from started s asof join hours h on s.start < h.finish),
due as (
    select m.*, e.finish - (e.worked_after - m.worked_due) as due
    from (select * from moved where limit_seconds is not null) m asof join hours e on m.worked_due <= e.worked_after
    union all
    select m.*, d.date * 86400 + m.moved % 86400
    from moved m join days d on d.day = m.day + m.limit_days where m.limit_days is not null),
overrun as (
    select d.*, u.worked_before + greatest(0, d.until - u.start) - (v.worked_before + greatest(0, d.due - v.start)) as overrun
    from (select * from due where until > due) d
    asof join hours u on d.until < u.finish
    asof join hours v on d.due < v.finish)
select case when finish is null then 'step-overdue' else 'step-late' end, case_id, step, place
from overrun where overrun > 0;

insert into found
select 'step-out-of-order', case_id, step, place
from (select a.case_id, a.step, a.place, a.start, p.before1, p.before2, p.before3
    from a join steps p using (sop, pos) where p.before1 is not null) a
join cases c using (case_id)
where a.start < coalesce(c.ends[before1 + 1], c.ends[before2 + 1], c.ends[before3 + 1]);

-- An approval was refused, and the case went on past it.
insert into found
with beyond as (
    select a.case_id, a.sop, a.step, a.place, a.pos, a.start, p.pos as approval
    from a join cases c using (case_id) join steps p on p.sop = a.sop and p.decision and a.pos > p.pos
    where c.refused),
decisions as (
    select case_id, pos as approval, finish, decision from a where decision is not null and finish is not null),
bypassing as (
    select b.*, d.finish as decided, d.decision
    from beyond b asof join decisions d on d.case_id = b.case_id and d.approval = b.approval and d.finish <= b.start)
select distinct 'approval-bypassed', b.case_id, b.step, b.place
from bypassing b
where b.decision = 2 and not exists (
    from a o where o.case_id = b.case_id and o.place < b.place and o.start >= b.decided and o.pos > b.approval and o.pos < b.pos);

insert into found
with approvals as (
    select a.case_id, a.step, a.place, a.person, p.judged_pos from a join steps p using (sop, pos) where p.decision),
work as (
    select a.case_id, a.pos, a.place, a.person from a
    join (select distinct sop, judged_pos as pos from steps where decision) j using (sop, pos))
select 'same-person-approves', x.case_id, x.step, x.place
from approvals x asof join work w on w.case_id = x.case_id and w.pos = x.judged_pos and w.place < x.place
where normalised(x.person) = normalised(w.person);

-- Documents: how the names in unusual cells agree with those demanded, each cell once.
insert into found
with cells as (
    select distinct sop, step, 'inputs' as kind, coalesce(inputs, '') as cell from a where odd_inputs
    union
    select distinct sop, step, 'outputs', coalesce(outputs, '') from a where odd_outputs),
demanded as (
    select c.*, d.item, unnest(d.alternatives) as wanted from cells c
    join documents d on d.sop = c.sop and d.no = c.step and d.kind = c.kind),
compared as (
    select d.sop, d.step, d.kind, d.cell, d.item,
        list_distinct(string_split(normalised(d.wanted), ' ')) as wanted,
        list_distinct(string_split(normalised(g.given), ' ')) as given,
        normalised(d.wanted) = normalised(g.given) as same
    from demanded d, unnest(string_split(d.cell, ';')) g(given)),
matched as (
    select c.*, case when same then 2
        when len(list_intersect(mw, mg)) / nullif(len(list_distinct(mw || mg)), 0) >= near and sw = sg then 1 else 0 end as match
    from (select c.*, near,
            list_filter(wanted, lambda w: not list_contains(filler_words, w)) as mw,
            list_filter(given, lambda w: not list_contains(filler_words, w)) as mg,
            list_sort(list_filter(wanted, lambda w: list_contains(state_words, w))) as sw,
            list_sort(list_filter(given, lambda w: list_contains(state_words, w))) as sg
        from compared c, settings) c),
best as (
    select sop, step, kind, cell, item, max(match) as match from matched group by all),
judged as (
    select sop, step, kind, cell, bool_or(match = 0) as missing, bool_or(match = 1) as drifting from best group by all),
rows as (
    select a.case_id, a.step, a.place, j.kind, j.missing, j.drifting from a
    join judged j on j.sop = a.sop and j.step = a.step and (
        j.kind = 'inputs' and a.odd_inputs and j.cell = coalesce(a.inputs, '')
        or j.kind = 'outputs' and a.odd_outputs and j.cell = coalesce(a.outputs, ''))
    where a.odd_inputs or a.odd_outputs)
select case kind when 'inputs' then 'step-input-missing' else 'step-output-missing' end, case_id, step, place
from rows where missing
union all
select distinct 'document-name-drift', case_id, step, place from rows where drifting;

-- Violations of a case or a step as a whole.
create temp table found_once as
select 'sop-unknown' as rule, case_id, null::int as step from cases where sop is null
union all
select 'rework-excessive', case_id, step from a group by case_id, step having count(*) > (select maximum_rounds from settings)
union all
select 'step-missing', c.case_id, p.no from cases c join steps p on p.sop = c.sop
where c.sop is not null and bit_count(c.done) <= greatest(c.furthest, case when c.closed then p.last_pos else 0 end)
    and not p.optional and (c.done >> p.pos) & 1 = 0 and (p.pos < c.furthest or c.closed);

insert into found_once
with idle as (
    select c.*, s.stall_days, s.as_of from cases c, settings s
    where c.sop is not null and not c.running and not c.closed and c.latest_end <= s.as_of
        and s.as_of - c.latest_end > s.stall_days * 86400),
latest as (
    select i.*, x.pos, x.start, x.decision from idle i
    join (select a.*, row_number() over (partition by a.case_id order by a.finish desc, a.place desc) as last
        from a semi join idle using (case_id) where a.pos is not null) x on x.case_id = i.case_id and x.last = 1),
rounds as (
    select l.case_id, count(*) as round from latest l join a on a.case_id = l.case_id and a.pos = l.pos group by all),
going as (
    select distinct l.case_id, l.latest_end, l.stall_days, l.as_of from latest l
    join steps p on p.sop = l.sop and p.pos = l.pos
    join rounds r on r.case_id = l.case_id
    where p.decision and l.decision = 1 and p.approve_pos is not null
        or p.decision and l.decision = 2 and p.revise_pos is not null
        or exists (
            from steps n where n.sop = l.sop and n.pos > l.pos and not n.optional and (
                (l.done >> n.pos) & 1 = 0
                or r.round > 1 and not exists (
                    from a o where o.case_id = l.case_id and o.pos = n.pos and o.start >= l.start)))),
moved as (
    select g.*, greatest(g.latest_end, h.start) as moved, h.day from going g asof join hours h on g.latest_end < h.finish),
due as (
    select m.*, d.date * 86400 + m.moved % 86400 as due from moved m join days d on d.day = m.day + m.stall_days)
select 'case-stalled', d.case_id, null
from (select * from due where as_of > due) d
asof join hours u on d.as_of < u.finish
asof join hours v on d.due < v.finish
where u.worked_before + greatest(0, d.as_of - u.start) > v.worked_before + greatest(0, d.due - v.start);

-- Rounds of what was found, by the order of the activities.
copy (
    with wanted as (select distinct case_id, step from found),
    rounds as (
        select a.case_id, a.step, a.place, row_number() over (partition by a.case_id, a.step order by a.place) as round
        from a semi join wanted w on w.case_id = a.case_id and w.step = a.step)
    select line from (
    select '#covers approval-bypassed case-stalled decision-missing document-name-drift rework-excessive same-person-approves sop-not-in-force sop-unknown step-input-missing step-late step-missing step-out-of-order step-output-missing step-overdue step-unknown step-wrong-executor time-in-future time-reversed' as line, 0 as part
    union all
    select rule || chr(9) || f.case_id || chr(9) || f.step || chr(9) || r.round, 1
    from found f join rounds r on r.case_id = f.case_id and r.step = f.step and r.place = f.place
    union all
    select rule || chr(9) || case_id || chr(9) || coalesce(step::varchar, '') || chr(9), 1 from found_once
    ) order by part
) to '${list}' (format csv, header false, quote '', escape '', delimiter '~');
