-- Version 8: indexes for what the views ask, so that one article costs the same
-- in a ledger of a million claims.

-- The order in which newest_snapshot takes the bytes of a source.
create index capture_newest on capture (
    source, case via when 'attached' then 0 when '' then 1 else 2 end, at desc, id desc
) where snapshot is not null;

-- As finding_view shows it: the cast gives the column a type, without which no
-- index serves a join.
drop index finding_claim;
create index finding_claim on finding (cast(coalesce(claim, '') as text));
