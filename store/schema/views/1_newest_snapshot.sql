-- newest_snapshot: for each source, the bytes last got of it. Attempts are
-- ordered by time, then by id; those that got no bytes don't count.
--
-- source_id: the source
-- snapshot: digest of its newest bytes; '' where none were ever got
create view newest_snapshot as
select
    s.id as source_id,
    coalesce((
        select c.snapshot
        from capture c
        where c.source = s.id and c.snapshot is not null
        order by c.at desc, c.id desc
        limit 1
    ), '') as snapshot
from source s;
