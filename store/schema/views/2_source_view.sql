-- source_view: one row for each source, with its newest attempt at capture,
-- those in web archives apart, and its newest snapshot.
--
-- source_id: UUIDv7
-- number: from 1, given per ledger
-- code: the number as people see it, such as S-0007
-- alias: the short name that a person gave it
-- address: URL or file path; '' where the source is held elsewhere
-- held: for a source held elsewhere, what the draft says of it
-- kind: such as court filing; '' where unknown
-- kind_set: 1 where a person said the kind
-- title: of the document
-- publisher: who published it
-- author: the byline, or the person spoken to
-- date: as the source or the draft gives it
-- note: what else is known of it
-- within: the folder that the file must lie in, because only a draft names it; '' where any will do
-- capture_id: the newest attempt; '' where none was made, and then the columns up to capture_snapshot are empty
-- attempted_at: when that was
-- state: how it ended, such as captured or blocked
-- reason: one sentence where the state needs one
-- attempt_via: '' where it asked the source's own address, else attached
-- final_url: the address after redirects
-- status: the HTTP status; 0 where there is none
-- media_type: of the bytes that the attempt got
-- capture_snapshot: digest of the bytes that the attempt got; '' where it got none
-- snapshot: digest of the newest bytes; '' where none were ever got, and then the columns below are empty
-- via: how these were got: '' from the source's own address, else attached or archived
-- taken_at: when these were got, of a memento by the archive
create view source_view as
select
    s.id as source_id,
    s.number,
    'S-' || case when s.number < 10 then '000' when s.number < 100 then '00' when s.number < 1000 then '0' else '' end
        || cast(s.number as text) as code,
    s.alias, s.address, s.held, s.kind, s.kind_set, s.title, s.publisher, s.author, s.date, s.note, s.within,
    coalesce(c.id, '') as capture_id,
    coalesce(c.at, '') as attempted_at,
    coalesce(c.state, '') as state,
    coalesce(c.reason, '') as reason,
    coalesce(c.via, '') as attempt_via,
    coalesce(c.final_url, '') as final_url,
    coalesce(c.status, 0) as status,
    coalesce(c.media_type, '') as media_type,
    coalesce(c.snapshot, '') as capture_snapshot,
    n.snapshot,
    n.via,
    n.taken_at
from source s
join newest_snapshot n on n.source_id = s.id
left join capture c on c.id = (
    select l.id from capture l where l.source = s.id and l.via <> 'archived' order by l.at desc, l.id desc limit 1
);
