-- pin_view: one row for each thing that a sign-off relied on: a citation as it
-- was when it was signed, and whether its source has been captured anew since.
--
-- signoff_id: the sign-off, which may be an earlier one
-- article_id: the claim's article
-- claim_id: the claim
-- position: its place among what the sign-off relied on, from 0
-- source_id: the source
-- stance: offered, supports, disputes or context
-- quote: the words relied on
-- page: where they were said to stand
-- page_end: the last page of a range
-- paragraph: a numbered paragraph
-- time: a time in a recording
-- passage: the words of the source that the quote was found to be
-- snapshot: digest of the source's newest bytes as it was signed; '' where there were none
-- newest: digest of its newest bytes now
-- reads_otherwise: 1 where these are other bytes, and not known to read the same
create view pin_view as
select
    p.signoff as signoff_id,
    c.article as article_id,
    c.id as claim_id,
    p.position,
    p.source as source_id,
    p.stance,
    p.quote,
    p.page,
    p.page_end,
    p.paragraph,
    p.time,
    p.passage,
    coalesce(p.snapshot, '') as snapshot,
    n.snapshot as newest,
    case when p.snapshot is not null and p.snapshot <> n.snapshot and not exists (
        select 1
        from reading r
        join reading o on o.sum = r.sum
        where r.digest = n.snapshot and o.digest = p.snapshot and r.sum <> ''
    ) then 1 else 0 end as reads_otherwise
from pin p
join signoff s on s.id = p.signoff
join claim c on c.id = s.claim
join newest_snapshot n on n.source_id = p.source;
