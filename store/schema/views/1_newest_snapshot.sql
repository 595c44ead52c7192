-- newest_snapshot: for each source, the bytes last got of it. Attempts are
-- ordered by time, then by id; those that got no bytes don't count. A copy that
-- a person attached comes before what the source's own address gave, and that
-- before what a web archive has.
--
-- source_id: the source
-- snapshot: digest of its newest bytes; '' where none were ever got, and then the columns below are empty
-- via: how they were got: '' from the source's own address, else attached or archived
-- taken_at: when they were got, of a memento by the archive
create view newest_snapshot as
select
    s.id as source_id,
    coalesce(c.snapshot, '') as snapshot,
    coalesce(c.via, '') as via,
    coalesce(case when c.memento_at <> '' then c.memento_at else c.at end, '') as taken_at
from source s
left join capture c on c.id = (
    select l.id
    from capture l
    where l.source = s.id and l.snapshot is not null
    order by case l.via when 'attached' then 0 when '' then 1 else 2 end, l.at desc, l.id desc
    limit 1
);
