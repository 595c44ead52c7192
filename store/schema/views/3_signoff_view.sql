-- signoff_view: the newest sign-off of each claim that has one, by time, then
-- by id, and whether it still holds, as every_signoff_view says it.
--
-- signoff_id: UUIDv7
-- article_id: the claim's article
-- claim_id: the claim
-- verdict: what was decided, whether or not it still holds
-- verdict_to: the words proposed, of a change
-- change_met: 1 where the verdict is change and the claim carries the words proposed
-- note: the reason given
-- signed_by: who decided
-- signed_at: when
-- words: the claim's words as signed
-- void: '' while the sign-off holds, else 'words changed', 'evidence changed', 'source recaptured', or what an imported table says of one that was void there
-- imported_by: who took it in with a table of claims; '' where it was given in this ledger
create view signoff_view as
select
    e.signoff_id,
    c.article as article_id,
    c.id as claim_id,
    e.verdict,
    e.verdict_to,
    e.change_met,
    e.note,
    e.signed_by,
    e.signed_at,
    e.words,
    e.void,
    e.imported_by
from claim c
join every_signoff_view e on e.signoff_id = (
    select l.id from signoff l where l.claim = c.id order by l.at desc, l.id desc limit 1
);
